import { siteUrl } from "@/app/site-url";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { matchingRows } from "@/lib/lists/matching-rows";
import type { FilingEntry } from "@/lib/record/filing";
import { atomFeed } from "@/lib/representations/atom";
import { rowAtomEntry } from "@/lib/representations/row-atom-entry";
import { inFormat } from "@/lib/urls";

type Feed = {
  title: string;
  /** The path of the view. */
  url: string;
  /** Newest first. */
  entries: FilingEntry[];
  filter: FilingFilter;
};

/** The rows that match a filter, as an Atom feed. */
export const rowsFeed = ({ title, url, entries, filter }: Feed): string =>
  atomFeed({
    title,
    url: siteUrl() + url,
    selfUrl: siteUrl() + inFormat(url, "atom"),
    updated: entries[0]?.filing.orderedAt ?? "1970-01-01T00:00:00.000Z",
    entries: entries.flatMap((entry) => matchingRows(entry, filter).map((row) => rowAtomEntry(entry, row, siteUrl()))),
  });
