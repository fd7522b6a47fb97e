import { aliasedTable, and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { amendmentLink, filing, filingOwner, filingRow, lateness } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { isPointer } from "@/lib/people/officer-title";
import type { AmendmentLink, Lateness } from "@/lib/record/derived-filing";
import type { ReportingOwner } from "@/lib/record/filing";
import { reportingOwner } from "@/lib/record/reporting-owner";

/** A filing of an owner without its rows and notes, for roles, lateness and the line of reports. */
export type InsiderFiling = {
  accessionNumber: string;
  documentType: string | null;
  filedAt: string | null;
  filingDate: string | null;
  periodOfReport: string | null;
  orderedAt: string;
  notSubjectToSection16: boolean | null;
  issuer: { cik: string | null; name: string | null; tradingSymbol: string | null };
  /** The owner; also the others if titles are in the remarks, because those are about the whole filing. */
  owners: ReportingOwner[];
  /** Null if no title points to them. */
  remarks: string | null;
  lateness: Lateness | null;
  amendment: AmendmentLink | null;
  amendedBy: string | null;
};

/** All filings of an owner, newest first. */
export async function listInsiderFilings(db: Db, cik: string): Promise<InsiderFiling[]> {
  const found = await db
    .select({
      accessionNumber: filing.accessionNumber,
      documentType: filing.documentType,
      filedAt: filing.filedAt,
      filingDate: filing.filingDate,
      periodOfReport: filing.periodOfReport,
      orderedAt: filing.orderedAt,
      notSubjectToSection16: filing.notSubjectToSection16,
      issuerCik: filing.issuerCik,
      issuerName: filing.issuerName,
      tradingSymbol: filing.issuerTradingSymbol,
      owner: filingOwner,
      lateness,
      link: amendmentLink,
    })
    .from(filingOwner)
    .innerJoin(filing, eq(filing.accessionNumber, filingOwner.accessionNumber))
    .leftJoin(lateness, eq(lateness.accessionNumber, filing.accessionNumber))
    .leftJoin(amendmentLink, eq(amendmentLink.accessionNumber, filing.accessionNumber))
    .where(eq(filingOwner.cik, cik))
    .orderBy(desc(filing.orderedAt), desc(filing.accessionNumber), filingOwner.position);
  const filings = new Map<string, InsiderFiling>();
  for (const { owner, link, lateness: late, issuerCik, issuerName, tradingSymbol, ...facts } of found) {
    const known = filings.get(facts.accessionNumber);
    if (known) {
      known.owners.push(reportingOwner(owner));
      continue;
    }
    filings.set(facts.accessionNumber, {
      ...facts,
      filedAt: facts.filedAt?.toISOString() ?? null,
      orderedAt: facts.orderedAt.toISOString(),
      issuer: { cik: issuerCik, name: issuerName, tradingSymbol },
      owners: [reportingOwner(owner)],
      remarks: null,
      lateness: late && { days: late.days, due: late.due, late: late.isLate },
      amendment: link?.basis ? { amends: link.amends, basis: link.basis } : null,
      amendedBy: link?.amendedBy ?? null,
    });
  }
  await addRemarks(db, cik, filings);
  return [...filings.values()];
}

/** The remarks and the other owners of filings on which a title of the owner points elsewhere. */
async function addRemarks(db: Db, cik: string, filings: ReadonlyMap<string, InsiderFiling>) {
  const pointing = [...filings.values()].filter(({ owners }) => owners.some(pointsElsewhere));
  if (pointing.length === 0) return;
  const other = aliasedTable(filingOwner, "other");
  const found = await db
    .select({ accessionNumber: filing.accessionNumber, remarks: filing.remarks, other })
    .from(filing)
    .leftJoin(other, and(eq(other.accessionNumber, filing.accessionNumber), sql`${other.cik} is distinct from ${cik}`))
    .where(
      inArray(
        filing.accessionNumber,
        pointing.map(({ accessionNumber }) => accessionNumber),
      ),
    );
  for (const { accessionNumber, remarks, other: owner } of found) {
    const known = filings.get(accessionNumber);
    if (!known) continue;
    known.remarks = remarks;
    if (owner) known.owners.push(reportingOwner(owner));
  }
}

const pointsElsewhere = ({ officerTitle, otherText }: ReportingOwner): boolean =>
  (officerTitle !== null && isPointer(officerTitle)) || (otherText !== null && isPointer(otherText));

/** The filer's own marks for rows reported early (E) or late (L), by accession number. */
export async function listTimelinessMarks(db: Db, cik: string): Promise<Map<string, string[]>> {
  const found = await db
    .selectDistinct({ accessionNumber: filingRow.accessionNumber, mark: filingRow.timeliness })
    .from(filingOwner)
    .innerJoin(filingRow, eq(filingRow.accessionNumber, filingOwner.accessionNumber))
    .where(and(eq(filingOwner.cik, cik), isNotNull(filingRow.timeliness)))
    .orderBy(filingRow.accessionNumber, filingRow.timeliness);
  const marks = new Map<string, string[]>();
  for (const { accessionNumber, mark } of found) {
    const text = mark?.trim() ?? "";
    if (text !== "") marks.set(accessionNumber, [...(marks.get(accessionNumber) ?? []), text]);
  }
  return marks;
}
