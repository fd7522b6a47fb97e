import type { GapReason } from "@/lib/record/balance-check";
import { entryRows } from "@/lib/record/entry-rows";
import type { FilingEntry } from "@/lib/record/filing";
import { rowKey } from "@/lib/record/row-in-filing";
import { partsOfKey } from "@/lib/record/row-key";
import { compareText } from "@/lib/values/compare-text";
import { type Gap, gapOf } from "./gap";
import { type Split, splitReason, splits, statedSplits } from "./splits";

/** A balance that hints at a split, by row keys, with the result of its check. */
export type SplitHint = {
  key: string;
  prior: string;
  line: string;
  expected: string | null;
  reported: string | null;
  difference: string | null;
};

const filingOf = (key: string) => partsOfKey(key).accessionNumber;

/** The filings of some hints, and of the balances before them. */
export const filingsOfHints = (hints: readonly SplitHint[]): string[] => [
  ...new Set(hints.flatMap(({ key, prior }) => [filingOf(key), filingOf(prior)])),
];

type Hinted = Pick<FilingEntry, "filing" | "rows" | "notes" | "derived">;

/**
 * The splits that the balances of an issuer's insiders show, the earliest first.
 * @param hints all hints at splits of the issuer
 * @param entries the filings of the hints
 */
export const hintedSplits = (hints: readonly SplitHint[], entries: readonly Hinted[]): Split[] =>
  read(hints, entries).found;

/** The reason for each balance of an issuer that a split explains, by row key. */
export function splitReasons(hints: readonly SplitHint[], entries: readonly Hinted[]): ReadonlyMap<string, GapReason> {
  const { gaps, found } = read(hints, entries);
  return new Map(
    gaps.flatMap((gap) => {
      const reason = splitReason(gap, found);
      return reason ? [[rowKey(gap.source), reason] as const] : [];
    }),
  );
}

function read(hints: readonly SplitHint[], entries: readonly Hinted[]): { gaps: Gap[]; found: Split[] } {
  const inOrder = [...entries].sort((a, b) => compareText(a.filing.accessionNumber, b.filing.accessionNumber));
  const sources = new Map(entryRows(inOrder).map((source) => [rowKey(source), source]));
  const gaps = [...hints]
    .sort((a, b) => compareText(a.key, b.key))
    .flatMap(({ key, prior: priorKey, line, expected, reported, difference }): Gap | Gap[] => {
      const [source, prior] = [sources.get(key), sources.get(priorKey)];
      if (!source || !prior) return [];
      const check = { state: "gap", expected, reported, difference, missing: null, prior: null, reason: null } as const;
      return gapOf({ source, prior, line, position: 0, check }) ?? [];
    });
  return { gaps, found: splits(gaps, inOrder.flatMap(statedSplits)) };
}
