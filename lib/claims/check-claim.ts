import { planOfRow } from "@/lib/plans/plan-of-row";
import { whyLeftOut } from "@/lib/record/counted-trade";
import { type DerivedRow, NOTHING_DERIVED } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { keyInFiling, type RowKey } from "@/lib/record/row-key";
import { isInDoubt } from "@/lib/record/unsure-row";
import { daysBefore } from "@/lib/values/days-before";
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

/**
 * One thing that the claim says, and how it compares with what was filed. `day` is there if such a trade was reported for other days than
 * those of the claim, and `owner` if several owners report the trade.
 */
type ClaimPoint = {
  point: "trade" | "day" | "owner" | "shares" | "price" | "plan";
  agreement: Agreement;
  why: string;
};

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

type Trade = { key: RowKey; entry: FilingEntry; row: ReportedRow; day: string; derived: DerivedRow };

const DOUBTS = {
  implausible: "other evidence contradicts one of its figures",
  unsure: "it was read from paper, and a figure may be wrong",
  currency: "its price is not in US dollars",
};

/** Days around those of the claim in which a trade is near enough to be what is meant. */
const NEAR = 7;

/**
 * Compares a claim with all filings of the insider on the issuer. It is never more certain than they are.
 * @param isStored whether every filing that could report trades of these days is in the record
 */
export function checkClaim(claim: Claim, entries: readonly FilingEntry[], isStored: boolean): CheckedClaim {
  const { trades, others, superseded, undated } = tradesOf(claim, entries);
  const isWaiting = entries.some(({ derived }) => derived.isWaiting);
  const caveats = [
    ...(isStored ? [] : ["Not every day on which such a trade could have been filed is in this database."]),
    ...(undated ? ["A trade of this kind has no date that we can read with certainty."] : []),
    ...(isWaiting ? ["A filing has not been compared with the others yet."] : []),
  ];
  const isWhole = caveats.length === 0;
  if (trades.length === 0) {
    const near = nearestOf(claim, others);
    const agreement = isWhole ? "differs" : "not known";
    const points: ClaimPoint[] = [
      { point: "trade", agreement, why: "No row that counts reports a trade of this kind on these days." },
      ...(near.length > 0 ? dayPoint(near, agreement) : []),
    ];
    const says = near.length > 0 || superseded.length > 0 ? "differs" : "not found";
    const verdict = !isWhole ? "outside the record" : doubtsOf(claim, near).length > 0 ? "partly" : says;
    return answer(claim, near, {
      verdict,
      points: [...points, ...comparedPoints(claim, near, true)],
      superseded,
      caveats,
    });
  }
  // A filing reports what was traded on its day. Of more days, other filings may report what the claim means.
  const isSettled = isWhole || (claim.from === claim.to && !undated && !isWaiting);
  const fitting =
    claim.shares === null ? [] : tradesWith(claim.shares, [...setsOfOneDay(trades), ...setsOfDays(trades)]);
  // Several rows may have the number of shares. The claim is about the one that it fits best.
  const candidates = (fitting.length > 0 ? fitting : [trades]).map((about): CheckedClaim => {
    const why = `${about.length} of ${trades.length} such rows on these days.${totalInWords(claim, about, trades)}`;
    const points: ClaimPoint[] = [
      { point: "trade", agreement: "agrees", why },
      ...comparedPoints(claim, about, fitting.length > 0),
    ];
    const verdict = verdictOf(claim, points, {
      isSettled,
      isOneRow: about.length === 1,
      // A filing that waits may replace any of the rows.
      hasDoubts: isWaiting || doubtsOf(claim, about).length > 0,
    });
    return answer(claim, about, { verdict, points, superseded, caveats });
  });
  const rank = ({ verdict }: CheckedClaim) => BEST_FIRST.indexOf(verdict);
  return candidates.reduce((best, other) => (rank(other) < rank(best) ? other : best));
}

const BEST_FIRST: readonly Verdict[] = ["confirmed", "partly", "outside the record", "differs", "not found"];

const answer = (claim: Claim, about: readonly Trade[], checked: Omit<CheckedClaim, "places">): CheckedClaim => ({
  ...checked,
  places: about.map(({ key }) => key),
  caveats: [...checked.caveats, ...doubtsOf(claim, about)],
});

function verdictOf(
  { shares, price, underPlan }: Claim,
  points: readonly ClaimPoint[],
  { isSettled, isOneRow, hasDoubts }: { isSettled: boolean; isOneRow: boolean; hasDoubts: boolean },
): Verdict {
  if (points.some(({ agreement }) => agreement === "differs"))
    return hasDoubts ? "partly" : isSettled ? "differs" : "outside the record";
  const isCertain = !hasDoubts && points.every(({ agreement }) => agreement === "agrees");
  const isOneFact = shares === null ? price === null && underPlan === null : isOneRow;
  return isCertain && (isSettled || isOneFact) ? "confirmed" : "partly";
}

