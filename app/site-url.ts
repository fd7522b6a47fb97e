/**
 * Where readers reach the site: links in feeds and files begin with it. The start command always sets it. The build does
 * not, so a page that would be prerendered with an address fails to build.
 */
export function siteUrl(): string {
  const url = process.env.SITE_URL;
  if (!url) throw new Error("SITE_URL is not set. Only the start command runs the site, and it sets SITE_URL.");
  return url;
}
