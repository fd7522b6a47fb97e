import type { DerivedLine } from "@/lib/holdings/derived-lines";
import { securityName } from "@/lib/holdings/holding-line";
import type { Split } from "@/lib/holdings/splits";
import { rowDate, rowKey, type SeriesRow } from "@/lib/record/row-in-filing";
import { parseDecimal } from "@/lib/values/decimal";

/** The factor that makes a balance of some day comparable with those after all splits. A float, only for drawing. */
export const splitFactor = (splits: readonly Split[], date: string): number =>
  splits.reduce((factor, split) => (date < effectiveDay(split) ? factor * ratioOf(split) : factor), 1);

/** The day, or the last possible one. */
export const effectiveDay = ({ date, until }: Split): string => date ?? until;

const ratioOf = ({ ratio }: Split): number => Number(ratio.new) / Number(ratio.old);

/**
 * For each line, by its id, the splits by which its earlier balances are drawn: those that a line of the same security shows,
 * except for a line whose own balances stay the same through that day. Whatever the filings say about a split, a line that does
 * not show it stays as reported.
 */
export function drawnSplits(
  lines: readonly DerivedLine[],
  splits: readonly Split[],
): ReadonlyMap<string, readonly Split[]> {
  if (splits.length === 0) return new Map();
  const found = lines.map((line) => ({
    line,
    security: securityOf(line),
    seen: splits.map((split) => passage(line, split)),
  }));
  return new Map(
    found.map(({ line, security, seen }) => [
      line.id,
      splits.filter(
        (_, index) =>
          seen[index] !== "unchanged" &&
          found.some((other) => other.security === security && other.seen[index] === "split"),
      ),
    ]),
  );
}

const securityOf = ({ rows }: DerivedLine): string => {
  const row = rows.at(-1)?.row;
  return `${row?.tableNumber} ${securityName(row?.securityTitle.value ?? null)}`;
};

/** What a line's balances show about a split; null if it has none on one side of it. */
function passage({ rows }: DerivedLine, split: Split): "split" | "unchanged" | null {
  const day = effectiveDay(split);
  for (let at = 1; at < rows.length; at++) {
    const [prior, row] = [rows[at - 1], rows[at]];
    if (!prior || !row || (rowDate(prior) ?? day) >= day || (rowDate(row) ?? "") < day) continue;
    return isSplitAt(prior, row, split) ? "split" : "unchanged";
  }
  return null;
}

function isSplitAt(prior: SeriesRow, row: SeriesRow, split: Split): boolean {
  const { check } = row.derived;
  if (check?.state !== "gap") return false;
  if (check.reason?.kind === "split" || split.evidence.includes(rowKey(row))) return true;
  const [before, expected, reported] = [prior.row.sharesOwnedFollowing.value, check.expected, check.reported].map(
    (text) => parseDecimal(text),
  );
  if (!before || !expected || !reported) return false;
  const splitBefore = before.times(split.ratio.new).div(split.ratio.old);
  return splitBefore.plus(expected).minus(before).minus(reported).abs().lt(1);
}
