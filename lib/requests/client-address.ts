/**
 * Who sends a request, for limits. Of several addresses, the proxy in front of this site added the last, and a client can write only those
 * before it. Next adds the address of the connection if no proxy did.
 */
export const clientAddress = ({ headers }: Pick<Request, "headers">): string =>
  headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
