import type { Edgar } from "@/db/edgar/edgar";
import { listUnnoted, noteListed } from "@/db/edgar/listed-filings";
import { readPage } from "@/db/edgar/read-page";
import { currentFeedAddress, FEED_PAGE_SIZE } from "@/lib/edgar/addresses";
import { parseCurrentFeed } from "@/lib/edgar/current-feed";
import type { ListedFiling } from "@/lib/edgar/index-file";
import { newYorkClock } from "@/lib/values/new-york-time";

const TYPES = ["3", "4", "5"] as const;
/** EDGAR's feed goes back no further. */
const MOST_PAGES = 20;

/**
 * Records what EDGAR's feed lists after a day, as far back as there is something new.
 * @returns how many filings are new
 */
export async function pollFeed(edgar: Edgar, after: string): Promise<number> {
  const { db } = edgar.connection;
  const found: ListedFiling[] = [];
  for (const type of TYPES) {
    for (let page = 0; page < MOST_PAGES; page++) {
      const address = currentFeedAddress(type, page * FEED_PAGE_SIZE);
      const feed = await readPage(edgar, address, "the feed of current filings", parseCurrentFeed);
      if (!feed) break;
      if (feed.unreadable.length > 0)
        edgar.tell({ kind: "unreadable", url: edgar.client.urlOf(address), entries: feed.unreadable });
      const isNew = await listUnnoted(
        db,
        feed.filings.map(({ accessionNumber }) => accessionNumber),
      );
      const fresh = feed.filings.filter(
        ({ accessionNumber, filingDate }) => isNew.has(accessionNumber) && (filingDate === null || filingDate > after),
      );
      found.push(...fresh);
      // A page lists filers rather than filings, so only a page without anything new ends the search.
      if (fresh.length === 0 || feed.entries < FEED_PAGE_SIZE) break;
    }
  }
  // Record them all at once: the next search stops at the first page that is already recorded.
  await noteListed(db, found, newYorkClock(edgar.clock.now()).day, "feed");
  return new Set(found.map(({ accessionNumber }) => accessionNumber)).size;
}
