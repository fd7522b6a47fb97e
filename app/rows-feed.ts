import { siteFeed } from "@/app/site-feed";
import { siteUrl } from "@/app/site-url";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { listedRows, matchingRows } from "@/lib/lists/matching-rows";
import type { FilingEntry } from "@/lib/record/filing";
import type { AtomEntry } from "@/lib/representations/atom";
import { filingAtomEntry, rowAtomEntry } from "@/lib/representations/row-atom-entry";

type Feed = {
  title: string;
  /** The path of the view. */
  url: string;
  /** Newest first. */
  entries: FilingEntry[];
  filter: FilingFilter;
};

/** The rows that match a filter, as an Atom feed. */
export const rowsFeed = (feed: Feed): Response =>
  feedOf(feed, (entry) => matchingRows(entry, feed.filter).map((row) => rowAtomEntry(entry, row, siteUrl())));

/** Filings under a filter, as an Atom feed of their rows. A filing without rows is an entry itself. */
export const filingsFeed = (feed: Feed): Response =>
  feedOf(feed, (entry) => {
    const rows = listedRows(entry, feed.filter);
    return rows.length === 0
      ? filingAtomEntry(entry.filing, siteUrl())
      : rows.map((row) => rowAtomEntry(entry, row, siteUrl()));
  });

const feedOf = ({ title, url, entries }: Feed, entriesOf: (entry: FilingEntry) => AtomEntry | AtomEntry[]): Response =>
  siteFeed({
    title,
    url,
    updated: entries[0]?.filing.orderedAt ?? "1970-01-01T00:00:00.000Z",
    entries: entries.flatMap(entriesOf),
  });
