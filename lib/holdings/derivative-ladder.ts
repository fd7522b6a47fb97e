import Big from "big.js";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { inFilingOrder, rowDate, type SeriesRow } from "@/lib/record/row-in-filing";
import { parseDecimal } from "@/lib/values/decimal";
import { type DerivedLine, derivedLines } from "./derived-lines";
import { effectiveDay } from "./drawn-splits";
import { securityName, vehicleText } from "./holding-line";
import type { LastBalance } from "./last-balances";
import type { LaterPlace } from "./restated-lines";
import { splitSuccessors } from "./split-successors";
import type { Split } from "./splits";
import type { SplitsByIssuer } from "./splits-of-lines";

/** A line of derivatives with a balance, by its last report. Numbers are exact decimals as text, dates as filed. */
export type LadderRung = {
  holdingLine: string;
  issuer: string | null;
  title: string | null;
  /** Null if the filing states none; a note may. */
  exercisePrice: string | null;
  exercisable: string | null;
  expires: string | null;
  underlyingTitle: string | null;
  underlyingShares: string | null;
  ownership: "D" | "I" | null;
  vehicle: string | null;
  balance: string;
  asOf: string | null;
  filing: string;
  row: string;
  jointOwners: number;
  /** Splits of the issuer's shares after its report: number and price are those from before. */
  splitsSince: readonly Split[];
};

export type LadderOfDerivatives = {
  /** By issuer and exercise price, then expiry. */
  open: LadderRung[];
  /** Expired with a balance: no report says that they were exercised. They are not in any total. */
  expired: LadderRung[];
  /** The open lines of each title added up; titles and issuers are not. */
  totals: { issuer: string | null; title: string | null; total: string; lines: number }[];
  /** Balances reported by value in dollars, which are not in any total either. The last report of each. */
  values: (Omit<LadderRung, "holdingLine" | "underlyingShares" | "balance" | "splitsSince"> & { value: string })[];
  /** Lines whose holding a later filing reports on another line. They are not in any total either. */
  restated: (LadderRung & { laterReport: LaterPlace })[];
  /** Options that continue at another price, on another line, since a split. */
  replaced: { holdingLine: string; by: string }[];
  /** Lines that came to zero. */
  ended: number;
};

/**
 * @param balances the last balances of the same rows
 * @param today the day by which a derivative has expired
 * @param splits of the issuers
 */
export function derivativeLadder(
  rows: readonly SeriesRow[],
  balances: readonly LastBalance[],
  today: string,
  splits: SplitsByIssuer = new Map(),
): LadderOfDerivatives {
  const lines = derivedLines(rows);
  const successors = new Map(
    [...splits].flatMap(([issuerCik, ofIssuer]) => [
      ...splitSuccessors(
        lines.filter((line) => line.rows[0]?.issuerCik === issuerCik),
        ofIssuer,
      ),
    ]),
  );
  const standing = lines.filter(({ id }) => !successors.has(id));
  const rungs = standing.flatMap((line) => rungOf(line, splits) ?? []);
  const left = rungs.filter(({ balance }) => parseDecimal(balance)?.eq(0) !== true).sort(inOrder);
  const isPast = ({ expires }: LadderRung) => isBefore(expires, today);
  const later = new Map(balances.map(({ holdingLine, laterReport }) => [holdingLine, laterReport]));
  const laterOf = ({ holdingLine }: LadderRung) => later.get(holdingLine) ?? null;
  const open = left.filter((rung) => !isPast(rung) && laterOf(rung) === null);
  return {
    open,
    totals: totalsOf(open),
    expired: left.filter(isPast),
    restated: left.flatMap((rung) => {
      const laterReport = isPast(rung) ? null : laterOf(rung);
      return laterReport === null ? [] : [{ ...rung, laterReport }];
    }),
    values: valuesOf(rows),
    replaced: [...successors].map(([holdingLine, { line }]) => ({ holdingLine, by: line })),
    ended: rungs.length - left.length,
  };
}

const isBefore = (expires: string | null, today: string): boolean => expires !== null && expires < today;

