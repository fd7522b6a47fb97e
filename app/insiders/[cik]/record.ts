import type { InsiderFiling } from "@/db/queries/insider-filings";
import { latenessRecord } from "@/lib/lateness/describe-lateness";
import { reportingLine } from "@/lib/people/reporting-line";
import { rolesOverTime } from "@/lib/people/roles-over-time";
import { filedOn } from "@/lib/record/filing-names";
import { orderDay } from "@/lib/record/order-day";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import type { InsiderIssuer, InsiderLateness, InsiderRoles, InsiderView } from "@/lib/views/insider";

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

/** @param marks the filer's own lateness marks, by accession number */
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
): InsiderView["reporting"] =>
  issuers.map((issuer) => ({
    label: issuer,
    ...reportingLine(
      issuer.cik,
      filings.filter((filing) => isOn(issuer, filing)),
      rows.filter(({ issuerCik }) => issuerCik === issuer.cik),
    ),
  }));

/** Whether the newest filing on the issuers in view names an officer or director, and the year of the first filing. */
export function standingOf(
  cik: string,
  issuers: readonly InsiderIssuer[],
  filings: readonly InsiderFiling[],
): InsiderView["lead"]["standing"] {
  const inView = new Set(issuers.map((issuer) => issuer.cik));
  const ofIssuers = filings.filter(({ issuer }) => inView.has(issuer.cik));
  const newest = ofIssuers[0]?.owners.find((owner) => owner.cik === cik);
  const first = ofIssuers.at(-1);
  return {
    isInside: newest?.isDirector === true || newest?.isOfficer === true,
    since: first ? (orderDay(first.orderedAt)?.slice(0, 4) ?? null) : null,
  };
}
