import { MOST_IN_SITEMAP } from "@/lib/representations/sitemap";
import { compareText } from "@/lib/values/compare-text";
import { groupBy } from "@/lib/values/group-by";

/** How many filings have a filing date. Null stands for those without one. */
export type FilingsOfDay = { day: string | null; filings: number };

/** A sitemap of filings. */
export type SitemapOfFilings = {
  /** `2013-07`; `2013-07-15` or `2013-07-15-2` if one is not enough; `undated` and `undated-2`. */
  name: string;
  /** The first and the last filing date in it; null for filings without one. */
  days: { first: string; last: string } | null;
  /** How many filings of these days are in earlier sitemaps. */
  skip: number;
};

/**
 * All sitemaps of filings, newest first: one for each month or, for a month with more filings than a sitemap may have, one for each of
 * its days. The place of a filing therefore depends only on its day, and those that come in later move no others. EDGAR has never
 * accepted more filings in a day than fit in a sitemap. Such a day would have several, with numbers.
 */
export function sitemapsOfFilings(counts: readonly FilingsOfDay[]): SitemapOfFilings[] {
  const dated = counts.flatMap(({ day, filings }) => (day === null || filings === 0 ? [] : [{ day, filings }]));
  dated.sort((a, b) => compareText(b.day, a.day));
  const months = groupBy(dated, ({ day }) => day.slice(0, "2013-07".length));
  const undated = counts.reduce((sum, { day, filings }) => sum + (day === null ? filings : 0), 0);
  return [
    ...[...months].flatMap(([month, days]) => {
      const [newest, oldest] = [days[0], days.at(-1)];
      if (!newest || !oldest) return [];
      return days.reduce((sum, { filings }) => sum + filings, 0) <= MOST_IN_SITEMAP
        ? [{ name: month, days: { first: oldest.day, last: newest.day }, skip: 0 }]
        : days.flatMap(({ day, filings }) => numbered({ name: day, days: { first: day, last: day } }, filings));
    }),
    ...numbered({ name: "undated", days: null }, undated),
  ];
}

const numbered = (of: Omit<SitemapOfFilings, "skip">, filings: number): SitemapOfFilings[] =>
  Array.from({ length: Math.ceil(filings / MOST_IN_SITEMAP) }, (_, index) => ({
    ...of,
    name: index === 0 ? of.name : `${of.name}-${index + 1}`,
    skip: index * MOST_IN_SITEMAP,
  }));
