import Big from "big.js";
import type { RowEvent } from "@/lib/record/derived-filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import { dayNumber } from "@/lib/values/calendar-day";
import { compareText } from "@/lib/values/compare-text";
import { parseDecimal } from "@/lib/values/decimal";
import { CLUSTER_TRADES, type ClusterCode, type ClusterRule } from "./cluster-rule";

export type TradeOwner = { cik: string | null; name: string | null };

/** A row that counts: neither superseded nor a second report of its trade. */
export type CountedRow = {
  rowKey: string;
  tableNumber: ReportedRow["tableNumber"];
  transactionCode: string | null;
  acquiredDisposedCode: string | null;
  /** The trade date. */
  date: string | null;
  shares: string | null;
  price: string | null;
  /** Set if the price is not in US dollars. The value is then in no sum. */
  currency: string | null;
  underPlan: boolean;
  /** The owners of the row's filing. */
  owners: readonly TradeOwner[];
  event: RowEvent | null;
};

/** Amounts are exact decimals as text; `null` if no row states one. */
type Amounts = {
  shares: string | null;
  /** Shares times price for the rows that state both. */
  value: string | null;
  /** Rows without shares, or without a price in dollars. */
  valueMissing: number;
};

export type ClusterInsider = Amounts & {
  /** CIKs of the owners that count as this insider. */
  owners: string[];
  /** Their names as filed, the latest for each. */
  names: string[];
};

export type Cluster = Amounts & {
  code: ClusterCode;
  /** Trade dates of the first and the last trade. */
  from: string;
  to: string;
  /** Largest value first. */
  insiders: ClusterInsider[];
  /** Its trades, which are sales in a cluster of sales, in order of trade date. */
  trades: CountedRow[];
  /** Value divided by shares, for the rows that state both, to six decimals. */
  averagePrice: string | null;
};

type Trade = {
  row: CountedRow;
  date: string;
  day: number;
  insider: string;
  shares: Big | null;
  value: Big | null;
};

/** A range of trades in their order. */
type Span = { from: number; to: number; insiders: number; value: Big };

/**
 * Clusters of the purchases of one issuer, or of its sales, in order of time. A purchase is a row of Table I with code P and letter A,
 * and a sale is one with code S and letter D. A cluster is all such trades within the number of days in the rule, by at least the number
 * of distinct insiders in the rule; adding any other trade would exceed those days. Owners who ever filed together, or report one trade
 * together, among all the trades given, count as one insider. Of overlapping clusters we keep the one with the most insiders, then the
 * larger value, then the earlier date. The trades before and after it are then searched separately, so that clusters never overlap and
 * none reaches across another.
 * @param rows all counted rows of the issuer: a cut at either end would also cut the clusters there
 */
export function clusters(rows: readonly CountedRow[], rule: ClusterRule): Cluster[] {
  const trades = tradesOf(rows, rule);
  return standing(trades, rule).map(({ from, to }) => cluster(trades.slice(from, to), rule));
}

/** The same clusters without their amounts: the keys of their rows, and how many insiders they have. */
export function clusterSpans(
  rows: readonly CountedRow[],
  rule: ClusterRule,
): { rowKeys: string[]; insiders: number }[] {
  const trades = tradesOf(rows, rule);
  return standing(trades, rule).map(({ from, to, insiders }) => ({
    rowKeys: trades.slice(from, to).map(({ row }) => row.rowKey),
    insiders,
  }));
}

function tradesOf(rows: readonly CountedRow[], rule: ClusterRule): Trade[] {
  const { letter } = CLUSTER_TRADES[rule.code];
  const ofRule = rows.filter(
    (row) => row.tableNumber === "I" && row.transactionCode === rule.code && row.acquiredDisposedCode === letter,
  );
  const insiderOf = insidersByOwner(ofRule);
  return ofRule
    .flatMap((row): Trade[] => {
      const day = dayNumber(row.date);
      if (row.date === null || day === null || (row.underPlan && !rule.plan)) return [];
      const shares = parseDecimal(row.shares);
      const price = row.currency === null ? parseDecimal(row.price) : null;
      const value = shares && price ? shares.times(price) : null;
      return [{ row, date: row.date, day, insider: insiderOf(row), shares, value }];
    })
    .sort((a, b) => a.day - b.day || compareText(a.row.rowKey, b.row.rowKey));
}

/** An owner without a CIK is identified by name. */
const ownerKeys = ({ owners, event, rowKey }: CountedRow): string[] => {
  const ciks = [...owners.flatMap(({ cik }) => cik ?? []), ...(event?.owners ?? [])];
  const names = owners.flatMap(({ cik, name }) => (cik === null && name !== null ? [`name ${name}`] : []));
  const keys = [...new Set([...ciks, ...names])].sort();
  return keys.length > 0 ? keys : [`row ${rowKey}`];
};

