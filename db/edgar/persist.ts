import type { Edgar } from "@/db/edgar/edgar";
import { noteFailure } from "@/db/edgar/follow-position";

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Repeats a task until the signal. A failure is reported, recorded for the pages to show, and retried at growing intervals.
 * @param work returns how many milliseconds to wait before the next time
 */
export async function persist(edgar: Edgar, work: () => Promise<number>): Promise<void> {
  const { clock, signal, connection, tell } = edgar;
  const wait = (ms: number) => clock.sleep(ms, signal).catch(() => undefined);
  let pause = FIRST_PAUSE_MS;
  while (!signal?.aborted) {
    try {
      const ms = await work();
      pause = FIRST_PAUSE_MS;
      if (ms > 0) await wait(ms);
    } catch (error) {
      if (signal?.aborted) return;
      const message = inWords(error);
      const ms = pause * (0.75 + clock.random() / 4);
      tell({ kind: "failed", message, retrySeconds: Math.round(ms / 1000) });
      await noteFailure(connection.db, message, new Date(clock.now())).catch(() => undefined);
      await wait(ms);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    }
  }
}

/** Drizzle wraps the database's error in the text of the query. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const innermost = error.cause instanceof Error ? inWords(error.cause) : "";
  if (/^Failed query/.test(error.message) && innermost) return `the database reported an error: ${innermost}`;
  const first = error instanceof AggregateError ? error.errors.find((e): e is Error => e instanceof Error) : undefined;
  return error.message || first?.message || error.name;
}
