/** SQLSTATEs of a statement, a lock and an idle transaction that took longer than its connection allows. */
const TIMED_OUT = ["57014", "55P03", "25P03"];

/** Whether the database ended this by one of the timeouts in `purposes.ts`: worth another try later, and no fault of the data. */
export function isTimedOut(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return TIMED_OUT.includes(code) || isTimedOut(error.cause);
}