/** Groups owners that share a filing or an event, directly or through others. */
function insidersByOwner(rows: readonly CountedRow[]): (row: CountedRow) => string {
  const leaders = new Map<string, string>();
  const leaderOf = (key: string): string => {
    let leader = key;
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
      leader = next;
    leaders.set(key, leader);
    return leader;
  };
  for (const row of rows) {
    const [first = "", ...others] = ownerKeys(row).map(leaderOf);
    for (const other of others) leaders.set(leaderOf(other), leaderOf(first));
  }
  return (row) => leaderOf(ownerKeys(row)[0] ?? "");
}

/** The clusters among all trades: the best one, then those before and after it. */
function standing(trades: readonly Trade[], rule: ClusterRule): Span[] {
  const limits = { ...rule, floor: new Big(rule.floor), valueAt: valuesBetween(trades) };
  const found: Span[] = [];
  const open = [{ from: 0, to: trades.length }];
  for (let part = open.pop(); part; part = open.pop()) {
    const best = bestSpan(trades, limits, part);
    if (!best) continue;
    found.push(best);
    open.push({ from: part.from, to: best.from }, { from: best.to, to: part.to });
  }
  return found.sort((a, b) => a.from - b.from);
}

type Place = Pick<Span, "from" | "to">;

/** The value of a range of trades, from running totals. */
function valuesBetween(trades: readonly Trade[]): (place: Place) => Big {
  const totals = [new Big(0)];
  for (const { value } of trades) {
    const before = totals.at(-1) ?? new Big(0);
    totals.push(value ? before.plus(value) : before);
  }
  const none = new Big(0);
  return ({ from, to }) => (totals[to] ?? none).minus(totals[from] ?? none);
}

type Limits = Pick<ClusterRule, "insiders" | "days"> & { floor: Big; valueAt: (place: Place) => Big };

function bestSpan(trades: readonly Trade[], limits: Limits, part: Place): Span | null {
  const rows = new Map<string, number>();
  let best: Span | null = null;
  let to = part.from;
  for (let from = part.from; from < part.to; from++) {
    const first = trades[from];
    if (!first) break;
    const reached = to;
    for (; to < part.to; to++) {
      const next = trades[to];
      if (!next || next.day - first.day > limits.days) break;
      rows.set(next.insider, (rows.get(next.insider) ?? 0) + 1);
    }
    // A range that begins later and ends no later is part of the previous one.
    if (to > reached && rows.size >= Math.max(limits.insiders, best?.insiders ?? 0)) {
      const span: Span = { from, to, insiders: rows.size, value: limits.valueAt({ from, to }) };
      if (span.value.gte(limits.floor) && (!best || isBetter(span, best))) best = span;
    }
    const left = (rows.get(first.insider) ?? 0) - 1;
    if (left > 0) rows.set(first.insider, left);
    else rows.delete(first.insider);
  }
  return best;
}

const isBetter = (span: Span, than: Span): boolean =>
  span.insiders > than.insiders || (span.insiders === than.insiders && span.value.gt(than.value));

const sum = (amounts: readonly (Big | null)[]): Big | null =>
  amounts.reduce<Big | null>((total, amount) => (amount ? (total ?? new Big(0)).plus(amount) : total), null);

const amountsOf = (trades: readonly Trade[]): Amounts => ({
  shares: sum(trades.map(({ shares }) => shares))?.toFixed() ?? null,
  value: sum(trades.map(({ value }) => value))?.toFixed() ?? null,
  valueMissing: trades.filter(({ value }) => value === null).length,
});

function cluster(trades: readonly Trade[], { code }: ClusterRule): Cluster {
  const byInsider = new Map<string, Trade[]>();
  for (const trade of trades) {
    const of = byInsider.get(trade.insider);
    if (of) of.push(trade);
    else byInsider.set(trade.insider, [trade]);
  }
  const insiders = [...byInsider.values()].map(insiderOf);
  const valued = trades.filter(({ value }) => value !== null);
  const value = sum(valued.map((trade) => trade.value));
  const shares = sum(valued.map((trade) => trade.shares));
  return {
    code,
    from: trades[0]?.date ?? "",
    to: trades.at(-1)?.date ?? "",
    insiders: insiders.sort((a, b) => new Big(b.value ?? -1).cmp(a.value ?? -1)),
    trades: trades.map(({ row }) => row),
    ...amountsOf(trades),
    averagePrice: value && shares?.gt(0) ? value.div(shares).round(6).toFixed() : null,
  };
}

function insiderOf(trades: readonly Trade[]): ClusterInsider {
  const names = new Map<string, string>();
  for (const { row } of trades) {
    for (const { cik, name } of row.owners) if (name !== null) names.set(cik ?? name, name);
  }
  const owners = trades.flatMap(({ row }) => [
    ...row.owners.flatMap(({ cik }) => cik ?? []),
    ...(row.event?.owners ?? []),
  ]);
  return { owners: [...new Set(owners)].sort(), names: [...names.values()], ...amountsOf(trades) };
}
