import Big from "big.js";
import { parseDecimal } from "@/lib/edgar/decimal";
import { type ReportedRow, rowId } from "@/lib/edgar/reported-row";
import { type CodeGroup, chipWord, codeGroup, type MarkFill, markFill } from "@/lib/edgar/transaction-codes";
import { rowValue } from "@/lib/edgar/transaction-value";
import { dayNumber } from "./calendar-day";
import { inFilingOrder, rowKey, type SeriesRow, uniqueRows } from "./series-row";
import { rowsUnderPlan } from "./under-plan";

/** A transaction as one mark. Amounts are exact decimals as text; `null` is "not reported". */
export type TradeEvent = {
  key: string;
  /** Its place among all events in time and filing order. */
  order: number;
  accessionNumber: string;
  rowId: string;
  tableNumber: ReportedRow["tableNumber"];
  group: CodeGroup;
  fill: MarkFill;
  code: string | null;
  word: string;
  underPlan: boolean;
  date: string;
  day: number;
  security: string;
  shares: string | null;
  acquiredDisposedCode: string | null;
  price: string | null;
  value: string | null;
  sharesOwnedFollowing: string | null;
  directOrIndirect: string | null;
  natureOfOwnership: string | null;
};

type Dated = { source: SeriesRow; date: string; day: number };

const isDated = (entry: { source: SeriesRow; date: string | null; day: number | null }): entry is Dated =>
  entry.date !== null && entry.day !== null;

/** Shares that a leg moves, counted in the security that the other leg shows. */
const sharesMoved = ({ row }: SeriesRow, as: "own" | "underlying"): Big | null =>
  parseDecimal(as === "own" ? row.transactionShares.value : row.underlyingSecurityShares.value);

const agree = (a: Big | null, b: Big | null): boolean => a !== null && b !== null && a.eq(b);

const groupBy = <T>(entries: readonly T[], key: (entry: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(key(entry));
    if (group) group.push(entry);
    else groups.set(key(entry), [entry]);
  }
  return [...groups.values()];
};

const sum = (amounts: (Big | null)[]): Big | null =>
  amounts.reduce<Big | null>((total, amount) => (total && amount ? total.plus(amount) : null), new Big(0));

type Legs = { dropped: Set<string>; exercisePriced: Set<string> };

/** An exercise stands in both tables: the Table I leg is the mark, its Table II leg lends it only the exercise price. */
function pairExercises(sameDay: readonly Dated[], legs: Legs): void {
  const inTable = (table: "I" | "II") => sameDay.filter(({ source }) => source.row.tableNumber === table);
  const shares = inTable("I");
  const derivatives = inTable("II");
  const merge = (from: Dated[], into: Dated[]) => {
    for (const { source } of from) {
      legs.dropped.add(rowKey(source));
      if (source.row.conversionOrExercisePrice.value === null) continue;
      for (const leg of into) legs.exercisePriced.add(rowKey(leg.source));
    }
  };
  const openShares = [...shares];
  const openDerivatives: Dated[] = [];
  for (const derivative of derivatives) {
    const match = openShares.findIndex(
      ({ source }) =>
        agree(sharesMoved(source, "own"), sharesMoved(derivative.source, "underlying")) ||
        agree(sharesMoved(source, "own"), sharesMoved(derivative.source, "own")),
    );
    if (match < 0) openDerivatives.push(derivative);
    else merge([derivative], openShares.splice(match, 1));
  }
  // Several series of preferred stock often become one line of common stock: they pair as a whole.
  if (openShares.length === 0 || openDerivatives.length === 0) return;
  const received = sum(openShares.map(({ source }) => sharesMoved(source, "own")));
  for (const as of ["underlying", "own"] as const) {
    if (!agree(received, sum(openDerivatives.map(({ source }) => sharesMoved(source, as))))) continue;
    merge(openDerivatives, openShares);
    return;
  }
}

/** A gift to a trust of one's own stands as given and as received: the giving leg is the mark. */
function pairGifts(sameDay: readonly Dated[], legs: Legs): void {
  const received = sameDay.filter(({ source }) => source.row.acquiredDisposedCode.value === "A");
  for (const { source: given } of sameDay) {
    if (given.row.acquiredDisposedCode.value !== "D") continue;
    const match = received.findIndex(({ source }) => agree(sharesMoved(source, "own"), sharesMoved(given, "own")));
    const [leg] = match < 0 ? [] : received.splice(match, 1);
    if (leg) legs.dropped.add(rowKey(leg.source));
  }
}

/**
 * Rows as events, in time: one event for the two legs of an exercise and for the two of a gift, and for a row that comes
 * once for each owner of a joint filing. Holdings, and transactions whose date is missing, are none. Whether a row is
 * under a plan is told from its whole filing: where `rows` are only some of it, the caller says it.
 */
export function tradeEvents(
  rows: readonly SeriesRow[],
  underPlan: ReadonlySet<string> = rowsUnderPlan(rows),
): TradeEvent[] {
  const unique = uniqueRows(rows).filter(({ row }) => row.kind === "transaction");
  const dated = unique
    .map((source) => ({
      source,
      date: source.row.transactionDate.value,
      day: dayNumber(source.row.transactionDate.value),
    }))
    .filter(isDated)
    .sort((a, b) => a.day - b.day || inFilingOrder(a.source, b.source));

  const legs: Legs = { dropped: new Set(), exercisePriced: new Set() };
  const groupOf = ({ source }: Dated) => codeGroup(source.row.transactionCode ?? "");
  const together = groupBy(dated, (entry) =>
    [entry.source.filing.accessionNumber, entry.day, entry.source.row.transactionCode].join(" "),
  );
  for (const sameDay of together) {
    const group = sameDay[0] && groupOf(sameDay[0]);
    if (group === "exercise") pairExercises(sameDay, legs);
    if (group === "gift") pairGifts(sameDay, legs);
  }

  return dated
    .filter(({ source }) => !legs.dropped.has(rowKey(source)))
    .map((entry, order): TradeEvent => {
      const { row, filing } = entry.source;
      const key = rowKey(entry.source);
      const group = groupOf(entry);
      const hasExercisePrice = row.conversionOrExercisePrice.value !== null || legs.exercisePriced.has(key);
      return {
        key,
        order,
        accessionNumber: filing.accessionNumber,
        rowId: rowId(row),
        tableNumber: row.tableNumber,
        group,
        fill: markFill(group, underPlan.has(key)),
        code: row.transactionCode,
        word: row.transactionCode === null ? "No code" : chipWord(row.transactionCode, { hasExercisePrice }),
        underPlan: underPlan.has(key),
        date: entry.date,
        day: entry.day,
        security: row.securityTitle.value ?? "",
        shares: row.transactionShares.value,
        acquiredDisposedCode: row.acquiredDisposedCode.value,
        price: row.pricePerShare.value,
        value: rowValue(row),
        sharesOwnedFollowing: row.sharesOwnedFollowing.value,
        directOrIndirect: row.directOrIndirect.value,
        natureOfOwnership: row.natureOfOwnership.value,
      };
    });
}
