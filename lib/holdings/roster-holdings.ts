import Big from "big.js";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import { rowDate } from "@/lib/record/row-in-filing";
import { parseDecimal } from "@/lib/values/decimal";
import { hasExpired } from "./derivative-ladder";
import { securityName, vehicleText } from "./holding-line";
import { type LineReport, restatedLines } from "./restated-lines";
import { vehicleName } from "./vehicle-name";

/** The last balance of one line. */
export type HeldLine = {
  balance: string;
  /** As filed; null for direct ownership. */
  vehicle: string | null;
  filing: string;
  /** The row at which the line begins. */
  holdingLine: string;
  /** How many others reported it with this insider. The balance may be theirs. */
  jointOwners: number;
};

/** The holdings of one security: lines add up only within it. */
export type RosterSecurity = { title: string | null; total: string; lines: HeldLine[] };

/** Empty if nothing is reported. */
export type RosterHoldings = { direct: RosterSecurity[]; indirect: RosterSecurity[]; derivatives: RosterSecurity[] };

export type ReportedBalance = {
  id: string;
  row: ReportedRow;
  filing: { accessionNumber: string; periodOfReport: string | null; filingDate: string | null };
  notes: Record<string, string>;
  facts: NoteFacts;
  owners: readonly string[];
};

/**
 * An insider's holdings by the last report of each line, except lines whose holding a later filing reports on another line.
 * Derivatives are added up by title, whatever their terms, without those that have expired.
 * @param today the day by which a derivative has expired
 */
export function rosterHoldings(reported: readonly ReportedBalance[], today: string): RosterHoldings {
  const restated = restatedLines(reported.map(lineReport));
  const lines = reported.filter(({ id, row }) => !restated.has(id) && !hasExpired(row, today));
  const shares = lines.filter(({ row }) => row.tableNumber === "I");
  const isIndirect = ({ row }: ReportedBalance) => row.directOrIndirect.value === "I";
  return {
    direct: bySecurity(shares.filter((line) => !isIndirect(line))),
    indirect: bySecurity(shares.filter(isIndirect)),
    derivatives: bySecurity(lines.filter(({ row }) => row.tableNumber === "II")),
  };
}

const lineReport = ({ id, row, filing, facts, owners }: ReportedBalance): LineReport => ({
  holdingLine: id,
  row,
  issuer: null,
  owners,
  filing: filing.accessionNumber,
  asOf: rowDate({ row, filing }),
  facts,
});

/** The largest total first. */
function bySecurity(sources: readonly ReportedBalance[]): RosterSecurity[] {
  const securities = new Map<string, ReportedBalance[]>();
  for (const source of sources) {
    const name = securityName(source.row.securityTitle.value);
    securities.set(name, [...(securities.get(name) ?? []), source]);
  }
  return [...securities.values()]
    .map((held) => ({ title: held[0]?.row.securityTitle.value ?? null, total: total(held), lines: held.map(line) }))
    .sort((a, b) => new Big(b.total).cmp(a.total));
}

const total = (held: readonly ReportedBalance[]): string =>
  held.reduce((sum, { row }) => sum.plus(parseDecimal(row.sharesOwnedFollowing.value) ?? 0), new Big(0)).toFixed();

const line = (source: ReportedBalance): HeldLine => ({
  balance: source.row.sharesOwnedFollowing.value ?? "",
  vehicle: vehicleName(source.row, source.facts) ?? vehicleText(source.row, source.notes),
  filing: source.filing.accessionNumber,
  holdingLine: source.id,
  jointOwners: source.owners.length - 1,
});

/**
 * The line that a small chart of an insider's holdings shows: the largest direct one of Table I, or else the largest indirect
 * one.
 */
export function mainLine({ direct, indirect }: Pick<RosterHoldings, "direct" | "indirect">): HeldLine | null {
  const largest = (securities: readonly RosterSecurity[]) =>
    (securities[0]?.lines ?? []).reduce<HeldLine | null>(
      (best, next) => (best === null || new Big(next.balance || 0).gt(best.balance || 0) ? next : best),
      null,
    );
  return largest(direct) ?? largest(indirect);
}
