/**
 * Node's and PostgreSQL's own codes for a connection that failed or was ended by the server, for a lack of connections, and for
 * a disk that takes no more: nothing that could be done for one file would help.
 */
const LOST = [
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "57P01", "57P02", "57P03", "53300"],
  ...["53100", "58030", "ENOSPC", "EDQUOT", "EROFS"],
];

const IN_WORDS =
  /Connection terminated|connection error|no space left on device|read-only file system|disk quota exceeded/i;

/** Whether the database went away under a command; the driver tells the first to ask by a code, later ones in words. */
export function isConnectionLoss(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (LOST.includes(code)) return true;
  // The words of an error that wraps another hold the query, and with it the text of a filing.
  return error.cause instanceof Error ? isConnectionLoss(error.cause) : IN_WORDS.test(error.message);
}
