/** Where readers reach the site: links in feeds and files begin with it. The start command always sets it. */
export const siteUrl = () => process.env.SITE_URL ?? "http://localhost:3000";
