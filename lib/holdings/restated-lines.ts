import type Big from "big.js";
import { impliedPriorBalance } from "@/lib/record/continuity";
import type { NoteFacts } from "@/lib/record/derived-filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { parseDecimal } from "@/lib/values/decimal";
import { groupBy } from "@/lib/values/group-by";
import { isClassOfShares, sameFiledTerms, securityName } from "./holding-line";
import { closenessOfHolders, onlyHolder } from "./row-holder";

/** The last report of a holding line. */
export type LineReport = {
  /** The row at which the line begins: `0001365555-13-000001#I-2`. */
  holdingLine: string;
  row: ReportedRow;
  issuer: string | null;
  owners: readonly string[];
  /** Accession number. */
  filing: string;
  /** The day of its balance. */
  asOf: string | null;
  facts: NoteFacts;
};

/** A later report of the same holding on another line. */
export type LaterReport<Report> = {
  report: Report;
  /**
   * Whether it may be another holding: the names of the holders only begin alike ("Lowell Trust" and "Lowell Trust Roth IRA"), or
   * a balance of units includes earlier ones without saying which.
   */
  isUncertain: boolean;
};

/** Where the later report is, as data. */
export type LaterPlace = { filing: string; row: string; isUncertain: boolean };

export const laterPlace = ({ report, isUncertain }: LaterReport<LineReport>): LaterPlace => ({
  filing: report.filing,
  row: rowId(report.row),
  isUncertain,
});

/**
 * Lines whose holding a later filing reports on another line, because a note or price is worded differently: a holding of the
 * same security through the same named holder or, of a class of shares in Table II, the insider's own. By the row at which the
 * line begins. Nor are units counted again that a later balance of units includes.
 */
export function restatedLines<Report extends LineReport>(
  reports: readonly Report[],
): ReadonlyMap<string, LaterReport<Report>> {
  const restated = new Map<string, LaterReport<Report>>();
  for (const ofKind of groupBy(reports.filter(isComparable), kindOf).values()) {
    if (ofKind.length === 1) continue;
    const alike = comparable(ofKind);
    for (const older of alike) {
      const later = alike
        .flatMap((newer) => {
          const closeness = closenessOf(older, newer);
          return closeness === null ? [] : [{ report: newer.report, isUncertain: closeness === "similar" }];
        })
        .sort((a, b) => Number(a.isUncertain) - Number(b.isUncertain));
      if (later[0]) restated.set(older.report.holdingLine, later[0]);
    }
  }
  return restated;
}

/** A report, with what is compared of it: an insider may have thousands of lines, and each is compared with all others of its kind. */
type Comparable<Report> = {
  report: Report;
  holder: string | null;
  isOfShares: boolean;
  balance: Big | null;
  /** The balance before the row. */
  prior: Big | null;
  /** Whether its filing reports no other line of the kind. */
  isAlone: boolean;
};

function comparable<Report extends LineReport>(ofKind: readonly Report[]): Comparable<Report>[] {
  const byFiling = groupBy(ofKind, ({ filing }) => filing);
  return ofKind.map((report) => ({
    report,
    holder: onlyHolder(report.row, report.facts),
    isOfShares: isOfShares(report),
    balance: parseDecimal(report.row.sharesOwnedFollowing.value),
    prior: parseDecimal(priorOf(report.row)),
    isAlone: byFiling.get(report.filing)?.length === 1,
  }));
}

/** Units without a filed price or expiry: an option of another price or day is another holding. */
const isOfUnits = ({ row }: LineReport): boolean =>
  /\b(?:unit|rsu)\b/.test(securityName(row.securityTitle.value)) &&
  row.directOrIndirect.value === "D" &&
  (parseDecimal(row.conversionOrExercisePrice.value)?.eq(0) ?? true) &&
  row.expirationDate.value === null;

const isOfShares = ({ row }: LineReport): boolean =>
  row.directOrIndirect.value === "I"
    ? row.tableNumber === "I" || isClassOfShares(row.securityTitle.value)
    : row.directOrIndirect.value === "D" && row.tableNumber === "II" && isClassOfShares(row.securityTitle.value);

const isComparable = (report: LineReport): boolean =>
  isOfShares(report) || (report.row.tableNumber === "II" && isOfUnits(report));

const kindOf = ({ issuer, row }: LineReport): string =>
  [issuer ?? "", row.tableNumber, securityName(row.securityTitle.value), row.directOrIndirect.value ?? ""].join("|");

const priorOf = (row: ReportedRow): string | null =>
  impliedPriorBalance({
    kind: row.kind,
    transactionShares: row.transactionShares.value,
    acquiredDisposedCode: row.acquiredDisposedCode.value,
    sharesOwnedFollowing: row.sharesOwnedFollowing.value,
  });

type Compared = Comparable<LineReport>;

function closenessOf(older: Compared, newer: Compared): "same" | "similar" | null {
  if (!isLater(older, newer)) return null;
  if (!newer.isOfShares && !includesUnits(older, newer)) return null;
  if (!mayRestate(older.report, newer.report)) return null;
  if (!newer.isOfShares) return "similar";
  if (older.report.row.directOrIndirect.value === "D")
    // On a joint filing, the direct holding may be that of any owner.
    return older.report.owners.length === 1 && newer.report.owners.length === 1 ? "same" : null;
  return older.holder === null || newer.holder === null ? null : closenessOfHolders(older.holder, newer.holder);
}

/** Two lines that one filing reports are two holdings, unless the second begins with the balance of the first. */
function isLater(older: Compared, newer: Compared): boolean {
  const [first, second] = [older.report, newer.report];
  if (first.asOf === null || second.asOf === null) return false;
  if (first.filing === second.filing) return follows(older, newer);
  return first.asOf < second.asOf && !second.holdingLine.startsWith(`${first.filing}#`);
}

/** A later row of the same filing that changes exactly what the earlier one leaves: 6,883,086, then a conversion of all of them. */
const follows = (older: Compared, newer: Compared): boolean =>
  newer.report.row.kind === "transaction" &&
  newer.report.row.line > older.report.row.line &&
  newer.prior !== null &&
  !newer.prior.eq(0) &&
  older.balance?.eq(newer.prior) === true;

const mayRestate = (older: LineReport, newer: LineReport): boolean =>
  older.owners.some((owner) => newer.owners.includes(owner)) && sameFiledTerms(older.row, newer.row);

/**
 * A grant after which more units are owned than were granted: the balance is of all units of that title, if the filing states no
 * other.
 */
const includesUnits = (older: Compared, { report: { row }, prior, isAlone }: Compared): boolean =>
  isAlone &&
  row.kind === "transaction" &&
  row.acquiredDisposedCode.value === "A" &&
  prior?.gt(0) === true &&
  older.balance?.lte(prior) === true;
