import { countedTrade } from "@/lib/record/counted-trade";
import type { PlanState, RowPlan } from "@/lib/record/derived-filing";
import { inFilingOrder, rowKey, type SeriesRow, uniqueRows } from "@/lib/record/row-in-filing";
import { keyInFiling } from "@/lib/record/row-key";
import { transactionValue } from "@/lib/record/transaction-value";
import { daysBetween } from "@/lib/values/calendar-day";
import { compareText } from "@/lib/values/compare-text";
import { sumOfKnown } from "@/lib/values/decimal";

/** Purchases or sales under a plan in Table I that totals count. Numbers are exact decimals as text. */
export type PlanTotals = {
  rows: number;
  /** For the rows that report them. */
  shares: string;
  /** US dollars, for the rows with a price. */
  value: string;
  valueMissing: number;
};

/** A 10b5-1 plan according to the filings of an insider: all trades on one issuer under plans with one day of adoption. */
export type InsiderPlan = {
  issuerCik: string | null;
  /** Null if the filings do not state the day of adoption. There may then be several plans. */
  adoptedOn: string | null;
  /** The sources that say so. */
  basis: PlanState[];
  /** Accession numbers, in order of acceptance. */
  filings: string[];
  /** Keys of the rows, by time. */
  rows: string[];
  purchases: PlanTotals;
  sales: PlanTotals;
  /** Rows of Table II, which are in neither total. */
  derivatives: number;
  /** Rows of Table I in neither total because of their figures: see `countedTrade`. */
  notCounted: number;
  firstTrade: string | null;
  lastTrade: string | null;
  /** Calendar days from adoption to the first known trade. */
  daysToFirstTrade: number | null;
  /** The words of the first note, and their place: `0001365555-13-000001#F1`, or `#remarks`. */
  words: string | null;
  from: string | null;
};

type Planned = { source: SeriesRow; plan: RowPlan };

const underPlan = (source: SeriesRow): Planned[] => {
  const plan = source.derived.trade?.plan ?? null;
  return plan?.state === "box" || plan?.state === "note" ? [{ source, plan }] : [];
};

/** The plans of an insider, the last traded first. Each trade must be passed only once: see `countedRows`. */
export function insiderPlans(rows: readonly SeriesRow[]): InsiderPlan[] {
  const groups = new Map<string, Planned[]>();
  for (const planned of uniqueRows(rows).flatMap(underPlan)) {
    const key = `${planned.source.issuerCik ?? ""}|${planned.plan.adoptedOn ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(planned);
    else groups.set(key, [planned]);
  }
  return [...groups.values()].map(planOf).sort(newestFirst);
}

const newestFirst = (a: InsiderPlan, b: InsiderPlan): number =>
  compareText(b.lastTrade ?? "", a.lastTrade ?? "") ||
  compareText(b.adoptedOn ?? "", a.adoptedOn ?? "") ||
  compareText(a.issuerCik ?? "", b.issuerCik ?? "");

const tradeDate = ({ source }: Planned): string => source.row.transactionDate.value ?? "";

function planOf(group: readonly Planned[]): InsiderPlan {
  const inTime = [...group].sort(
    (a, b) => compareText(tradeDate(a), tradeDate(b)) || inFilingOrder(a.source, b.source),
  );
  const accepted = group.map(({ source }) => source).sort(inFilingOrder);
  const { issuerCik } = inTime[0]?.source ?? { issuerCik: null };
  const adoptedOn = inTime[0]?.plan.adoptedOn ?? null;
  const dates = inTime.map(tradeDate).filter((date) => date !== "");
  const [firstTrade = null] = dates;
  const speaking = inTime.find(({ plan }) => plan.words !== null);
  return {
    issuerCik,
    adoptedOn,
    basis: (["box", "note"] as const).filter((state) => group.some(({ plan }) => plan.state === state)),
    filings: [...new Set(accepted.map(({ filing }) => filing.accessionNumber))],
    rows: inTime.map(({ source }) => rowKey(source)),
    purchases: totals(inTime, "bought"),
    sales: totals(inTime, "sold"),
    derivatives: inTime.filter(({ source }) => source.row.tableNumber === "II").length,
    notCounted: inTime.filter(({ source }) => source.row.tableNumber === "I" && countedTrade(source)?.side === null)
      .length,
    firstTrade,
    lastTrade: dates.at(-1) ?? null,
    daysToFirstTrade: daysBetween(adoptedOn, firstTrade),
    words: speaking?.plan.words ?? null,
    from: speaking ? keyInFiling(speaking.source.filing.accessionNumber, speaking.plan.footnoteId ?? "remarks") : null,
  };
}

function totals(group: readonly Planned[], side: "bought" | "sold"): PlanTotals {
  const rows = group.flatMap(({ source }) => {
    const counted = countedTrade(source);
    return counted?.table === "I" && counted.side === side ? [source.row] : [];
  });
  const values = rows.map((row) => transactionValue(row.transactionShares.value, row.pricePerShare.value));
  return {
    rows: rows.length,
    shares: sumOfKnown(rows.map(({ transactionShares }) => transactionShares.value)) ?? "0",
    value: sumOfKnown(values) ?? "0",
    valueMissing: values.filter((value) => value === null).length,
  };
}