/** Trades of the kind on the days, and on other days, each once however many filings and owners report it. */
function tradesOf({ code, from, to }: Claim, entries: readonly FilingEntry[]) {
  const trades = new Map<string, Trade>();
  const superseded: RowKey[] = [];
  let undated = false;
  for (const entry of entries) {
    for (const row of entry.rows) {
      if (row.kind !== "transaction") continue;
      if (row.transactionCode !== code && !isInDoubt(["transactionCode"], row)) continue;
      const key = keyInFiling(entry.filing.accessionNumber, rowId(row));
      const derived = entry.derived.rows[rowId(row)] ?? NOTHING_DERIVED;
      const day = row.transactionDate.value?.slice(0, 10) ?? null;
      const isThen = day !== null && day >= from && day <= to;
      if (derived.supersededBy !== null) {
        if (isThen) superseded.push(key);
        continue;
      }
      if (!isThen) undated ||= day === null || isInDoubt(["transactionDate"], row);
      if (day === null) continue;
      const event = derived.event?.counted ?? key;
      if (!trades.has(event) || event === key) trades.set(event, { key, entry, row, day, derived });
    }
  }
  const all = [...trades.values()];
  const isOnDays = ({ day }: Trade) => day >= from && day <= to;
  return { trades: all.filter(isOnDays), others: all.filter((trade) => !isOnDays(trade)), superseded, undated };
}

/** Why a row is no clear evidence. */
const doubtsOf = ({ code }: Claim, about: readonly Trade[]): string[] =>
  about.flatMap(({ key, row, derived }) => {
    const reason = whyLeftOut({ row, derived });
    const side = row.acquiredDisposedCode.value;
    const contradicts = (code === "S" && side === "A") || (code === "P" && side === "D");
    if (reason !== null) return [`${key}: ${DOUBTS[reason]}.`];
    return contradicts ? [`${key}: its letter A or D contradicts its code.`] : [];
  });

/**
 * If a claim gives the wrong day, or the filing date, these are the trades it may mean: those shortly before or after, or filed on that
 * day, with the same number of shares if it gives one.
 */
function nearestOf({ from, to, shares }: Claim, others: readonly Trade[]): readonly Trade[] {
  const [first, last] = [daysBefore(from, NEAR), daysBefore(to, -NEAR)];
  const near = others.filter(({ day, entry: { filing } }) => {
    const isFiledThen = filing.filingDate !== null && filing.filingDate >= from && filing.filingDate <= to;
    return isFiledThen || (day >= first && day <= last);
  });
  return shares === null ? near : (tradesWith(shares, setsOfOneDay(near))[0] ?? []);
}

function dayPoint(near: readonly Trade[], agreement: Agreement): ClaimPoint[] {
  const days = near.map(
    ({ day, entry: { filing } }) => `${day}${filing.filingDate ? `, filed on ${filing.filingDate}` : ""}`,
  );
  return [
    { point: "day", agreement, why: `Such a trade is reported for another day: ${[...new Set(days)].join("; ")}.` },
  ];
}

/** What the claim says beyond the kind and day of the trade. */
const comparedPoints = (claim: Claim, about: readonly Trade[], isFitting: boolean): ClaimPoint[] =>
  about.length === 0
    ? []
    : [
        ...ownerPoint(about),
        ...sharesPoint(claim, about, isFitting),
        ...pricePoint(claim, about),
        ...planPoint(claim, about),
      ];

/** A form has no column for the owner of a row, so a joint filing does not say which of them traded. */
function ownerPoint(about: readonly Trade[]): ClaimPoint[] {
  const joint = about.filter(({ entry }) => entry.filing.owners.length > 1);
  if (joint.length > 0) {
    const owners = new Set(joint.flatMap(({ entry }) => entry.filing.owners.map(({ cik }) => cik ?? "without a CIK")));
    const why = `Several owners filed this together (${[...owners].join(", ")}), and a row does not say which of them traded.`;
    return [{ point: "owner", agreement: "not known", why }];
  }
  const owners = new Set(about.flatMap(({ derived }) => derived.event?.owners ?? []));
  if (owners.size < 2) return [];
  const why = `Several owners (${[...owners].join(", ")}) report this one trade, in separate filings.`;
  return [{ point: "owner", agreement: "agrees", why }];
}

/** The sum of their shares; null if one does not state it. */
function sharesOf(trades: readonly Trade[]) {
  return trades.reduce<ReturnType<typeof parseDecimal>>((sum, { row }) => {
    const shares = parseDecimal(row.transactionShares.value);
    return sum && shares ? sum.plus(shares) : null;
  }, parseDecimal("0"));
}

const securityOf = ({ row }: Trade) => `${row.tableNumber} ${row.securityTitle.value?.toLowerCase() ?? ""}`;

type Sets = (readonly Trade[])[];

/** Each trade, and all trades of a day in a security. */
const setsOfOneDay = (trades: readonly Trade[]): Sets => [
  ...trades.map((trade) => [trade]),
  ...groupBy(trades, (trade) => `${trade.day} ${securityOf(trade)}`).values(),
];

/** All trades in a security. */
const setsOfDays = (trades: readonly Trade[]): Sets => [...groupBy(trades, securityOf).values()];

function tradesWith(shares: string, sets: Sets): Sets {
  const asked = parseDecimal(shares);
  return asked ? sets.filter((set) => sharesOf(set)?.eq(asked)) : [];
}

/** If the claim names a number, and there are more trades in the security: how many shares they have together. */
function totalInWords({ shares }: Claim, about: readonly Trade[], trades: readonly Trade[]): string {
  const [first] = about;
  const all = trades.filter((trade) => first && securityOf(trade) === securityOf(first));
  if (shares === null || all.length <= about.length) return "";
  return ` All ${all.length} in this security add up to ${sharesOf(all)?.toFixed() ?? "an unknown number of"} shares.`;
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
