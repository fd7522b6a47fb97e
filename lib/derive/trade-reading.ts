import type { PriceReading, RowPlan, TradeReading } from "@/lib/record/derived-filing";
import type { TaxWithholding } from "@/lib/record/stated-facts";

/** The reading of a trade, as columns of a table. */
export type TradeReadingColumns = {
  planState: "box" | "note" | null;
  planAdoptedOn: string | null;
  planFootnoteId: string | null;
  planWords: string | null;
  currency: string | null;
  isAverage: boolean;
  rangeLow: string | null;
  rangeHigh: string | null;
  rangeCurrency: string | null;
  priceFootnoteId: string | null;
  covers: TaxWithholding["purpose"] | null;
};

/** Null if there is nothing for any column. */
export function tradeReadingColumns({ plan, currency, price, covers }: TradeReading): TradeReadingColumns | null {
  const under = plan?.state === "box" || plan?.state === "note" ? { state: plan.state, plan } : null;
  if (!under && currency === null && price === null && covers.length === 0) return null;
  return {
    planState: under?.state ?? null,
    planAdoptedOn: under?.plan.adoptedOn ?? null,
    planFootnoteId: under?.plan.footnoteId ?? null,
    planWords: under?.plan.words ?? null,
    currency,
    isAverage: price?.isAverage ?? false,
    rangeLow: price?.range?.low ?? null,
    rangeHigh: price?.range?.high ?? null,
    rangeCurrency: price?.range?.currency ?? null,
    priceFootnoteId: price?.footnoteId ?? null,
    covers: covers.length === 0 ? null : covers,
  };
}

export const tradeReadingOf = (columns: TradeReadingColumns): TradeReading => ({
  plan: planOf(columns),
  currency: columns.currency,
  price: priceOf(columns),
  covers: columns.covers ?? [],
});

const planOf = ({ planState, planAdoptedOn, planFootnoteId, planWords }: TradeReadingColumns): RowPlan | null =>
  planState === null
    ? null
    : { state: planState, adoptedOn: planAdoptedOn, footnoteId: planFootnoteId, words: planWords };

const priceOf = (columns: TradeReadingColumns): PriceReading | null => {
  const { isAverage, rangeLow: low, rangeHigh: high, rangeCurrency: currency, priceFootnoteId: footnoteId } = columns;
  if (footnoteId === null) return null;
  return {
    isAverage,
    range: low === null || high === null || currency === null ? null : { low, high, currency },
    footnoteId,
  };
};
