/**
 * Codes of Node and PostgreSQL for a connection that failed or that the server ended, for a lack of connections, and for a full
 * disk: errors that would occur for any file.
 */
const LOST = [
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "57P01", "57P02", "57P03", "53300"],
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
