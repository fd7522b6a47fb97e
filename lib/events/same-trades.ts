import { type FiledName, filedName } from "@/lib/names/filed-name";
import type { RowEvent } from "@/lib/record/derived-filing";
import { compareText } from "@/lib/values/compare-text";
import { groupBy } from "@/lib/values/group-by";
import { joinAmended } from "./amended-trades";
import { eventKey, roughEventKey } from "./event-key";
import { byAcceptance, keyOf, type PlacedRow } from "./placed-row";
import { reportOf } from "./split-reports";
import { type Tie, type Ties, tieOfRows, tiesOf } from "./tie";
import { type TyingEntry, type Witness, witnessOf } from "./witness";

/** What makes two equal rows one trade, if anything does. */
export type TieOf = (a: PlacedRow, b: PlacedRow) => Tie | null;

const NOTHING_SUPERSEDED: ReadonlyMap<string, string> = new Map();

/**
 * The trades of one issuer that stand in several filings, by the keys of all their rows. Rows of two filings are one
 * trade if their event keys are equal and the filings are tied, directly or through others that report it too. Rows of
 * one filing are tranches, however equal: the n-th of one filing pairs with the n-th of another. What was one trade
 * before an amendment changed one of its rows still is.
 * @param entries filings of one issuer, in any order
 * @param supersededBy by the keys of rows that amendments superseded, those of the rows that stand in their place
 * @param isAskedFor false for rows that are not to be looked at: of equal rows, all or none
 */
export function sameTrades(
  entries: readonly TyingEntry[],
  supersededBy: ReadonlyMap<string, string> = NOTHING_SUPERSEDED,
  isAskedFor: (rowKey: string) => boolean = () => true,
): ReadonlyMap<string, RowEvent> {
  const events = new Map<string, RowEvent>();
  const equal = rowsOfSeveralFilings(entries, isAskedFor);
  if (equal.length === 0) return events;

  const restating = new Set(supersededBy.values());
  const ties = tieFinder(restating);
  let together = equal.flatMap((rows) => {
    const standing = supersededBy.size === 0 ? rows : rows.filter((row) => !supersededBy.has(keyOf(row)));
    return isOfSeveralFilings(standing) ? oneTradeEach(standing, ties) : [];
  });
  if (supersededBy.size > 0) together = joinAmended(together, equal, { entries, supersededBy, restating, ties });
  for (const rows of together) {
    const event = eventOf(rows);
    for (const row of rows) events.set(keyOf(row), event);
  }
  return events;
}

/** Of equal rows of several filings those that are one trade, where there are two and more. */
function oneTradeEach(rows: readonly PlacedRow[], ties: TieOf): PlacedRow[][] {
  const reports = reportOf(new Set(rows.map(({ entry }) => entry.filing)));
  const byReport = groupBy(rows, ({ entry }) => reports.get(entry.filing.accessionNumber) ?? "");
  const longest = Math.max(...[...byReport.values()].map((ofReport) => ofReport.length));
  const found: PlacedRow[][] = [];
  for (let n = 0; n < longest; n++) {
    const nth = [...byReport.values()].flatMap((ofReport) => ofReport[n] ?? []);
    for (const together of tied(nth, ties)) if (together.length > 1) found.push(together);
  }
  return found;
}

const inOrderOfAcceptance = (entries: readonly TyingEntry[]): TyingEntry[] => [...new Set(entries)].sort(byAcceptance);

const isOfSeveralFilings = (rows: readonly PlacedRow[]): boolean => rows.some(({ entry }) => entry !== rows[0]?.entry);

/** Groups of rows with equal event keys in more than one filing, superseded ones too, in the order of acceptance. */
function rowsOfSeveralFilings(
  entries: readonly TyingEntry[],
  isAskedFor: (rowKey: string) => boolean,
): (readonly PlacedRow[])[] {
  return roughGroups(entries)
    .filter(isOfSeveralFilings)
    .flatMap((rough) => {
      const rows = rough
        .filter((row) => isAskedFor(keyOf(row)))
        .sort(({ entry: a }, { entry: b }) => byAcceptance(a, b));
      const exact = groupBy(rows, ({ row, entry }) => eventKey(row, entry.filing.issuer.cik));
      return [...exact.values()].filter(isOfSeveralFilings);
    });
}

/** Rows of one rough key, where there are two and more: nearly every row is alone with its own. */
function roughGroups(entries: readonly TyingEntry[]): PlacedRow[][] {
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

/** Finds what ties two rows; what ties their filings, once for each two. */
function tieFinder(restating: ReadonlySet<string>): TieOf {
  const witnesses = new Map<TyingEntry, Witness>();
  const known = new Map<TyingEntry, Map<TyingEntry, Ties>>();
  const names = new Map<string, FiledName | null>();
  const nameOf = (asFiled: string): FiledName | null => {
    const known = names.get(asFiled);
    const name = known === undefined ? filedName(asFiled) : known;
    names.set(asFiled, name);
    return name;
  };
  const witness = (entry: TyingEntry): Witness => {
    const made = witnesses.get(entry) ?? witnessOf(entry, nameOf);
    witnesses.set(entry, made);
    return made;
  };
  return (a, b) => {
    const ofA = known.get(a.entry) ?? new Map<TyingEntry, Ties>();
    known.set(a.entry, ofA);
    const ties = ofA.get(b.entry) ?? tiesOf(witness(a.entry), witness(b.entry));
    ofA.set(b.entry, ties);
    return tieOfRows(ties, a.row, b.row, restating);
  };
}

/** Rows of different reports, put together where a chain of ties leads from one to the other. Keeps their order. */
function tied(rows: readonly PlacedRow[], ties: TieOf): PlacedRow[][] {
  const groups: PlacedRow[][] = [];
  for (const row of rows) {
    const joined = groups.filter((group) => group.some((other) => ties(other, row) !== null));
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

/** The filing accepted first; where that is not known of all, the one filed first; else the lowest accession number. */
function firstToLast(rows: readonly PlacedRow[]): TyingEntry[] {
  const entries = inOrderOfAcceptance(rows.map(({ entry }) => entry));
  const known = (["filedAt", "filingDate"] as const).find((name) =>
    entries.every(({ filing }) => filing[name] !== null),
  );
  const day = ({ filing }: TyingEntry) => (known ? (filing[known] ?? "") : "");
  return entries.sort(
    (a, b) => compareText(day(a), day(b)) || compareText(a.filing.accessionNumber, b.filing.accessionNumber),
  );
}

function eventOf(rows: readonly PlacedRow[]): RowEvent {
  const order = firstToLast(rows);
  const counted = rows.find(({ entry }) => entry === order[0]);
  return {
    counted: counted ? keyOf(counted) : "",
    filings: order.map(({ filing }) => filing.accessionNumber),
    owners: [...new Set(order.flatMap(({ filing }) => filing.owners.flatMap(({ cik }) => cik ?? [])))].sort(),
  };
}
