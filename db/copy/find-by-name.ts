import type { AskedOfParties, FilingsOfParty, FoundParties } from "@/db/copy/questions";
import { type FoundPage, type PageOfList, pageOf } from "@/db/queries/list-filings";
import { partiesByName } from "@/db/queries/sorted-filings";
import type { Db } from "@/db/server/client";
import type { Cursor } from "@/lib/filters/cursor";
import type { ListOrder } from "@/lib/filters/list-order";
import { groupBy } from "@/lib/values/group-by";
import type { Directory } from "@/lib/views/directory";

/** What the copy is asked. Null if it does not answer. */
type AskCopy = {
  ofParties: (asked: AskedOfParties) => Promise<FilingsOfParty[] | null>;
  parties: (directory: Directory) => Promise<FoundParties["ciks"]>;
};

export const isByName = (order: ListOrder): order is ListOrder & { column: "insider" | "issuer" } =>
  order.column === "insider" || order.column === "issuer";

/** How many parties are looked at first, and how many times as many next. Under most filters, enough of the first have filings. */
const FIRST_PARTIES = 200;
const MORE_PARTIES = 8;

/**
 * A page of a list by name. The database knows the names, and the copy the filings, which the database would look for among all lines of
 * one party after another.
 * @returns null for a page that only the database can find: on the way back, and where filings without a name begin
 */
export async function findByName(
  db: Db,
  place: PageOfList,
  copy: AskCopy,
  most = FIRST_PARTIES,
): Promise<FoundPage | null> {
  const { order, start } = place;
  if (!isByName(order) || !place.onlyTransactions) return null;
  if (start !== null && (start.isBack || (start.cursor.key ?? null) === null)) return null;
  const { column } = order;
  const wanted = place.limit + 1;
  const of = (ciks: readonly string[] | null, parties: number) =>
    filingsByName(db, place, { column, ciks, most: parties, wanted }, copy);
  const found = await of(null, most);
  if (found === null || found.length === wanted) return found && pageOf(found, place);
  // If few parties have such filings, the copy names them. If not, enough of the next ones do.
  const ciks = await copy.parties(`${column}s`);
  const further = ciks === null ? await of(null, MORE_PARTIES * most) : await of(ciks, most);
  return further?.length === wanted ? pageOf(further, place) : null;
}

/** The filings of the first parties by name after the start. */
async function filingsByName(
  db: Db,
  { order, start }: PageOfList,
  {
    column,
    ciks,
    most,
    wanted,
  }: { column: "insider" | "issuer"; ciks: readonly string[] | null; most: number; wanted: number },
  copy: AskCopy,
): Promise<Cursor[] | null> {
  const name = start?.cursor.key ?? null;
  const parties = await partiesByName(db, column, {
    ciks,
    isAscending: !order.descending,
    from: name === null ? null : { name, isIncluded: true },
    most,
  });
  const ofStart = parties.filter(({ key }) => key === name).map(({ cik }) => cik);
  const found = await copy.ofParties({
    directory: `${column}s`,
    ciks: parties.map(({ cik }) => cik),
    limit: wanted,
    older: start && { ciks: ofStart, than: start.cursor },
  });
  if (found === null) return null;
  const byCik = new Map(found.map(({ cik, filings }) => [cik, filings]));
  const byName = groupBy(parties, ({ key }) => key);
  const places: Cursor[] = [];
  for (const [key, ofName] of byName) {
    const filings = ofName.flatMap(({ cik }) => byCik.get(cik) ?? []).map((filing) => ({ ...filing, key }));
    places.push(...filings.sort((one, other) => (isOlder(one, other) ? 1 : -1)));
    if (places.length >= wanted) break;
  }
  return places.slice(0, wanted);
}

const isOlder = (one: Cursor, other: Cursor) =>
  one.orderedAt === other.orderedAt ? one.accessionNumber < other.accessionNumber : one.orderedAt < other.orderedAt;
