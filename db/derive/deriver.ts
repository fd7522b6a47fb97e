import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Order } from "@/db/derive/do-order";

/** What a process says of an order: how far it has come, and at last that it is done or has failed. */
export type Answer = { isPart: boolean; done: number | null } | { error: string; code?: string };

/** Room for all that a batch makes: most of it is gone before it would be moved to where it is collected slowly. */
const COLLECTION = ["--max-semi-space-size=64", "--single-threaded-gc"];

/**
 * A process that derives: this one's other half, as deriving is work for a processor.
 * @param memory megabytes of objects that it may hold
 */
export function startDeriver(url: string, memory: number) {
  const child: ChildProcess = fork(fileURLToPath(new URL("./deriver-process.ts", import.meta.url)), {
    env: { ...process.env, DATABASE_URL: url },
    execArgv: [...process.execArgv, ...COLLECTION, `--max-old-space-size=${memory}`],
  });
  return {
    derive: (order: Order, onPart: (done: number) => void): Promise<number | null> =>
      new Promise((resolve, reject) => {
        const onExit = (code: number | null) =>
          reject(new Error(`the process that derives ended (${code ?? "killed"})`));
        const onAnswer = (answer: Answer) => {
          if ("isPart" in answer && answer.isPart) return onPart(answer.done ?? 0);
          child.off("exit", onExit);
          child.off("message", onAnswer);
          if ("error" in answer) reject(Object.assign(new Error(answer.error), { code: answer.code }));
          else resolve(answer.done);
        };
        child.once("exit", onExit);
        child.on("message", onAnswer);
        child.send(order);
      }),
    /** What takes long is given up, as soon as may be. */
    stop() {
      if (child.connected) child.send("stop");
    },
    end() {
      if (child.connected) child.disconnect();
    },
  };
}
