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
export function sitemapStream(batches: AsyncGenerator<string[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(`${DECLARATION}<urlset ${NAMESPACE}>\n`));
    },
    async pull(controller) {
      const { value, done } = await batches.next();
      const text = done ? "</urlset>\n" : value.map((url) => element("url", url)).join("");
      controller.enqueue(encoder.encode(text));
      if (done) controller.close();
    },
    async cancel() {
      await batches.return(undefined);
    },
  });
}
