import { setTimeout as sleep } from "node:timers/promises";
import type { NodeProgram } from "./node-program";
import type { Shutdown } from "./shutdown";

/** A program beside the site, which starts again should it end. */
type Kept = {
  /** Null while there is nothing for it to do: we ask again after the pause. */
  start: () => NodeProgram | null;
  pauseMs: number;
  /** Says that it has ended. Returns whether it starts again. */
  onEnd: (code: Awaited<NodeProgram["ended"]>, ranMs: number) => boolean;
};

/** Keeps a program running until the shutdown. `restart` starts it again at once, such as when the database has moved. */
export function keepBeside(shutdown: Shutdown, { start, pauseMs, onEnd }: Kept): { restart: () => void } {
  let program: NodeProgram | null = null;
  let isRestarting = false;
  const ending = new AbortController();
  const isOver = () => ending.signal.aborted || shutdown.isUnderWay;
  shutdown.add({
    async stop() {
      ending.abort();
      await program?.stop();
    },
    abandon: () => program?.abandon(),
  });
  const run = async () => {
    while (!isOver()) {
      program = start();
      if (program !== null) {
        const began = Date.now();
        const code = await program.ended;
        program = null;
        if (isOver()) return;
        if (isRestarting) {
          isRestarting = false;
          continue;
        }
        if (!onEnd(code, Date.now() - began)) return;
      }
      await sleep(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  void run();
  return {
    restart() {
      isRestarting = program !== null;
      void program?.stop();
    },
  };
}
