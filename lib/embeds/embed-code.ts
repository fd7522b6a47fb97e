import { embedUrl } from "@/lib/urls";
import { escapeXml } from "@/lib/values/escape-xml";
import { visibleControls } from "@/lib/values/visible-controls";

export type EmbeddedPage = {
  /** The address of the page on this site, and of what others show of it. */
  page: string;
  embed: string;
  title: string;
  /** In pixels, at the usual width. */
  height: number;
};

/**
 * What can be shown of the page at a path, which may have a query; null if nothing can.
 * @param name of the insider or issuer as filed, for the title
 */
export function embedOf(asked: string, name: string | null = null): EmbeddedPage | null {
  const [path = ""] = asked.split("?");
  const [, filing, place] = path.match(/^\/filings\/([A-Za-z0-9-]+)(?:\/(?:rows|notes)\/([A-Za-z0-9-]+))?$/) ?? [];
  // Not at a ticker, from which the page of an issuer redirects.
  const [, cik] = path.match(/^\/(?:insiders|issuers)\/(\d+)$/) ?? [];
  // A filing has no filter and no past days.
  const page = filing === undefined ? asked : path;
  if (filing === undefined && cik === undefined) return null;
  const of = filing === undefined ? (name ?? `CIK ${cik}`) : `Filing ${filing}`;
  return {
    page,
    embed: embedUrl(page),
    title: `${of}${place === undefined ? "" : `, ${place}`}, Section 16`,
    height: cik !== undefined ? 720 : place === undefined ? 420 : 240,
  };
}

/** A frame to paste into another page. It needs no script. */
export const embedCode = (site: string, { embed, title, height }: Omit<EmbeddedPage, "page">): string =>
  `<iframe src="${escapeXml(site + embed)}" title="${escapeXml(visibleControls(title))}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;
