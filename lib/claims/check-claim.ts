import { planOfRow } from "@/lib/plans/plan-of-row";
import { whyLeftOut } from "@/lib/record/counted-trade";
import { NOTHING_DERIVED } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { keyInFiling, type RowKey } from "@/lib/record/row-key";
import { parseDecimal } from "@/lib/values/decimal";
import { groupBy } from "@/lib/values/group-by";

/** What a sentence says about one insider and one issuer: "sold 5,000 shares in May 2021 under a plan". What it does not say is null. */
export type Claim = {
  code: string;
  /** Trade dates, both included. */
  from: string;
  to: string;
  shares: string | null;
  price: string | null;
  underPlan: boolean | null;
};

type Verdict = "confirmed" | "differs" | "partly" | "not found" | "outside the record";

type Agreement = "agrees" | "differs" | "not known";

/** One thing that the claim says, and how it compares with what was filed. */
type ClaimPoint = { point: "trade" | "shares" | "price" | "plan"; agreement: Agreement; why: string };

type CheckedClaim = {
  verdict: Verdict;
  points: ClaimPoint[];
  /** The rows that the verdict is about, or the nearest ones. */
  places: RowKey[];
  /** Rows that an amendment replaced, which are no evidence. */
  superseded: RowKey[];
  /** What makes the verdict less certain. */
  caveats: string[];
};

type Trade = { key: RowKey; entry: FilingEntry; row: ReportedRow; doubt: string | null };

const DOUBTS = {
  implausible: "other evidence contradicts one of its figures",
  unsure: "it was read from paper, and a figure may be wrong",
  currency: "its price is not in US dollars",
};

/** Form 4 has no column for the owner of a row. */
const JOINT = "Several owners filed this together, and a row does not say which of them traded.";

/**
 * Compares a claim with all filings of the insider on the issuer. It is never more certain than they are.
 * @param isStored whether every filing that could report trades of these days is in the record
 */
export function checkClaim(claim: Claim, entries: readonly FilingEntry[], isStored: boolean): CheckedClaim {
  const { trades, superseded, undated } = tradesOf(claim, entries);
  const isWaiting = entries.some(({ derived }) => derived.isWaiting);
  const caveats = [
    ...(isStored ? [] : ["Not every day on which such a trade could have been filed is in this record."]),
    ...(undated ? ["A trade of this kind has no date that we can read."] : []),
    ...(isWaiting ? ["A filing has not been compared with the others yet."] : []),
  ];
  const isWhole = caveats.length === 0;
  // A filing reports what was traded on its day. Of more days, other filings may report what the claim means.
  const isSettled = isWhole || (claim.from === claim.to && !undated && !isWaiting);
  if (trades.length === 0) {
    const why = "No row that counts reports a trade of this kind on these days.";
    const verdict = !isWhole ? "outside the record" : superseded.length > 0 ? "differs" : "not found";
    return {
      verdict,
      points: [{ point: "trade", agreement: verdict === "outside the record" ? "not known" : "differs", why }],
      places: [],
      superseded,
      caveats,
    };
  }
  const fitting = claim.shares === null ? [] : tradesWith(claim.shares, trades);
  // Several rows may have the number of shares. The claim is about the one that it fits best.
  const candidates = (fitting.length > 0 ? fitting : [trades]).map((about): CheckedClaim => {
    const points: ClaimPoint[] = [
      { point: "trade", agreement: "agrees", why: `${about.length} of ${trades.length} such rows on these days.` },
      ...sharesPoint(claim, about, fitting.length > 0),
      ...pricePoint(claim, about),
      ...planPoint(claim, about),
    ];
    const doubts = about.flatMap(({ key, doubt }) => (doubt === null ? [] : [`${key}: ${doubt}.`]));
    const verdict = verdictOf(claim, points, {
      isSettled,
      isOneRow: about.length === 1,
      // A filing that waits may replace any of the rows.
      hasDoubts: isWaiting || doubts.length > 0,
    });
    const isJoint = about.some(({ entry }) => entry.filing.owners.length > 1);
    return {
      verdict,
      points,
      places: about.map(({ key }) => key),
      superseded,
      caveats: [...caveats, ...doubts, ...(isJoint ? [JOINT] : [])],
    };
  });
  const rank = ({ verdict }: CheckedClaim) => BEST_FIRST.indexOf(verdict);
  return candidates.reduce((best, other) => (rank(other) < rank(best) ? other : best));
}

const BEST_FIRST: readonly Verdict[] = ["confirmed", "partly", "outside the record", "differs", "not found"];

