/** The header with which a proxy and this server identify a request. */
export const REQUEST_ID = "x-request-id";

/**
 * The id of a request with this header, or null. It appears in logs, headers and pages, so only letters, digits and dashes are
 * accepted.
 */
export const requestIdIn = (header: string | string[] | undefined): string | null =>
  typeof header === "string" && /^[A-Za-z0-9-]{8,64}$/.test(header) ? header : null;
