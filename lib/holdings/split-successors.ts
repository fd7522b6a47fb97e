import { rowDate, type SeriesRow } from "@/lib/record/row-in-filing";
import { parseDecimal } from "@/lib/values/decimal";
import type { DerivedLine } from "./derived-lines";
import { effectiveDay } from "./drawn-splits";
import type { Split } from "./splits";

/** The line on which an option continues after a split, and the day of its first report. */
export type Successor = { line: string; on: string; split: Split };

/**
 * After a split an option has another price, and so is on another line. By the id of the earlier line: the only line with the same
 * ownership and expiry that begins after the split, at the adjusted price, to the cent. Titles may differ, because filers
 * misspell them.
 * @param lines of one issuer
 */
export function splitSuccessors(
  lines: readonly DerivedLine[],
  splits: readonly Split[],
): ReadonlyMap<string, Successor> {
  const successors = new Map<string, Successor>();
  if (splits.length === 0) return successors;
  const options = lines.flatMap((line) => optionOf(line) ?? []);
  for (const option of options) {
    for (const split of splits) {
      const found = options.filter((other) => isAfter(option, other, split));
      const [only, another] = found;
      if (!only || another) continue;
      successors.set(option.id, { line: only.id, on: only.from, split });
      break;
    }
  }
  return successors;
}

type Option = { id: string; kind: string; price: string; from: string; to: string };

function optionOf({ id, rows }: DerivedLine): Option | null {
  const [first, last] = [rows[0], rows.at(-1)];
  const price = last ? parseDecimal(last.row.conversionOrExercisePrice.value) : null;
  if (!first || !last || !price?.gt(0) || last.row.tableNumber !== "II" || last.row.expirationDate.value === null) {
    return null;
  }
  const [from, to] = [rowDate(first), rowDate(last)];
  return from === null || to === null ? null : { id, kind: kindOf(last), price: price.toFixed(), from, to };
}

const kindOf = ({ row, issuerCik }: SeriesRow): string =>
  [issuerCik, row.directOrIndirect.value, row.expirationDate.value].join("|");

function isAfter(option: Option, other: Option, split: Split): boolean {
  const day = effectiveDay(split);
  if (other.id === option.id || other.kind !== option.kind || option.to >= day || other.from < day) return false;
  const [before, after] = [parseDecimal(option.price), parseDecimal(other.price)];
  if (!before || !after) return false;
  return before.times(split.ratio.old).div(split.ratio.new).minus(after).abs().lte("0.01");
}
