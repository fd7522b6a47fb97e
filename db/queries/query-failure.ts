/** Why the database gave no answer, if a reader can do something about it; null for any other error. */
export type QueryFailure = "too slow" | "unreachable";

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: query_canceled, lock_not_available. */
const TOO_SLOW = new Set(["57014", "55P03"]);
/** Class 08, shutdowns, too many connections, and socket errors. */
const UNREACHABLE = /^(?:08...|57P0[1-5]|53300|E(?:CONN(?:REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH))$/;
/** Messages of the driver without a code. */
const CONNECTION_LOST = /^Connection terminated|^timeout exceeded when trying to connect/;

/** Drizzle wraps the driver's error, so the code is somewhere in its chain of causes. */
export function queryFailure(error: unknown): QueryFailure | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (TOO_SLOW.has(code)) return "too slow";
  if (UNREACHABLE.test(code) || CONNECTION_LOST.test(error.message)) return "unreachable";
  return queryFailure(error.cause);
}
