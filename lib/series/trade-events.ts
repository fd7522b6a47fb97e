import { exercises } from "@/lib/holdings/exercise-pairs";
import { onlyHolder } from "@/lib/holdings/row-holder";
import { countedRows } from "@/lib/holdings/standing-rows";
import { statedTransfer, transfers } from "@/lib/holdings/transfer-pairs";
import { isUnderPlan } from "@/lib/plans/plan-of-row";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { inFilingOrder, rowKey, type SeriesRow, uniqueRows } from "@/lib/record/row-in-filing";
import { keyOfRow } from "@/lib/record/row-key";
import { type CodeGroup, chipWord, codeGroup, type MarkFill, markFill } from "@/lib/record/transaction-codes";
import { rowValue } from "@/lib/record/transaction-value";
import { dayNumber } from "@/lib/values/calendar-day";
import { groupBy } from "@/lib/values/group-by";

/** A transaction as one mark. Amounts are exact decimals as text; `null` is "not reported". */
export type TradeEvent = {
  key: string;
  /** Its position among all events, by time and filing order. */
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
  /** The currency of the price; null if it is in US dollars. */
  currency: string | null;
  /** In US dollars. Also null if the price is in another currency, or a figure is implausible. */
  value: string | null;
  isImplausible: boolean;
  sharesOwnedFollowing: string | null;
  directOrIndirect: string | null;
  /** Who holds the securities, if others than the owner do and the filing names one. */
  holder: string | null;
};

type Dated = { source: SeriesRow; date: string; day: number };

const isDated = (entry: { source: SeriesRow; date: string | null; day: number | null }): entry is Dated =>
  entry.date !== null && entry.day !== null;

type Legs = { dropped: Set<string>; exercisePriced: Set<string>; transferred: Set<string> };

const reportedRows = (sameDay: readonly Dated[]): ReportedRow[] => sameDay.map(({ source }) => source.row);

/** An exercise is reported in both tables. The Table I leg is the mark; the Table II leg adds only the exercise price. */
function mergeExercises(sameDay: readonly Dated[], legs: Legs): void {
  for (const { shares, derivatives } of exercises(reportedRows(sameDay))) {
    for (const derivative of derivatives) {
      legs.dropped.add(keyOfRow(derivative));
      if (derivative.conversionOrExercisePrice.value === null) continue;
      for (const row of shares) legs.exercisePriced.add(keyOfRow(row));
    }
  }
}

/** A gift to one's own trust is reported as given and as received. The giving leg is the mark. */
function mergeGifts(sameDay: readonly Dated[], legs: Legs): void {
  for (const { given, received } of transfers(reportedRows(sameDay))) {
    for (const row of received.slice(0, given.length)) legs.dropped.add(keyOfRow(row));
    if (given.length === received.length) for (const row of given) legs.transferred.add(keyOfRow(row));
  }
}

/**
 * Rows as events, by time: one event for the two legs of an exercise or a gift, and for a trade that several filings report.
 * Holdings, superseded rows and transactions without a date are left out.
 */
export function tradeEvents(rows: readonly SeriesRow[]): TradeEvent[] {
  const unique = countedRows(uniqueRows(rows)).filter(({ row }) => row.kind === "transaction");
  const dated = unique
    .map((source) => ({
      source,
      date: source.row.transactionDate.value,
      day: dayNumber(source.row.transactionDate.value),
    }))
    .filter(isDated)
    .sort((a, b) => a.day - b.day || inFilingOrder(a.source, b.source));

  const legs: Legs = { dropped: new Set(), exercisePriced: new Set(), transferred: new Set() };
  const groupOf = ({ source }: Dated) => codeGroup(source.row.transactionCode ?? "");
  const together = groupBy(dated, (entry) =>
    [entry.source.filing.accessionNumber, entry.day, entry.source.row.transactionCode].join(" "),
  );
  for (const sameDay of together.values()) {
    const group = sameDay[0] && groupOf(sameDay[0]);
    if (group === "exercise") mergeExercises(sameDay, legs);
    if (group === "gift") mergeGifts(sameDay, legs);
  }

  return dated
    .filter(({ source }) => !legs.dropped.has(rowKey(source)))
    .map((entry, order): TradeEvent => {
      const { row, filing } = entry.source;
      const key = rowKey(entry.source);
      const underPlan = isUnderPlan(entry.source.derived);
      const isImplausible = entry.source.derived.implausible !== null;
      const currency = entry.source.derived.trade?.currency ?? null;
      const group = groupOf(entry);
      const hasExercisePrice = row.conversionOrExercisePrice.value !== null || legs.exercisePriced.has(key);
      return {
        key,
        order,
        accessionNumber: filing.accessionNumber,
        rowId: rowId(row),
        tableNumber: row.tableNumber,
        group,
        fill: markFill(group, underPlan),
        code: row.transactionCode,
        word:
          legs.transferred.has(key) || statedTransfer(row, filing.facts) !== null
            ? "Transfer"
            : row.transactionCode === null
              ? "No code"
              : chipWord(row.transactionCode, { hasExercisePrice }),
        underPlan,
        date: entry.date,
        day: entry.day,
        security: row.securityTitle.value ?? "",
        shares: row.transactionShares.value,
        acquiredDisposedCode: row.acquiredDisposedCode.value,
        price: row.pricePerShare.value,
        currency,
        value: isImplausible || currency !== null ? null : rowValue(row),
        isImplausible,
        sharesOwnedFollowing: row.sharesOwnedFollowing.value,
        directOrIndirect: row.directOrIndirect.value,
        holder: onlyHolder(row, filing.facts),
      };
    });
}
