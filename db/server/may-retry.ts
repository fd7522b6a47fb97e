import { DatabaseError } from "pg";

/** Drizzle wraps the database's error in the text of the query. */
export const firstCause = (error: Error): Error => (error.cause instanceof Error ? firstCause(error.cause) : error);

/** Serialization failure, deadlock, and a wait for a lock that took too long. */
const PASSING = ["40001", "40P01", "55P03"];

/** Whether the same transaction may succeed in a moment, because another one was in its way. */
export function mayRetry(error: unknown): boolean {
  const cause = error instanceof Error ? firstCause(error) : null;
  return cause instanceof DatabaseError && PASSING.includes(cause.code ?? "");
}

/** SQLSTATEs of a statement, a lock and an idle transaction that took longer than its connection allows. */
const TIMED_OUT = ["57014", "55P03", "25P03"];

/**
 * Whether the database ended this by one of the timeouts in `purposes.ts`: worth another try later, and not the fault of the
 * data.
 */
export function isTimedOut(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return TIMED_OUT.includes(code) || isTimedOut(error.cause);
}
