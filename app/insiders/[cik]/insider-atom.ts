import { filingsInView } from "@/app/insiders/[cik]/lines";
import { rowsFeed } from "@/app/rows-feed";
import { listFilings } from "@/db/queries/list-filings";
import { database } from "@/db/server/client";
import type { InsiderView } from "@/lib/views/insider";

const FILINGS = 50;

/** The newest filings with transactions that match the filter, newest first regardless of the table's order. */
export async function insiderAtom({ lead: { insider }, query, title, url }: InsiderView): Promise<Response> {
  const filter = { ...query.filter, insider: filingsInView(insider.cik, query.filter).insider };
  const { entries } = await listFilings(database(), filter, { after: null, limit: FILINGS, onlyTransactions: true });
  return rowsFeed({ title, url, entries, filter });
}
