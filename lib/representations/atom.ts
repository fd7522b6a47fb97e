import { escapeXml } from "@/lib/values/escape-xml";

export type AtomEntry = {
  /** Never changes: a `tag:` URI of the accession number and, for a row, its id. */
  id: string;
  title: string;
  url: string;
  /** ISO instant. */
  updated: string;
  authors: string[];
  summary: string;
};

type AtomFeed = {
  title: string;
  url: string;
  selfUrl: string;
  /** The WebSub hub that sends changes of the feed to those who ask for them (https://www.w3.org/TR/websub/), or null. */
  hub: string | null;
  updated: string;
  entries: AtomEntry[];
};

/** The date is part of the tag's authority, not of the entry, so it never changes. */
const AUTHORITY = "tag:section16.local,2026:";

export const feedId = (path: string) => `${AUTHORITY}${path}`;
export const entryId = (accessionNumber: string, row?: string) =>
  `${AUTHORITY}${accessionNumber}${row ? `/${row}` : ""}`;

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;
const link = (rel: string, href: string) => `<link rel="${rel}" href="${escapeXml(href)}"/>`;

/** An Atom feed (RFC 4287). */
export function atomFeed({ title, url, selfUrl, hub, updated, entries }: AtomFeed): string {
  const body = entries.map((entry) =>
    [
      "<entry>",
      element("id", entry.id),
      element("title", entry.title),
      link("alternate", entry.url),
      element("updated", entry.updated),
      ...entry.authors.map((name) => `<author>${element("name", name)}</author>`),
      element("summary", entry.summary),
      "</entry>",
    ].join(""),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element("id", feedId(new URL(url).pathname + new URL(url).search)),
    element("title", title),
    link("alternate", url),
    link("self", selfUrl),
    ...(hub === null ? [] : [link("hub", hub)]),
    element("updated", updated),
    `<author>${element("name", "Section 16")}</author>`,
    ...body,
    "</feed>",
    "",
  ].join("\n");
}
