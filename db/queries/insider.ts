import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { filing, filingOwner, owner, ownerName } from "@/db/schema";
import { isAmendment } from "@/lib/edgar/form-name";

/** A stretch of filings on which an owner stood in the same relationship to an issuer. */
export type InsiderRole = {
  issuerCik: string | null;
  isDirector: boolean | null;
  isOfficer: boolean | null;
  isTenPercentOwner: boolean | null;
  isOther: boolean | null;
  officerTitle: string | null;
  otherText: string | null;
  /** Ordering instants of the first and last filing that says so. */
  from: string;
  to: string;
  filings: number;
};

export type InsiderIssuer = {
  cik: string | null;
  name: string | null;
  tradingSymbol: string | null;
  filings: number;
  lastAt: string;
};

export type Insider = {
  cik: string;
  name: string | null;
  /** Every name filed under, newest first. */
  names: string[];
  filings: number;
  amendments: number;
  first: FilingMention | null;
  last: FilingMention | null;
  /** Issuers by number of filings, most first. */
  issuers: InsiderIssuer[];
  /** Newest first. */
  roles: InsiderRole[];
};

export type FilingMention = {
  accessionNumber: string;
  documentType: string | null;
  filingDate: string | null;
  orderedAt: string;
};

/** An owner with what its filings say of it; null when no filing names this CIK as an owner. Reads only its filings. */
export async function findInsider(db: Db, cik: string): Promise<Insider | null> {
  const [found] = await db.select().from(owner).where(eq(owner.cik, cik));
  if (!found) return null;
  const [names, filings, roles] = await Promise.all([
    db.select({ name: ownerName.name }).from(ownerName).where(eq(ownerName.cik, cik)).orderBy(desc(ownerName.namedAt)),
    db
      .select({
        accessionNumber: filing.accessionNumber,
        documentType: filing.documentType,
        filingDate: filing.filingDate,
        orderedAt: filing.orderedAt,
        issuerCik: filing.issuerCik,
        issuerName: filing.issuerName,
        tradingSymbol: filing.issuerTradingSymbol,
      })
      .from(filing)
      .where(
        sql`exists (select from ${filingOwner} where ${and(eq(filingOwner.accessionNumber, filing.accessionNumber), eq(filingOwner.cik, cik))})`,
      )
      .orderBy(desc(filing.orderedAt), desc(filing.accessionNumber)),
    listRoles(db, cik),
  ]);

  const issuers = new Map<string, InsiderIssuer>();
  for (const f of filings) {
    const key = f.issuerCik ?? `name ${f.issuerName}`;
    const known = issuers.get(key);
    if (known) known.filings += 1;
    else {
      issuers.set(key, {
        cik: f.issuerCik,
        name: f.issuerName,
        tradingSymbol: f.tradingSymbol,
        filings: 1,
        lastAt: f.orderedAt.toISOString(),
      });
    }
  }
  const mention = (f: (typeof filings)[number] | undefined): FilingMention | null =>
    f
      ? {
          accessionNumber: f.accessionNumber,
          documentType: f.documentType,
          filingDate: f.filingDate,
          orderedAt: f.orderedAt.toISOString(),
        }
      : null;
  return {
    cik,
    name: found.name,
    names: names.map((n) => n.name).filter((name) => name !== ""),
    filings: filings.length,
    amendments: filings.filter((f) => isAmendment(f.documentType)).length,
    first: mention(filings.at(-1)),
    last: mention(filings[0]),
    issuers: [...issuers.values()].sort((a, b) => b.filings - a.filings || b.lastAt.localeCompare(a.lastAt)),
    roles,
  };
}

async function listRoles(db: Db, cik: string): Promise<InsiderRole[]> {
  const role = {
    issuerCik: filing.issuerCik,
    isDirector: filingOwner.isDirector,
    isOfficer: filingOwner.isOfficer,
    isTenPercentOwner: filingOwner.isTenPercentOwner,
    isOther: filingOwner.isOther,
    officerTitle: filingOwner.officerTitle,
    otherText: filingOwner.otherText,
  };
  const last = sql<Date>`max(${filing.orderedAt})`.mapWith(filing.orderedAt);
  const found = await db
    .select({
      ...role,
      from: sql<Date>`min(${filing.orderedAt})`.mapWith(filing.orderedAt),
      to: last,
      filings: sql<string>`count(*)`,
    })
    .from(filingOwner)
    .innerJoin(filing, eq(filing.accessionNumber, filingOwner.accessionNumber))
    .where(eq(filingOwner.cik, cik))
    .groupBy(...Object.values(role))
    .orderBy(desc(last));
  return found.map((r) => ({ ...r, from: r.from.toISOString(), to: r.to.toISOString(), filings: Number(r.filings) }));
}
