import { isUnreachable } from "@/db/server/connection-loss";

/** Why the database gave no answer, if a reader can do something about it; null for any other error. */
export type QueryFailure = "too slow" | "unreachable" | "too many past days";

/** As many past days as we allow are being worked out, and others wait. Known by its code, because Next gives every route a copy of this class. */
export class TooManyPastDays extends Error {
  readonly code = TOO_MANY_PAST_DAYS;
}

const TOO_MANY_PAST_DAYS = "TOO_MANY_PAST_DAYS";

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: query_canceled, lock_not_available. */
const TOO_SLOW = new Set(["57014", "55P03"]);

/** Drizzle wraps the driver's error, so the code is somewhere in its chain of causes. */
export function queryFailure(error: unknown): QueryFailure | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (TOO_SLOW.has(code)) return "too slow";
  if (code === TOO_MANY_PAST_DAYS) return "too many past days";
  return queryFailure(error.cause) ?? (isUnreachable(error) ? "unreachable" : null);
}
