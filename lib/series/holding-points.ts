import type { DerivedLine } from "@/lib/holdings/derived-lines";
import { describeGap, type GapInWords } from "@/lib/holdings/describe-gap";
import { splitFactor } from "@/lib/holdings/drawn-splits";
import { balanceRow } from "@/lib/holdings/holding-line";
import type { Successor } from "@/lib/holdings/split-successors";
import type { Split } from "@/lib/holdings/splits";
import type { BalanceCheck } from "@/lib/record/balance-check";
import { impliedPriorBalance } from "@/lib/record/continuity";
import { rowId, type TableNumber } from "@/lib/record/reported-row";
import { rowDate, rowKey, type SeriesRow } from "@/lib/record/row-in-filing";
import { type CodeGroup, codeGroup } from "@/lib/record/transaction-codes";
import { dayNumber } from "@/lib/values/calendar-day";
import { parseDecimal } from "@/lib/values/decimal";

/**
 * One report of a balance. The step goes from `before`, the previous level of the line, to `start` by a change that no row
 * explains, and from there to `balance` by the row's own change. Levels are floats and only for drawing.
 */
export type HoldingPoint = {
  key: string;
  accessionNumber: string;
  rowId: string;
  date: string;
  day: number;
  /** `null` at the beginning of the line. */
  before: number | null;
  start: number;
  balance: number;
  /** Colour of the row's own change; `null` for a holding, which changes nothing. */
  group: CodeGroup | null;
  code: string | null;
  /** As reported, in exact decimal text, even before a split. */
  reported: string;
  /** Whether the balance follows from the previous one on the line and, if not, why; null if it is not checked. */
  check: BalanceCheck | null;
  /** The part of the change that no row explains, exact; `null` if there is none, or nothing to compare. */
  unexplained: string | null;
  /** The same in words, with the explanation. */
  gap: Pick<GapInWords, "label" | "reason" | "words" | "from"> | null;
};

/** A holding line as charts draw it. */
export type HoldingLine = {
  id: string;
  tableNumber: TableNumber;
  /** Title as last filed. */
  security: string;
  /** For shares "direct" or the vehicle as filed, for a derivative its title. */
  label: string;
  /** How it is held, and the terms that distinguish a grant. */
  fullLabel: string;
  directOrIndirect: string | null;
  points: HoldingPoint[];
  /** More than one if grants of a title are added up. */
  chains: number;
  /** The last day of a derivative, if the filing gives a date. */
  expiresOn: string | null;
  /** The splits before which balances are drawn at their adjusted level. */
  splits: readonly Split[];
  /** For an option that continues at another price after a split: the first report of its new line. */
  goesOnAs: Successor | null;
};

/** The balances of a line over time. Balances before a split of the line are drawn at their level after it. */
export function holdingPoints({ rows }: DerivedLine, splits: readonly Split[]): HoldingPoint[] {
  const points: HoldingPoint[] = [];
  for (const source of rows) {
    const point = holdingPoint(source, points.at(-1) ?? null, splits);
    if (point) points.push(point);
  }
  return points;
}

function holdingPoint(source: SeriesRow, last: HoldingPoint | null, splits: readonly Split[]): HoldingPoint | null {
  const { row, filing } = source;
  const date = rowDate(source);
  const day = dayNumber(date);
  const reported = parseDecimal(row.sharesOwnedFollowing.value)?.toFixed();
  if (date === null || day === null || reported === undefined) return null;
  const { check } = source.derived;
  const factor = splitFactor(splits, date);
  const before = last?.balance ?? null;
  const implied = Number(impliedPriorBalance(balanceRow(source)) ?? reported) * factor;
  const isThroughSplit = last !== null && factor !== splitFactor(splits, last.date);
  const follows = before !== null && (check?.state === "consistent" || (isThroughSplit && nearly(before, implied)));
  const isGap = check?.state === "gap" && !follows;
  return {
    key: rowKey(source),
    accessionNumber: filing.accessionNumber,
    rowId: rowId(row),
    date,
    day,
    before,
    start: follows ? before : implied,
    balance: Number(reported) * factor,
    group: row.kind === "transaction" ? codeGroup(row.transactionCode ?? "") : null,
    code: row.transactionCode,
    reported,
    check,
    unexplained: isGap ? check.difference : null,
    gap: isGap ? describeGap(check) : null,
  };
}

/** Equal except for the fraction of a share that a split leaves. */
const nearly = (a: number, b: number) => Math.abs(a - b) < 1;
