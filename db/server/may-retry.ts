import { DatabaseError } from "pg";

/** Drizzle wraps what the database says in the text of the query. */
export const firstCause = (error: Error): Error => (error.cause instanceof Error ? firstCause(error.cause) : error);

/** Serialization failure, deadlock, and a wait for a lock that took too long. */
const PASSING = ["40001", "40P01", "55P03"];

/** Whether the same transaction may succeed in a moment, because another one was in its way. */
export function mayRetry(error: unknown): boolean {
  const cause = error instanceof Error ? firstCause(error) : null;
  return cause instanceof DatabaseError && PASSING.includes(cause.code ?? "");
}
