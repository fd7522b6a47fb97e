import { fileURLToPath } from "node:url";
import type { Lesser } from "@/db/server/account";
import { availableMemory, copyMemory, heapLimits } from "@/db/server/memory";
import { type NodeProgram, runNode } from "./node-program";

const COPY = fileURLToPath(new URL("../db/copy/copy-process.ts", import.meta.url));

/**
 * The copy's process looks at millions of lines in any order. With pages of 2 MB for its memory, as glibc 2.35 and later can ask for, the
 * processor finds them a tenth to a third faster. Other systems ignore this.
 */
const LARGE_PAGES = "glibc.malloc.hugetlb=1";

/** The environment with a tunable of glibc, unless the operator has set that one. */
function withLargePages({ GLIBC_TUNABLES: set = "", ...others }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (set.includes("glibc.malloc.hugetlb")) return { ...others, GLIBC_TUNABLES: set };
  return { ...others, GLIBC_TUNABLES: set === "" ? LARGE_PAGES : `${set}:${LARGE_PAGES}` };
}

/**
 * Starts the process that keeps the copy of `listing` and answers questions about it.
 * @param url the database, for reading
 * @param memoryLimitMb as in the settings
 */
export function startCopy(
  place: { folder: string; socket: string },
  url: string,
  memoryLimitMb: number | null,
  account: Lesser | null = null,
): NodeProgram {
  const available = availableMemory(memoryLimitMb);
  return runNode(
    ["--import", "tsx", COPY],
    {
      ...withLargePages(process.env),
      DATABASE_URL: url,
      SECTION16_COPY_FOLDER: place.folder,
      SECTION16_COPY_SOCKET: place.socket,
      SECTION16_COPY_MEMORY: String(copyMemory(available)),
    },
    "inherit",
    { memory: heapLimits(available).copy, account },
  );
}
