import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const REQUESTS = fileURLToPath(new URL("./requests.lua", import.meta.url));
const LONGEST_RUN = 600;

/** An address, and the ETag that a reader sends who already has the page. */
export type Address = { path: string; etag?: string | undefined };

type WrkResult = {
  requests: number;
  seconds: number;
  bytes: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers of 400 and more. */
  statuses: number;
  /** Failed connections and missing answers. */
  broken: number;
};

export const hasWrk = () => spawnSync("wrk", ["--version"]).error === undefined;

/**
 * Requests addresses with this many clients at once. wrk is written in C, and leaves the cores to what is measured.
 * @param seconds how long, or "once" for each address once
 */
export async function runWrk(
  origin: string,
  addresses: readonly Address[],
  clients: number,
  seconds: number | "once",
): Promise<WrkResult> {
  const folder = mkdtempSync(join(tmpdir(), "section16-wrk-"));
  try {
    const file = join(folder, "addresses");
    writeFileSync(file, addresses.map(({ path, etag }) => `${path}\t${etag ?? ""}\n`).join(""));
    const once = seconds === "once";
    const child = spawn(
      "wrk",
      [
        ...["--threads", "1", "--connections", String(clients), "--timeout", "30s"],
        ...["--duration", `${once ? LONGEST_RUN : seconds}s`, "--script", REQUESTS],
        ...[origin, "--", file, String(seconds)],
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let result = "";
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === "ANSWERED") child.kill("SIGINT");
      if (line.startsWith("RESULT ")) result = line.slice("RESULT ".length);
    }
    if (result === "") throw new Error("wrk printed no result.");
    return JSON.parse(result);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
