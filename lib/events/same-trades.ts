import { type FiledName, filedName } from "@/lib/names/filed-name";
import type { RowEvent } from "@/lib/record/derived-filing";
import { compareText } from "@/lib/values/compare-text";
import { groupBy } from "@/lib/values/group-by";
import { joinAmended } from "./amended-trades";
import { eventKey, roughEventKey } from "./event-key";
import { type Evidence, evidenceOf, type LinkableEntry } from "./evidence";
import { type LinkOf, type Links, linkOfRows, linksBetween } from "./link";
import { byAcceptance, type PlacedRow, placedKey } from "./placed-row";
import { reportOf } from "./split-reports";

const NOTHING_SUPERSEDED: ReadonlyMap<string, string> = new Map();

/**
 * The trades of one issuer that several filings report, by the keys of all their rows. Rows of two filings are one trade if
 * their event keys are equal and the filings are linked, directly or through others that report it too. Equal rows of one
 * filing are tranches: the n-th of one filing pairs with the n-th of another. A trade remains one trade after an amendment
 * changes one of its rows.
 * @param entries filings of one issuer, in any order
 * @param supersededBy keys of superseded rows, each with the key of the row that replaced it
 * @param isAskedFor false for rows to ignore; of equal rows, it must be true for all or for none
 */
export function sameTrades(
  entries: readonly LinkableEntry[],
  supersededBy: ReadonlyMap<string, string> = NOTHING_SUPERSEDED,
  isAskedFor: (rowKey: string) => boolean = () => true,
): ReadonlyMap<string, RowEvent> {
  const events = new Map<string, RowEvent>();
  const equal = rowsOfSeveralFilings(entries, isAskedFor);
  if (equal.length === 0) return events;

  const restating = new Set(supersededBy.values());
  const links = linkFinder(restating);
  let together = equal.flatMap((rows) => {
    const standing = supersededBy.size === 0 ? rows : rows.filter((row) => !supersededBy.has(placedKey(row)));
    return isOfSeveralFilings(standing) ? oneTradeEach(standing, links) : [];
  });
  if (supersededBy.size > 0) together = joinAmended(together, equal, { entries, supersededBy, restating, links });
  for (const rows of together) {
    const event = eventOf(rows);
    for (const row of rows) events.set(placedKey(row), event);
  }
  return events;
}

/** Groups equal rows of several filings into trades that two or more of them report. */
function oneTradeEach(rows: readonly PlacedRow[], links: LinkOf): PlacedRow[][] {
  const reports = reportOf(new Set(rows.map(({ entry }) => entry.filing)));
  const byReport = groupBy(rows, ({ entry }) => reports.get(entry.filing.accessionNumber) ?? "");
  const longest = Math.max(...[...byReport.values()].map((ofReport) => ofReport.length));
  const found: PlacedRow[][] = [];
  for (let n = 0; n < longest; n++) {
    const nth = [...byReport.values()].flatMap((ofReport) => ofReport[n] ?? []);
    for (const together of linked(nth, links)) if (together.length > 1) found.push(together);
  }
  return found;
}

const inOrderOfAcceptance = (entries: readonly LinkableEntry[]): LinkableEntry[] =>
  [...new Set(entries)].sort(byAcceptance);

const isOfSeveralFilings = (rows: readonly PlacedRow[]): boolean => rows.some(({ entry }) => entry !== rows[0]?.entry);

/** Groups of rows with equal event keys in more than one filing, including superseded rows, in the order of acceptance. */
function rowsOfSeveralFilings(
  entries: readonly LinkableEntry[],
  isAskedFor: (rowKey: string) => boolean,
): (readonly PlacedRow[])[] {
  return roughGroups(entries)
    .filter(isOfSeveralFilings)
    .flatMap((rough) => {
      const rows = rough
        .filter((row) => isAskedFor(placedKey(row)))
        .sort(({ entry: a }, { entry: b }) => byAcceptance(a, b));
      const exact = groupBy(rows, ({ row, entry }) => eventKey(row, entry.filing.issuer.cik));
      return [...exact.values()].filter(isOfSeveralFilings);
    });
}

/** Groups of two or more rows with the same rough key. Nearly every row has a rough key of its own. */
function roughGroups(entries: readonly LinkableEntry[]): PlacedRow[][] {
  const alone = new Map<string, PlacedRow>();
  const groups = new Map<string, PlacedRow[]>();
  const seen = new Set<string>();
  for (const entry of entries) {
    if (seen.has(entry.filing.accessionNumber)) continue;
    seen.add(entry.filing.accessionNumber);
    for (const row of entry.rows) {
      const key = roughEventKey(row);
      if (key === null) continue;
      const placed = { row, entry };
      const first = alone.get(key);
      if (!first) {
        alone.set(key, placed);
        continue;
      }
      const group = groups.get(key);
      if (group) group.push(placed);
      else groups.set(key, [first, placed]);
    }
  }
  return [...groups.values()];
}

/** Finds the link between two rows, and compares each pair of filings only once. */
function linkFinder(restating: ReadonlySet<string>): LinkOf {
  const made = new Map<LinkableEntry, Evidence>();
  const known = new Map<LinkableEntry, Map<LinkableEntry, Links>>();
  const names = new Map<string, FiledName | null>();
  const nameOf = (asFiled: string): FiledName | null => {
    const known = names.get(asFiled);
    const name = known === undefined ? filedName(asFiled) : known;
    names.set(asFiled, name);
    return name;
  };
  const evidence = (entry: LinkableEntry): Evidence => {
    const found = made.get(entry) ?? evidenceOf(entry, nameOf);
    made.set(entry, found);
    return found;
  };
  return (a, b) => {
    const ofA = known.get(a.entry) ?? new Map<LinkableEntry, Links>();
    known.set(a.entry, ofA);
    const links = ofA.get(b.entry) ?? linksBetween(evidence(a.entry), evidence(b.entry));
    ofA.set(b.entry, links);
    return linkOfRows(links, a.row, b.row, restating);
  };
}

/** Groups rows of different reports that a chain of links connects. Keeps their order. */
function linked(rows: readonly PlacedRow[], links: LinkOf): PlacedRow[][] {
  const groups: PlacedRow[][] = [];
  for (const row of rows) {
    const joined = groups.filter((group) => group.some((other) => links(other, row) !== null));
    const [into] = joined;
    if (!into) {
      groups.push([row]);
      continue;
    }
    for (const group of joined.slice(1)) groups.splice(groups.indexOf(group), 1);
    into.push(...joined.slice(1).flat(), row);
  }
  return groups;
}

/** By acceptance if all have it, else by filing date if all have it, else by accession number. */
function firstToLast(rows: readonly PlacedRow[]): LinkableEntry[] {
  const entries = inOrderOfAcceptance(rows.map(({ entry }) => entry));
  const known = (["filedAt", "filingDate"] as const).find((name) =>
    entries.every(({ filing }) => filing[name] !== null),
  );
  const day = ({ filing }: LinkableEntry) => (known ? (filing[known] ?? "") : "");
  return entries.sort(
    (a, b) => compareText(day(a), day(b)) || compareText(a.filing.accessionNumber, b.filing.accessionNumber),
  );
}

function eventOf(rows: readonly PlacedRow[]): RowEvent {
  const order = firstToLast(rows);
  const counted = rows.find(({ entry }) => entry === order[0]);
  return {
    counted: counted ? placedKey(counted) : "",
    filings: order.map(({ filing }) => filing.accessionNumber),
    owners: [...new Set(order.flatMap(({ filing }) => filing.owners.flatMap(({ cik }) => cik ?? [])))].sort(),
  };
}
