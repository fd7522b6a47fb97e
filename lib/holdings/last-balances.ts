import type { GapReason } from "@/lib/record/balance-check";
import { rowId, type TableNumber } from "@/lib/record/reported-row";
import { rowDate, type SeriesRow } from "@/lib/record/row-in-filing";
import { compareText } from "@/lib/values/compare-text";
import { type DerivedLine, derivedLines } from "./derived-lines";
import { vehicleText } from "./holding-line";
import { type LaterPlace, type LaterReport, type LineReport, laterPlace, restatedLines } from "./restated-lines";
import { vehicleName } from "./vehicle-name";

/** A change of balance that no row explains: exact decimals as text. */
type BalanceGap = {
  filing: string;
  row: string;
  expected: string | null;
  reported: string;
  difference: string;
  /** The reason, with the words and place it was read from; null if nothing explains it. */
  reason: GapReason["kind"] | null;
  reasonWords: string | null;
  reasonFrom: string | null;
};

/** The balance of a holding line at its last report. */
export type LastBalance = {
  /** The row at which the line begins. */
  holdingLine: string;
  /** CIKs of the owners of its last report, sorted. */
  owners: readonly string[];
  /** CIK. */
  issuer: string | null;
  table: TableNumber;
  /** Title as last filed. */
  security: string | null;
  ownership: "D" | "I" | null;
  /** Through whom or what, as filed; null for direct ownership. */
  vehicle: string | null;
  /** Its name as a note states it, if the filing only cites the note; null if several are named, or none. */
  vehicleName: string | null;
  balance: string;
  asOf: string | null;
  /** Accession number of the last report, and its row there (`I-2`). */
  filing: string;
  row: string;
  /** Where a later filing reports the same holding on another line. Then this balance is not what is held now. */
  laterReport: LaterPlace | null;
  gaps: BalanceGap[];
};

/** The last reported balance of every line of these rows, the latest report first. */
export function lastBalances(rows: readonly SeriesRow[]): LastBalance[] {
  const lines = derivedLines(rows);
  const restated = restatedLines(lines.flatMap((line) => lastReport(line) ?? []));
  return lines
    .flatMap((line) => lastBalance(line, restated.get(line.id)) ?? [])
    .sort((a, b) => compareText(b.asOf ?? "", a.asOf ?? "") || compareText(b.filing, a.filing));
}

/** The last report of a line, to compare with other lines. */
function lastReport({ id, rows }: DerivedLine): LineReport | null {
  const last = rows.at(-1);
  if (!last) return null;
  const { row, filing, issuerCik } = last;
  return {
    holdingLine: id,
    row,
    issuer: issuerCik,
    owners: filing.owners,
    filing: filing.accessionNumber,
    asOf: rowDate(last),
    facts: filing.facts,
  };
}

function lastBalance({ id, rows }: DerivedLine, later: LaterReport<LineReport> | undefined): LastBalance | null {
  const last = rows.at(-1);
  if (!last) return null;
  const { row, filing, issuerCik } = last;
  const ownership = row.directOrIndirect.value;
  return {
    holdingLine: id,
    owners: filing.owners,
    issuer: issuerCik,
    table: row.tableNumber,
    security: row.securityTitle.value,
    ownership: ownership === "D" || ownership === "I" ? ownership : null,
    vehicle: vehicleText(row, filing.notes),
    vehicleName: vehicleName(row, filing.facts),
    balance: row.sharesOwnedFollowing.value ?? "",
    asOf: rowDate(last),
    filing: filing.accessionNumber,
    row: rowId(row),
    laterReport: later ? laterPlace(later) : null,
    gaps: rows.flatMap(gapOf),
  };
}

function gapOf({ row, filing, derived: { check } }: SeriesRow): BalanceGap[] {
  if (check?.state !== "gap" || check.reported === null || check.difference === null) return [];
  const { expected, reported, difference, reason } = check;
  return [
    {
      filing: filing.accessionNumber,
      row: rowId(row),
      expected,
      reported,
      difference,
      reason: reason?.kind ?? null,
      reasonWords: reason?.words ?? null,
      reasonFrom: reason?.from ?? null,
    },
  ];
}
