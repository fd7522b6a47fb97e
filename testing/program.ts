import { type ChildProcess, spawn } from "node:child_process";

export type Program = {
  /** The exit code, or null if it was killed. */
  ended: Promise<number | null>;
  hasEnded: () => boolean;
  /** Kills it with all processes that it started. */
  kill: () => void;
  interrupt: () => void;
  /** What it has written to standard output and standard error. */
  output: () => string;
  errors: () => string;
};

const running = new Set<ChildProcess>();

/** Starts a command of ours as the leader of a process group. */
export function startProgram(args: readonly string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, ["--import", "tsx", ...args], {
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  let hasEnded = false;
  const ended = new Promise<number | null>((settle, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      hasEnded = true;
      running.delete(child);
      settle(code);
    });
  });
  return {
    ended,
    hasEnded: () => hasEnded,
    kill: () => killGroup(child),
    interrupt: () => child.kill("SIGINT"),
    output: () => output,
    errors: () => errors,
  };
}

function killGroup({ pid }: ChildProcess) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // It ended by itself a moment ago.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

// As separate groups, they would outlive an interrupted test.
process.on("exit", () => {
  for (const child of running) killGroup(child);
});
