import type { ReportedRow } from "@/lib/record/reported-row";
import { partsOfKey } from "@/lib/record/row-key";
import { eventKey } from "./event-key";
import type { LinkableEntry } from "./evidence";
import type { LinkOf } from "./link";
import { byAcceptance, type PlacedRow, placedKey } from "./placed-row";
import { reportOf } from "./split-reports";

/** A current row and the rows that it replaced: how one filing and its amendments reported one trade. */
type Trade = { row: PlacedRow; versions: readonly PlacedRow[] };

type Given = {
  entries: readonly LinkableEntry[];
  supersededBy: ReadonlyMap<string, string>;
  /** Keys of the rows that replaced others. */
  restating: ReadonlySet<string>;
  links: LinkOf;
};

/**
 * Joins rows of several filings that were equal before an amendment changed one of them: two reports of one trade remain so when
 * one is corrected. A row in which an amendment combined several others is no longer the trade that was reported.
 * @param together groups of current rows that are one trade
 * @param equal rows of several filings with equal event keys, including superseded rows, in the order of acceptance
 */
export function joinAmended(
  together: readonly PlacedRow[][],
  equal: readonly (readonly PlacedRow[])[],
  { entries, supersededBy, restating, links }: Given,
): PlacedRow[][] {
  const amended = equal.filter((rows) => {
    const keys = rows.map(placedKey);
    const isAmended = keys.some((key) => supersededBy.has(key) || restating.has(key));
    return isAmended && new Set(keys.map((key) => supersededBy.get(key) ?? key)).size > 1;
  });
  if (amended.length === 0) return [...together];
  const tradeOf = trades(entries, supersededBy);
  const groups = new Map<string, PlacedRow[]>();
  for (const group of together) for (const row of group) groups.set(placedKey(row), group);
  const groupOf = (trade: Trade): PlacedRow[] => groups.get(placedKey(trade.row)) ?? [trade.row];
  for (const rows of amended.sort(byEventKey)) {
    const alike = [...new Set(rows.flatMap((row) => tradeOf(placedKey(row)) ?? []))];
    const isAlike = new Set(rows.map(({ row }) => row));
    const areApart = apart(alike.flatMap(groupOf), tradeOf);
    alike.forEach((trade, at) => {
      for (const earlier of alike.slice(0, at)) {
        const [one, other] = [groupOf(earlier), groupOf(trade)];
        if (one === other || !areApart(one, other) || !areLinked(earlier, trade, isAlike, links)) continue;
        const joined = [...one, ...other];
        for (const row of joined) groups.set(placedKey(row), joined);
      }
    });
  }
  return [...new Set(groups.values())];
}

const eventKeyOf = ([first]: readonly PlacedRow[]): string =>
  (first && eventKey(first.row, first.entry.filing.issuer.cik)) ?? "";

function byEventKey(a: readonly PlacedRow[], b: readonly PlacedRow[]): number {
  const [one, other] = [eventKeyOf(a), eventKeyOf(b)];
  return one < other ? -1 : Number(one > other);
}

/** The trade that a row reports, superseded or not; null if two rows of one filing were combined. */
function trades(
  entries: readonly LinkableEntry[],
  supersededBy: ReadonlyMap<string, string>,
): (rowKey: string) => Trade | null {
  const numbers = new Map(entries.map((entry) => [entry.filing.accessionNumber, entry]));
  const placed = (key: string): PlacedRow | null => {
    const entry = numbers.get(partsOfKey(key).accessionNumber);
    const row = entry?.rows.find((candidate) => placedKey({ row: candidate, entry }) === key);
    return entry && row ? { row, entry } : null;
  };
  const originals = new Map<string, string[]>();
  for (const [original, by] of supersededBy) {
    const known = originals.get(by);
    if (known) known.push(original);
    else originals.set(by, [original]);
  }
  const known = new Map<string, Trade | null>();
  return (rowKey) => {
    const key = supersededBy.get(rowKey) ?? rowKey;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const row = placed(key);
    const before = (originals.get(key) ?? []).flatMap((original) => placed(original) ?? []);
    const wereSeveral = new Set(before.map(({ entry }) => entry)).size < before.length;
    const trade = row && !wereSeveral ? { row, versions: [...before, row] } : null;
    known.set(key, trade);
    return trade;
  };
}

/** Whether no report has rows in both groups. If one has, they are tranches, even if they are equal. */
function apart(
  rows: readonly PlacedRow[],
  tradeOf: (rowKey: string) => Trade | null,
): (one: readonly PlacedRow[], other: readonly PlacedRow[]) => boolean {
  const entriesOf = (row: PlacedRow) => (tradeOf(placedKey(row))?.versions ?? [row]).map(({ entry }) => entry);
  const inOrder = [...new Set(rows.flatMap(entriesOf))].sort(byAcceptance);
  const reports = reportOf(inOrder.map(({ filing }) => filing));
  const reportsOf = (group: readonly PlacedRow[]) =>
    group.flatMap(entriesOf).map(({ filing }) => reports.get(filing.accessionNumber));
  return (one, other) => {
    const ofOne = new Set(reportsOf(one));
    return reportsOf(other).every((report) => !ofOne.has(report));
  };
}

/**
 * Any version may link the two, because an amendment may omit a note of its original. If the link is a shared owner, only the
 * rows that are equal count.
 */
function areLinked(a: Trade, b: Trade, isAlike: ReadonlySet<ReportedRow>, links: LinkOf): boolean {
  return a.versions.some((one) =>
    b.versions.some((other) => {
      const link = links(one, other);
      return link !== null && (link.kind !== "shared owner" || (isAlike.has(one.row) && isAlike.has(other.row)));
    }),
  );
}
