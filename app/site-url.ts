/**
 * The public address of the site, with which links in feeds and files begin. The start command always sets it. The build does
 * not, so the build fails for any page that would be prerendered with an address.
 */
export function siteUrl(): string {
  const url = process.env.SITE_URL;
  if (!url) throw new Error("SITE_URL is not set. Only the start command runs the site, and it sets SITE_URL.");
  return url;
}