/** Whether a derivative has expired under its terms, although the row states a balance. */
export const hasExpired = (
  { tableNumber, expirationDate, sharesOwnedFollowing }: ReportedRow,
  today: string,
): boolean =>
  tableNumber === "II" &&
  isBefore(expirationDate.value, today) &&
  parseDecimal(sharesOwnedFollowing.value)?.eq(0) !== true;

function totalsOf(open: readonly LadderRung[]): LadderOfDerivatives["totals"] {
  const totals = new Map<string, LadderOfDerivatives["totals"][number]>();
  for (const { issuer, title, balance } of open) {
    const key = `${issuer ?? ""}|${securityName(title)}`;
    const known = totals.get(key) ?? { issuer, title, total: "0", lines: 0 };
    const total = new Big(known.total).plus(parseDecimal(balance) ?? 0).toFixed();
    totals.set(key, { ...known, total, lines: known.lines + 1 });
  }
  return [...totals.values()];
}

const compare = (a: string | null, b: string | null) => {
  const [one, other] = [a ?? "", b ?? ""];
  return one < other ? -1 : Number(one > other);
};

/** Lines without a price come last. */
function inOrder(a: LadderRung, b: LadderRung): number {
  const [one, other] = [parseDecimal(a.exercisePrice), parseDecimal(b.exercisePrice)];
  const byPrice = one && other ? one.cmp(other) : Number(one === null) - Number(other === null);
  return compare(a.issuer, b.issuer) || byPrice || compare(a.expires, b.expires) || compare(a.title, b.title);
}

function valuesOf(rows: readonly SeriesRow[]): LadderOfDerivatives["values"] {
  const last = new Map<string, LadderOfDerivatives["values"][number]>();
  for (const source of rows.filter(isHeldByValue).sort(inFilingOrder)) {
    const found = termsOf(source);
    const { issuer, title, exercisePrice, expires, ownership, vehicle } = found;
    const key = [issuer, securityName(title), exercisePrice, expires, ownership, vehicle].join("|");
    last.set(key, { ...found, value: source.row.valueOwnedFollowing.value ?? "" });
  }
  return [...last.values()].filter(({ value }) => parseDecimal(value)?.eq(0) !== true);
}

const isHeldByValue = ({ row }: SeriesRow): boolean =>
  row.tableNumber === "II" && row.sharesOwnedFollowing.value === null && row.valueOwnedFollowing.value !== null;

function rungOf({ id, rows }: DerivedLine, splits: SplitsByIssuer): LadderRung | null {
  const last = rows.at(-1);
  if (last?.row.tableNumber !== "II") return null;
  const terms = termsOf(last);
  const { issuer, asOf } = terms;
  return {
    ...terms,
    holdingLine: id,
    underlyingShares: underlyingLeft(last),
    balance: last.row.sharesOwnedFollowing.value ?? "",
    splitsSince: (splits.get(issuer) ?? []).filter((split) => asOf !== null && effectiveDay(split) > asOf),
  };
}

function termsOf(source: SeriesRow) {
  const { row, filing, issuerCik } = source;
  const ownership = row.directOrIndirect.value;
  return {
    issuer: issuerCik,
    title: row.securityTitle.value,
    exercisePrice: row.conversionOrExercisePrice.value,
    exercisable: row.exerciseDate.value,
    expires: row.expirationDate.value,
    underlyingTitle: row.underlyingSecurityTitle.value,
    ownership: ownership === "D" || ownership === "I" ? ownership : null,
    vehicle: vehicleText(row, filing.notes),
    asOf: rowDate(source),
    filing: filing.accessionNumber,
    row: rowId(row),
    jointOwners: Math.max(0, filing.owners.length - 1),
  } as const;
}

/**
 * The underlying shares of the balance. The column of a holding states them; that of a transaction is about what it moved, which
 * gives the rate for the balance. Null if the result is a fraction.
 */
function underlyingLeft({ row }: SeriesRow): string | null {
  const underlying = parseDecimal(row.underlyingSecurityShares.value);
  if (!underlying || row.kind === "holding") return underlying?.toFixed() ?? null;
  const [moved, balance] = [row.transactionShares.value, row.sharesOwnedFollowing.value].map((text) =>
    parseDecimal(text),
  );
  if (!moved || !balance || moved.eq(0)) return null;
  const left = balance.times(underlying).div(moved);
  return left.round(0).eq(left) ? left.toFixed() : null;
}
