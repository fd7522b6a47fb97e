/** Node's and PostgreSQL's own codes for a connection that failed or was ended by the server, and for a full disk. */
const LOST = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "57P01", "57P02", "57P03", "53300", "53100"];

/** Whether the database went away under a command; the driver tells the first to ask by a code, later ones in words. */
export function isConnectionLoss(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    LOST.includes(code) || /Connection terminated|connection error/.test(error.message) || isConnectionLoss(error.cause)
  );
}
