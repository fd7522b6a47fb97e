import Big from "big.js";
import type { PlanState, RowPlan } from "@/lib/record/derived-filing";
import { inFilingOrder, rowKey, type SeriesRow, uniqueRows } from "@/lib/record/row-in-filing";
import { keyInFiling } from "@/lib/record/row-key";
import { transactionValue } from "@/lib/record/transaction-value";
import { isUnsure } from "@/lib/record/unsure-row";
import { daysBetween } from "@/lib/values/calendar-day";
import { compareText } from "@/lib/values/compare-text";
import { parseDecimal } from "@/lib/values/decimal";

/** Purchases or sales under a plan, without implausible rows. Numbers are exact decimals as text. */
export type PlanTotals = {
  rows: number;
  /** For the rows that report them. */
  shares: string;
  /** US dollars, for the rows with a price in US dollars. */
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
    purchases: totals(inTime.filter(({ source }) => isTrade(source, "P", "A"))),
    sales: totals(inTime.filter(({ source }) => isTrade(source, "S", "D"))),
    firstTrade,
    lastTrade: dates.at(-1) ?? null,
    daysToFirstTrade: daysBetween(adoptedOn, firstTrade),
    words: speaking?.plan.words ?? null,
    from: speaking ? keyInFiling(speaking.source.filing.accessionNumber, speaking.plan.footnoteId ?? "remarks") : null,
  };
}

const isTrade = ({ row }: SeriesRow, code: "P" | "S", letter: "A" | "D"): boolean =>
  row.tableNumber === "I" && row.transactionCode === code && row.acquiredDisposedCode.value === letter;

function totals(all: readonly Planned[]): PlanTotals {
  const group = all.filter(({ source }) => source.derived.implausible === null);
  let [shares, value, valueMissing] = [new Big(0), new Big(0), 0];
  for (const { source } of group) {
    const { transactionShares, pricePerShare } = source.row;
    if (!isUnsure(source.row)) shares = shares.plus(parseDecimal(transactionShares.value) ?? 0);
    const isInDollars = (source.derived.trade?.currency ?? null) === null && !isUnsure(source.row);
    const each = isInDollars ? parseDecimal(transactionValue(transactionShares.value, pricePerShare.value)) : null;
    if (each) value = value.plus(each);
    else valueMissing++;
  }
  return { rows: group.length, shares: shares.toFixed(), value: value.toFixed(), valueMissing };
}
