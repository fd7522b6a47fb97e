/**
 * The public address of the site, with which links in feeds and files begin. The start command always sets it. The build does
 * not, so the build fails for any page that would be prerendered with an address.
 */
export function siteUrl(): string {
  const url = process.env.SITE_URL;
  if (!url) throw new Error("SITE_URL is not set. Only the start command runs the site, and it sets SITE_URL.");
  return url;
}

/** The same, if others can reach it: not if it names this machine, as it does unless the setting is used. */
export function publicSiteUrl(): string | null {
  const { hostname } = new URL(siteUrl());
  return /^(?:localhost|.*\.localhost|127\..*|0\.0\.0\.0|\[::1?\])$/.test(hostname) ? null : siteUrl();
}
