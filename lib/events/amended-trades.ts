import type { ReportedRow } from "@/lib/record/reported-row";
import { eventKey } from "./event-key";
import { byAcceptance, keyOf, type PlacedRow } from "./placed-row";
import type { TieOf } from "./same-trades";
import { reportOf } from "./split-reports";
import type { TyingEntry } from "./witness";

/** A row that stands, and before it those whose place it took: all that one trade was reported as in one filing and its amendments. */
type Trade = { row: PlacedRow; versions: readonly PlacedRow[] };

type Given = {
  entries: readonly TyingEntry[];
  supersededBy: ReadonlyMap<string, string>;
  /** Keys of the rows that took the place of others. */
  restating: ReadonlySet<string>;
  ties: TieOf;
};

/**
 * Puts those of several filings together that were equal before an amendment changed one of them: two reports of one trade stay
 * that when one is put right. Rows that an amendment put together with others are no longer the trade that was reported.
 * @param together rows that are one trade as they stand
 * @param equal rows of several filings with equal event keys, superseded ones too, in the order of acceptance
 */
export function joinAmended(
  together: readonly PlacedRow[][],
  equal: readonly (readonly PlacedRow[])[],
  { entries, supersededBy, restating, ties }: Given,
): PlacedRow[][] {
  const amended = equal.filter((rows) => {
    const keys = rows.map(keyOf);
    const isAmended = keys.some((key) => supersededBy.has(key) || restating.has(key));
    return isAmended && new Set(keys.map((key) => supersededBy.get(key) ?? key)).size > 1;
  });
  if (amended.length === 0) return [...together];
  const tradeOf = trades(entries, supersededBy);
  const groups = new Map<string, PlacedRow[]>();
  for (const group of together) for (const row of group) groups.set(keyOf(row), group);
  const groupOf = (trade: Trade): PlacedRow[] => groups.get(keyOf(trade.row)) ?? [trade.row];
  for (const rows of amended.sort(byEventKey)) {
    const alike = [...new Set(rows.flatMap((row) => tradeOf(keyOf(row)) ?? []))];
    const isAlike = new Set(rows.map(({ row }) => row));
    const areApart = apart(alike.flatMap(groupOf), tradeOf);
    alike.forEach((trade, at) => {
      for (const earlier of alike.slice(0, at)) {
        const [one, other] = [groupOf(earlier), groupOf(trade)];
        if (one === other || !areApart(one, other) || !areTied(earlier, trade, isAlike, ties)) continue;
        const joined = [...one, ...other];
        for (const row of joined) groups.set(keyOf(row), joined);
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

/** The trade that a row reports, superseded or not; null where two rows of one filing were put together. */
function trades(
  entries: readonly TyingEntry[],
  supersededBy: ReadonlyMap<string, string>,
): (rowKey: string) => Trade | null {
  const numbers = new Map(entries.map((entry) => [entry.filing.accessionNumber, entry]));
  const placed = (key: string): PlacedRow | null => {
    const entry = numbers.get(key.slice(0, key.indexOf("#")));
    const row = entry?.rows.find((candidate) => keyOf({ row: candidate, entry }) === key);
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

/** Whether no report has rows in both groups: those would be tranches, however equal. */
function apart(
  rows: readonly PlacedRow[],
  tradeOf: (rowKey: string) => Trade | null,
): (one: readonly PlacedRow[], other: readonly PlacedRow[]) => boolean {
  const entriesOf = (row: PlacedRow) => (tradeOf(keyOf(row))?.versions ?? [row]).map(({ entry }) => entry);
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
 * By any words that were said of the two: an amendment may leave out a note of its original. Where the owners are the same, by
 * the rows that are equal alone.
 */
function areTied(a: Trade, b: Trade, isAlike: ReadonlySet<ReportedRow>, ties: TieOf): boolean {
  return a.versions.some((one) =>
    b.versions.some((other) => {
      const tie = ties(one, other);
      return tie !== null && (tie.kind !== "shared owner" || (isAlike.has(one.row) && isAlike.has(other.row)));
    }),
  );
}
