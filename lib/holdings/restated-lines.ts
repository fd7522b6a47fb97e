import { impliedPriorBalance } from "@/lib/record/continuity";
import type { NoteFacts } from "@/lib/record/derived-filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { parseDecimal } from "@/lib/values/decimal";
import { groupBy } from "@/lib/values/group-by";
import { decimalText } from "@/lib/values/ten-thousandths";
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
  const named = reports
    .filter(isComparable)
    .map((report) => ({ report, holder: onlyHolder(report.row, report.facts) }));
  for (const alike of groupBy(named, ({ report }) => kindOf(report)).values()) {
    for (const older of alike) {
      const later = alike
        .flatMap((newer) => {
          const closeness = closenessOf(older, newer, alike);
          return closeness === null ? [] : [{ report: newer.report, isUncertain: closeness === "similar" }];
        })
        .sort((a, b) => Number(a.isUncertain) - Number(b.isUncertain));
      if (later[0]) restated.set(older.report.holdingLine, later[0]);
    }
  }
  return restated;
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

/** Two lines that one filing reports are two holdings, unless the second begins with the balance of the first. */
const mayRestate = (older: LineReport, newer: LineReport): boolean =>
  older.asOf !== null &&
  newer.asOf !== null &&
  (older.filing === newer.filing
    ? follows(older, newer)
    : older.asOf < newer.asOf && !newer.holdingLine.startsWith(`${older.filing}#`)) &&
  older.owners.some((owner) => newer.owners.includes(owner)) &&
  sameFiledTerms(older.row, newer.row);

/** A later row of the same filing that changes exactly what the earlier one leaves: 6,883,086, then a conversion of all of them. */
const follows = (older: LineReport, newer: LineReport): boolean =>
  newer.row.kind === "transaction" &&
  newer.row.line > older.row.line &&
  priorOf(newer) === decimalText(older.row.sharesOwnedFollowing.value) &&
  priorOf(newer) !== "0";

const priorOf = ({ row }: LineReport): string | null =>
  impliedPriorBalance({
    kind: row.kind,
    transactionShares: row.transactionShares.value,
    acquiredDisposedCode: row.acquiredDisposedCode.value,
    sharesOwnedFollowing: row.sharesOwnedFollowing.value,
  });

/**
 * A grant after which more units are owned than were granted: the balance is of all units of that title, if the filing states no
 * other.
 */
function includesUnits(older: LineReport, newer: LineReport, alike: readonly Named[]): boolean {
  const before = parseDecimal(newer.row.acquiredDisposedCode.value === "A" ? priorOf(newer) : null);
  const balance = parseDecimal(older.row.sharesOwnedFollowing.value);
  return (
    before?.gt(0) === true &&
    balance?.lte(before) === true &&
    newer.row.kind === "transaction" &&
    alike.filter(({ report }) => report.filing === newer.filing).length === 1
  );
}

type Named = { report: LineReport; holder: string | null };

function closenessOf(older: Named, newer: Named, alike: readonly Named[]): "same" | "similar" | null {
  if (!mayRestate(older.report, newer.report)) return null;
  if (!isOfShares(newer.report)) return includesUnits(older.report, newer.report, alike) ? "similar" : null;
  if (older.report.row.directOrIndirect.value === "D")
    // On a joint filing, the direct holding may be that of any owner.
    return older.report.owners.length === 1 && newer.report.owners.length === 1 ? "same" : null;
  return older.holder === null || newer.holder === null ? null : closenessOfHolders(older.holder, newer.holder);
}
