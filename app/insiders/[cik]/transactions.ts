import { insiderQueryUrl } from "@/app/insiders/[cik]/query";
import type { InsiderReading } from "@/app/insiders/[cik]/read-insider";
import { countBroader } from "@/app/nothing-found";
import { loadRowMarks } from "@/app/row-marks";
import { standardColumns } from "@/components/listing/transactions-model";
import { countListed } from "@/db/queries/list-filings";
import { findPartyNames } from "@/db/queries/party-names";
import type { Db } from "@/db/server/client";
import { filterUrl, type IgnoredValue } from "@/lib/filters/filing-filter";
import { relaxedFilters } from "@/lib/filters/relaxed-filters";
import { NO_MARKS } from "@/lib/lists/row-marks";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import { rowId } from "@/lib/record/reported-row";
import { insiderUrl, transactionsUrl } from "@/lib/urls";
import { COUNTED, upTo } from "@/lib/values/counts";
import type { InsiderQuery, InsiderView } from "@/lib/views/insider";
import type { BroaderList } from "@/lib/views/nothing-found";

const PAGE_SIZE = 50;

/** One page of the lines that match, and the `after` of the address if it is not in the list. */
export async function loadTransactions(
  db: Db,
  reading: InsiderReading,
): Promise<{ query: InsiderQuery; transactions: Omit<InsiderView["transactions"], "title">; ignored: IgnoredValue[] }> {
  const { asked, lines, issuers, insider, entries, isCut } = reading;
  const standard = standardColumns(issuers.length > 1);
  const query = asked.columns.join() === standard.join() ? { ...asked, columns: [] } : asked;
  const place = placeBehind(query.after, lines);
  const page = lines.slice(place.at, place.at + PAGE_SIZE);
  const last = lines.length > place.at + PAGE_SIZE ? page.at(-1) : undefined;
  const marks = await loadRowMarks(db, [
    ...new Map(page.map(({ entry }) => [entry.filing.accessionNumber, entry])).values(),
  ]);
  return {
    query,
    ignored: place.ignored,
    transactions: {
      words: reading.words,
      sort: query.sort,
      columns: query.columns.length > 0 ? query.columns : standard,
      lines: page.map((line) => ({ ...line, marks: marks[line.row.accessionNumber]?.[rowId(line.row)] ?? NO_MARKS })),
      count: isCut ? { count: null, countAtLeast: Math.min(lines.length, COUNTED) } : upTo(lines.length),
      pageSize: PAGE_SIZE,
      isFirstPage: place.at === 0,
      next: last ? insiderQueryUrl(insiderUrl(insider.cik), { ...query, after: last.key.replace("#", ".") }) : null,
      screener: filterUrl(transactionsUrl(), { ...query.filter, insider: [{ cik: insider.cik }] }),
      relaxed: lines.length === 0 && reading.words !== "" ? await broaderLists(db, insider.cik, query) : [],
      replaced: reading.replaced,
      readOnly: isCut ? entries.length : null,
      filings: insider.filings,
    },
  };
}

/** If nothing matches: the filings with transactions under each broader filter. */
async function broaderLists(db: Db, cik: string, query: InsiderQuery): Promise<BroaderList[]> {
  const relaxed = relaxedFilters(query.filter, await findPartyNames(db, query.filter));
  const lists = relaxed.map(({ filter, ...said }) => ({
    ...said,
    href: insiderQueryUrl(insiderUrl(cik), { ...query, after: null, filter }),
    count: (client: Db) => countListed(client, { ...filter, insider: [{ cik }] }, true),
  }));
  return countBroader(db, lists, "filing");
}

/** Where a page begins. If the list does not contain the line, the page begins at the top. */
function placeBehind(after: string | null, lines: TransactionLine[]): { at: number; ignored: IgnoredValue[] } {
  if (after === null) return { at: 0, ignored: [] };
  const found = lines.findIndex(({ key }) => key === after.replace(".", "#"));
  if (found >= 0) return { at: found + 1, ignored: [] };
  return {
    at: 0,
    ignored: [{ kind: "value", name: "after", value: after, reason: "not a position in this list" }],
  };
}
