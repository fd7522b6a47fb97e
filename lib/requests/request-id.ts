/** The header by which a proxy in front and this server name a request. */
export const REQUEST_ID = "x-request-id";

/**
 * The id of a request that came with this header, or null: it goes into logs, headers and pages, so that only letters, digits and
 * dashes are taken over.
 */
export const requestIdIn = (header: string | string[] | undefined): string | null =>
  typeof header === "string" && /^[A-Za-z0-9-]{8,64}$/.test(header) ? header : null;
