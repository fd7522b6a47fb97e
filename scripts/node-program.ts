import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Lesser } from "@/db/server/account";
import type { Stoppable } from "./shutdown";

const EXIT_WITH_PARENT = new URL("./exit-with-parent.mjs", import.meta.url).href;
const PATIENCE = 10_000;

export const NEXT = fileURLToPath(new URL("../node_modules/next/dist/bin/next", import.meta.url));

/**
 * Drawing a page takes tens of megabytes of objects that are needed for a moment. With twice the usual room for such objects, fewer of them
 * are still in use when the room is cleared, and pages take a tenth less processor time.
 */
export const ROOM_FOR_PAGES = "--max-semi-space-size=32";

export type NodeProgram = Stoppable & { child: ChildProcess; ended: Promise<number | NodeJS.Signals | null> };

type RunOptions = {
  /** Whether it reads the standard input of this process. */
  readsInput?: boolean;
  /** Megabytes of objects that it may have; it ends when it needs more. */
  memory?: number;
  /** Another user to run it as. */
  account?: Lesser | null;
};

/** Runs a program of Node that ends when this process does, even when this process is killed. */
export function runNode(
  args: string[],
  env: NodeJS.ProcessEnv,
  output: "pipe" | "inherit",
  { readsInput = false, memory, account }: RunOptions = {},
): NodeProgram {
  const stdio: StdioOptions = [readsInput ? "inherit" : "ignore", output, output, "ipc"];
  const limit = memory === undefined ? [] : [`--max-old-space-size=${memory}`];
  const child = spawn(process.execPath, [...limit, "--import", EXIT_WITH_PARENT, ...args], { env, stdio, ...account });
  const ended = new Promise<number | NodeJS.Signals | null>((settle) =>
    child.on("close", (code, signal) => settle(code ?? signal)),
  );
  return {
    child,
    ended,
    async stop() {
      child.kill("SIGTERM");
      const insist = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
      await ended;
      clearTimeout(insist);
    },
    abandon() {
      child.kill("SIGKILL");
    },
  };
}
