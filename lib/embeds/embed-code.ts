import { embedUrl } from "@/lib/urls";
import { escapeXml } from "@/lib/values/escape-xml";

export type EmbeddedPage = {
  /** The path of the page, and of what others show of it. */
  page: string;
  embed: string;
  title: string;
  /** In pixels, at the usual width. */
  height: number;
};

/** What can be shown of the page at a path; null if nothing can. */
export function embedOf(page: string): EmbeddedPage | null {
  const [, directory, name, place] =
    page.match(/^\/(filings|insiders|issuers)\/([A-Za-z0-9-]+)(?:\/(?:rows|notes)\/([A-Za-z0-9-]+))?$/) ?? [];
  if (directory === undefined || (place !== undefined && directory !== "filings")) return null;
  const of = directory === "filings" ? `Filing ${name}` : `${directory === "insiders" ? "Insider" : "Issuer"} ${name}`;
  return {
    page,
    embed: embedUrl(page),
    title: `${of}${place === undefined ? "" : `, ${place}`}, Section 16`,
    height: place === undefined ? 420 : 240,
  };
}

/** A frame to paste into another page. It needs no script. */
export const embedCode = (site: string, { embed, title, height }: Omit<EmbeddedPage, "page">): string =>
  `<iframe src="${escapeXml(site + embed)}" title="${escapeXml(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;
