import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";
import type { OpenDatabase } from "./opened-database";

/** A server that is lost again sooner than this will not stay up. */
const SHORTEST_RUN = 30_000;
/** Milliseconds before a connection that was cut is made again. */
const PAUSE = 200;

type Keeping = {
  say: (notice: string) => void;
  /** Opens the database again, and passes on a new address. */
  reopen: () => Promise<OpenDatabase>;
  isStopping: () => boolean;
};

/**
 * Watches the embedded database and opens it again when it is lost, for example because the kernel ran out of memory and killed
 * it. Never returns.
 * @throws DatabaseUnavailable if it cannot be opened again, or is lost again at once.
 */
export async function keepDatabase(first: OpenDatabase, { say, reopen, isStopping }: Keeping): Promise<never> {
  let opened = first;
  let cameBackAt = 0;
  for (;;) {
    await opened.lost;
    if (isStopping()) return forever();
    // Perhaps only our connection was cut, or all of them, because one of PostgreSQL's processes crashed.
    const isRunning = opened.isRunning();
    if (!isRunning) {
      giveUpAfter(cameBackAt);
      say("PostgreSQL has stopped unexpectedly. Starting it again …");
    } else await sleep(PAUSE);
    if (isStopping()) return forever();
    opened = await reopen();
    if (isRunning && !opened.started) continue;
    // It was still stopping a moment ago.
    if (isRunning) giveUpAfter(cameBackAt);
    cameBackAt = Date.now();
    say("PostgreSQL is running again.");
  }
}

const forever = () => new Promise<never>(() => {});

function giveUpAfter(cameBackAt: number) {
  if (Date.now() - cameBackAt < SHORTEST_RUN)
    throw new DatabaseUnavailable(
      "PostgreSQL stopped again soon after it was restarted. Its log is postgres.log in the data folder.",
    );
}
