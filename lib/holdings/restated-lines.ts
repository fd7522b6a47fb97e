import type { NoteFacts } from "@/lib/record/derived-filing";
import type { ReportedRow } from "@/lib/record/reported-row";
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
  /** Whether the names of the holders only begin alike: "Lowell Trust" and "Lowell Trust Roth IRA". */
  isSimilarName: boolean;
};

/**
 * Lines whose holding a later filing reports on another line, because a note or price is worded differently: a holding of the
 * same security through the same named holder or, of a class of shares in Table II, the insider's own. By the row at which the
 * line begins.
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
          const closeness = mayRestate(older.report, newer.report) ? closenessOf(older, newer) : null;
          return closeness === null ? [] : [{ report: newer.report, isSimilarName: closeness === "similar" }];
        })
        .sort((a, b) => Number(a.isSimilarName) - Number(b.isSimilarName));
      if (later[0]) restated.set(older.report.holdingLine, later[0]);
    }
  }
  return restated;
}

const isComparable = ({ row }: LineReport): boolean =>
  row.directOrIndirect.value === "I"
    ? row.tableNumber === "I" || isClassOfShares(row.securityTitle.value)
    : row.directOrIndirect.value === "D" && row.tableNumber === "II" && isClassOfShares(row.securityTitle.value);

const kindOf = ({ issuer, row }: LineReport): string =>
  [issuer ?? "", row.tableNumber, securityName(row.securityTitle.value), row.directOrIndirect.value ?? ""].join("|");

/** Two lines that one filing reports are two holdings. */
const mayRestate = (older: LineReport, newer: LineReport): boolean =>
  older.asOf !== null &&
  newer.asOf !== null &&
  older.asOf < newer.asOf &&
  !newer.holdingLine.startsWith(`${older.filing}#`) &&
  older.owners.some((owner) => newer.owners.includes(owner)) &&
  sameFiledTerms(older.row, newer.row);

type Named = { report: LineReport; holder: string | null };

function closenessOf(older: Named, newer: Named): "same" | "similar" | null {
  if (older.report.row.directOrIndirect.value === "D")
    // On a joint filing, the direct holding may be that of any owner.
    return older.report.owners.length === 1 && newer.report.owners.length === 1 ? "same" : null;
  return older.holder === null || newer.holder === null ? null : closenessOfHolders(older.holder, newer.holder);
}
