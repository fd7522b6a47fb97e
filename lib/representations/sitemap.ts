import { escapeXml } from "@/lib/values/escape-xml";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The most addresses that a sitemap may have (sitemaps.org). */
export const MOST_IN_SITEMAP = 50_000;

const element = (name: string, url: string) => `<${name}><loc>${escapeXml(url)}</loc></${name}>\n`;

/** An index of sitemaps. */
export const sitemapIndex = (urls: readonly string[]): string =>
  `${DECLARATION}<sitemapindex ${NAMESPACE}>\n${urls.map((url) => element("sitemap", url)).join("")}</sitemapindex>\n`;

/** A sitemap, read and sent one batch at a time. */
export async function* sitemapParts(batches: AsyncIterable<string[]>): AsyncGenerator<string> {
  yield `${DECLARATION}<urlset ${NAMESPACE}>\n`;
  for await (const urls of batches) yield urls.map((url) => element("url", url)).join("");
  yield "</urlset>\n";
}
