import { PATTERN_WORDS } from "@/lib/filters/describe-filter";
import { describeHistory } from "@/lib/labels/describe-history";
import type { DerivedRow, NoteFacts } from "@/lib/record/derived-filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import { isUnderwritten } from "@/lib/record/row-in-filing";
import { daysBetween } from "@/lib/values/calendar-day";
import { describeTransfer } from "./describe-transfer";

const PURPOSES = { exercise_price: "the exercise price", tax: "taxes" } as const;

/** "to cover the exercise price and taxes"; null if the notes do not say. */
export const describeCovers = (covers: NonNullable<DerivedRow["trade"]>["covers"]): string | null =>
  covers.length === 0 ? null : `to cover ${covers.map((purpose) => PURPOSES[purpose]).join(" and ")}`;

/** Days from the adoption of a plan to a trade under it; null if no note dates the plan, or dates it after the trade. */
export function planDays(adoptedOn: string | null, tradedOn: string | null): number | null {
  const days = daysBetween(adoptedOn, tradedOn?.slice(0, 10) ?? null);
  return days === null || days < 0 ? null : days;
}

/** Whether an exercise or a sale has the other of that day among the rows of its filing, so that lists show both without a word. */
const isSeenBeside = ({ transactionCode, transactionDate }: ReportedRow, rows: readonly ReportedRow[]): boolean =>
  rows.some(
    (other) =>
      other.transactionDate.value === transactionDate.value &&
      (transactionCode === "S" ? /^[MXO]$/.test(other.transactionCode ?? "") : other.transactionCode === "S"),
  );

type TradeInFiling = {
  row: ReportedRow;
  rows: readonly ReportedRow[];
  facts: NoteFacts;
} & Pick<DerivedRow, "trade" | "history" | "pattern">;

/** What lists say below the code of a row: "transfer to indirect", "underwritten offering, to cover taxes". Null if nothing. */
export const describeTrade = ({ row, rows, facts, trade, history, pattern }: TradeInFiling): string | null =>
  [
    describeTransfer(row, rows, facts),
    isUnderwritten(row, facts) && "underwritten offering",
    trade && describeCovers(trade.covers),
    history && describeHistory(history),
    pattern && !(pattern === "exercise-and-sale" && isSeenBeside(row, rows)) && PATTERN_WORDS[pattern],
  ]
    .filter(Boolean)
    .join(", ") || null;
