type Asked = {
  /** The header `Origin`, which browsers send with every POST. */
  origin: string | null;
  /** The header `Host`. */
  host: string | null;
  /** The address at which readers reach the site. */
  siteUrl: string;
};

/**
 * Whether a request that changes something comes from a page of this site, and not from another that the reader has open. A
 * program that is not a browser sends no origin and is allowed.
 */
export function isOwnOrigin({ origin, host, siteUrl }: Asked): boolean {
  if (origin === null) return true;
  if (origin === siteUrl) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  // A foreign name can be made to point to this machine, and then matches its own host. An address cannot.
  return from.host === host && (from.hostname === "localhost" || isAddress(from.hostname));
}

/** Whether a host name is a numeric address. */
export const isAddress = (hostname: string) =>
  /^(?:\d{1,3}\.){3}\d{1,3}$/.test(hostname) || /^\[[\da-f:.]+\]$/i.test(hostname);
