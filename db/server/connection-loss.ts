/**
 * Codes of Node and PostgreSQL for a connection that failed or that the server ended, for a server that has become a replica, for a
 * lack of connections, and for a full disk: errors that would occur for any file.
 */
const LOST = [
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "57P01", "57P02", "57P03", "25006", "53300"],
  ...["53100", "58030", "ENOSPC", "EDQUOT", "EROFS"],
];

const IN_WORDS =
  /Connection terminated|connection error|no space left on device|read-only file system|disk quota exceeded/i;

/** Whether the database went away during a command. The driver reports this with a code the first time, and later in words. */
export function isConnectionLoss(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (LOST.includes(code)) return true;
  // The message of an error that wraps another contains the query, and with it the text of a filing.
  return error.cause instanceof Error ? isConnectionLoss(error.cause) : IN_WORDS.test(error.message);
}

/** Class 08, shutdowns, too many connections, and socket errors. */
const UNREACHABLE = /^(?:08...|57P0[1-5]|53300|E(?:CONN(?:REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH))$/;
/** Messages of the driver without a code. */
const CONNECTION_LOST = /^Connection terminated|^timeout (?:expired$|exceeded when trying to connect)/;

/** Whether a query failed because its server could not be reached, or went away. Drizzle wraps the driver's error. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return UNREACHABLE.test(code) || CONNECTION_LOST.test(error.message) || isUnreachable(error.cause);
}
