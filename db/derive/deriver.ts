import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Order, OrderAnswer } from "@/db/derive/do-order";

/**
 * Large enough for the objects of a batch: most are freed before they would move to the old generation, which is slow to collect.
 */
const COLLECTION = ["--max-semi-space-size=64", "--single-threaded-gc"];

/**
 * Starts a process that derives, because deriving is limited by the processor.
 * @param memory megabytes of objects that it may have
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
        const onAnswer = (answer: OrderAnswer) => {
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
    /** Stops long orders as soon as possible. */
    stop() {
      if (child.connected) child.send("stop");
    },
    end() {
      if (child.connected) child.disconnect();
    },
  };
}
