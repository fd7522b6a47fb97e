import type { InsiderIssuer } from "@/db/queries/insider";
import type { InsiderFiling } from "@/db/queries/insider-filings";
import { type LatenessRecord, latenessRecord } from "@/lib/lateness/describe-lateness";
import { type ReportingLine, reportingLine } from "@/lib/people/reporting-line";
import { type RolesOverTime, rolesOverTime } from "@/lib/people/roles-over-time";
import { filedOn } from "@/lib/record/filing-names";
import type { SeriesRow } from "@/lib/record/row-in-filing";

/** What an insider was to an issuer. */
export type InsiderRoles = { issuer: InsiderIssuer; roles: RolesOverTime };

/** A filing that came after the day it was due, or some of whose rows the filer marked as late. */
type LateFiling = {
  accessionNumber: string;
  documentType: string | null;
  issuer: InsiderFiling["issuer"];
  filedOn: string | null;
  /** Business days from the trade or event to filing. */
  days: number | null;
  due: string | null;
  late: boolean;
  /** The filer's own marks on its rows, as filed: E for early, L for late. */
  marks: string[];
};

export type InsiderLateness = LatenessRecord & { filings: LateFiling[] };

const isOn = ({ cik, name }: InsiderIssuer, { issuer }: InsiderFiling): boolean =>
  cik === null ? issuer.cik === null && issuer.name === name : issuer.cik === cik;

export const rolesByIssuer = (
  cik: string,
  issuers: readonly InsiderIssuer[],
  filings: readonly InsiderFiling[],
): InsiderRoles[] =>
  issuers.map((issuer) => ({
    issuer,
    roles: rolesOverTime(
      filings.filter((filing) => isOn(issuer, filing)),
      cik,
    ),
  }));

/** @param marks the filer's own marks, by accession number */
export function insiderLateness(
  filings: readonly InsiderFiling[],
  marks: ReadonlyMap<string, string[]>,
): InsiderLateness {
  const dated = filings.map((filing) => ({ ...filing, filedOn: filedOn(filing) }));
  return {
    ...latenessRecord(dated),
    filings: dated.flatMap(({ accessionNumber, documentType, issuer, lateness, filedOn }) => {
      const ofFiler = marks.get(accessionNumber) ?? [];
      if (!lateness?.late && !ofFiler.some(isLateMark)) return [];
      return [
        {
          accessionNumber,
          documentType,
          issuer,
          filedOn,
          days: lateness?.days ?? null,
          due: lateness?.due ?? null,
          late: lateness?.late ?? false,
          marks: ofFiler,
        },
      ];
    }),
  };
}

const isLateMark = (mark: string): boolean => mark.toUpperCase() === "L";

/** From the first report to the exit, for each issuer in view. */
export const reportingLines = (
  issuers: readonly InsiderIssuer[],
  filings: readonly InsiderFiling[],
  rows: readonly SeriesRow[],
): (ReportingLine & { label: InsiderIssuer })[] =>
  issuers.map((issuer) => ({
    label: issuer,
    ...reportingLine(
      issuer.cik,
      filings.filter((filing) => isOn(issuer, filing)),
      rows.filter(({ issuerCik }) => issuerCik === issuer.cik),
    ),
  }));