function verdictOf(
  { shares }: Claim,
  points: readonly ClaimPoint[],
  { isSettled, isOneRow, hasDoubts }: { isSettled: boolean; isOneRow: boolean; hasDoubts: boolean },
): Verdict {
  if (points.some(({ agreement }) => agreement === "differs"))
    return hasDoubts ? "partly" : isSettled ? "differs" : "outside the record";
  const isCertain = !hasDoubts && points.every(({ agreement }) => agreement === "agrees");
  const isOneFact = shares === null ? points.length === 1 : isOneRow;
  return isCertain && (isSettled || isOneFact) ? "confirmed" : "partly";
}

/** Trades of the kind and days, each once however many filings and owners report it. */
function tradesOf({ code, from, to }: Claim, entries: readonly FilingEntry[]) {
  const trades = new Map<string, Trade>();
  const superseded: RowKey[] = [];
  let undated = false;
  for (const entry of entries) {
    for (const row of entry.rows) {
      if (row.kind !== "transaction") continue;
      const isUnreadCode = row.unread.includes("transactionCode");
      if (row.transactionCode !== code && !isUnreadCode) continue;
      const key = keyInFiling(entry.filing.accessionNumber, rowId(row));
      const derived = entry.derived.rows[rowId(row)] ?? NOTHING_DERIVED;
      const day = row.transactionDate.value?.slice(0, 10) ?? null;
      if (day === null) {
        undated ||= derived.supersededBy === null;
        continue;
      }
      if (day < from || day > to) continue;
      if (derived.supersededBy !== null) {
        superseded.push(key);
        continue;
      }
      const reason = whyLeftOut({ row, derived });
      const side = row.acquiredDisposedCode.value;
      const contradicts = (code === "S" && side === "A") || (code === "P" && side === "D");
      const doubt = reason !== null ? DOUBTS[reason] : contradicts ? "its letter A or D contradicts its code" : null;
      const trade = { key, entry, row, doubt };
      const event = derived.event?.counted ?? key;
      if (!trades.has(event) || event === key) trades.set(event, trade);
    }
  }
  return { trades: [...trades.values()], superseded, undated };
}

/** The sum of their shares; null if one does not state it. */
function sharesOf(trades: readonly Trade[]) {
  return trades.reduce<ReturnType<typeof parseDecimal>>((sum, { row }) => {
    const shares = parseDecimal(row.transactionShares.value);
    return sum && shares ? sum.plus(shares) : null;
  }, parseDecimal("0"));
}

/** All sets of trades with exactly this number of shares: one trade, those of a day in a security, or all in a security. */
function tradesWith(shares: string, trades: readonly Trade[]): (readonly Trade[])[] {
  const asked = parseDecimal(shares);
  if (!asked) return [];
  const securityOf = ({ row }: Trade) => `${row.tableNumber} ${row.securityTitle.value?.toLowerCase() ?? ""}`;
  return [
    ...trades.map((trade) => [trade]),
    ...groupBy(trades, (trade) => `${trade.row.transactionDate.value} ${securityOf(trade)}`).values(),
    ...groupBy(trades, securityOf).values(),
  ].filter((set) => sharesOf(set)?.eq(asked));
}

function sharesPoint({ shares }: Claim, about: readonly Trade[], isFitting: boolean): ClaimPoint[] {
  if (shares === null) return [];
  const filed = about.map(({ row }) => row.transactionShares.value ?? "not reported").join(", ");
  const isKnown = about.every(({ row }) => parseDecimal(row.transactionShares.value) !== null);
  const agreement = isFitting ? "agrees" : isKnown ? "differs" : "not known";
  return [{ point: "shares", agreement, why: `As filed: ${filed}.` }];
}

function pricePoint({ price }: Claim, about: readonly Trade[]): ClaimPoint[] {
  const asked = parseDecimal(price);
  if (price === null || !asked) return [];
  const filed = about.map(({ row }) => parseDecimal(row.pricePerShare.value));
  const why = `As filed: ${about.map(({ row }) => row.pricePerShare.value ?? "not reported").join(", ")}.`;
  const known = filed.flatMap((one) => one ?? []);
  if (known.length < filed.length) return [{ point: "price", agreement: "not known", why }];
  if (known.every((one) => one.eq(asked))) return [{ point: "price", agreement: "agrees", why }];
  const isAround = known.some((one) => one.lte(asked)) && known.some((one) => one.gte(asked));
  return [{ point: "price", agreement: isAround ? "not known" : "differs", why }];
}

/** An unchecked box, or a form without one, is not a statement that there was no plan. */
function planPoint({ underPlan }: Claim, about: readonly Trade[]): ClaimPoint[] {
  if (underPlan === null) return [];
  const states = about.map(({ entry, row }) => planOfRow(entry, row)?.state ?? "not indicated");
  const stated = states.filter((state) => state === "box" || state === "note");
  const why = `According to the filing: ${[...new Set(states)].join(", ")}.`;
  const isAll = stated.length === states.length;
  if (underPlan) return [{ point: "plan", agreement: isAll ? "agrees" : "not known", why }];
  return [{ point: "plan", agreement: isAll ? "differs" : "not known", why }];
}
