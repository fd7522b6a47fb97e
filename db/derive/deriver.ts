import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export type Order = { issuerCiks: readonly string[]; isFromNothing: boolean };
export type Answer = { filings: number } | { error: string; code?: string };

/** Room for all that a batch makes: most of it is gone before it would be moved to where it is collected slowly. */
const COLLECTION = ["--max-semi-space-size=64", "--single-threaded-gc"];

/** A process that derives issuers: this one's other half, as deriving is work for a processor. */
export function startDeriver(url: string) {
  const child: ChildProcess = fork(fileURLToPath(new URL("./deriver-process.ts", import.meta.url)), {
    env: { ...process.env, DATABASE_URL: url },
    execArgv: [...process.execArgv, ...COLLECTION],
  });
  return {
    derive: (order: Order): Promise<number> =>
      new Promise((resolve, reject) => {
        const onExit = (code: number | null) =>
          reject(new Error(`the process that derives ended (${code ?? "killed"})`));
        child.once("exit", onExit);
        child.once("message", (answer: Answer) => {
          child.off("exit", onExit);
          if ("error" in answer) reject(Object.assign(new Error(answer.error), { code: answer.code }));
          else resolve(answer.filings);
        });
        child.send(order);
      }),
    end() {
      if (child.connected) child.disconnect();
    },
  };
}
