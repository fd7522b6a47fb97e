import { DatabaseUnavailable } from "@/db/server/database-unavailable";
import type { OpenDatabase } from "./opened-database";

/** A server that is lost again sooner than this will not stay up. */
const SHORTEST_RUN = 30_000;

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
    if (isStopping()) return new Promise<never>(() => {});
    // Somebody may only have cut our connection, or PostgreSQL may have cut all after a fault in one of them.
    const isRunning = opened.isRunning();
    if (!isRunning && Date.now() - cameBackAt < SHORTEST_RUN)
      throw new DatabaseUnavailable(
        "PostgreSQL stopped again soon after it was restarted. Its log is postgres.log in the data folder.",
      );
    if (!isRunning) say("PostgreSQL has stopped unexpectedly. Starting it again …");
    opened = await reopen();
    if (isRunning && !opened.started) continue;
    cameBackAt = Date.now();
    say("PostgreSQL is running again.");
  }
}
