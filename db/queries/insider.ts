import { desc, eq } from "drizzle-orm";
import { owner, ownerName } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { isAmendment } from "@/lib/record/form-name";
import type { Insider, InsiderIssuer } from "@/lib/views/insider";
import type { MentionedFiling } from "@/lib/views/party";
import type { InsiderFiling } from "./insider-filings";

/** The names of an owner; null if no filing has an owner with this CIK. */
export async function findOwner(db: Db, cik: string): Promise<{ name: string | null; names: string[] } | null> {
  const [found, names] = await Promise.all([
    db.select({ name: owner.name }).from(owner).where(eq(owner.cik, cik)),
    db.select({ name: ownerName.name }).from(ownerName).where(eq(ownerName.cik, cik)).orderBy(desc(ownerName.namedAt)),
  ]);
  const [known] = found;
  return known ? { name: known.name, names: names.map(({ name }) => name).filter((name) => name !== "") } : null;
}

/** An owner with a summary of its filings. */
export function insiderOf(
  cik: string,
  { name, names }: { name: string | null; names: string[] },
  filings: readonly InsiderFiling[],
): Insider {
  return {
    cik,
    name,
    names,
    filings: filings.length,
    amendments: filings.filter(({ documentType }) => isAmendment(documentType)).length,
    amended: filings.filter(({ amendedBy }) => amendedBy !== null).length,
    first: mention(filings.at(-1)),
    last: mention(filings[0]),
    issuers: issuersOf(filings),
  };
}

const mention = (filing: InsiderFiling | undefined): MentionedFiling | null =>
  filing
    ? {
        accessionNumber: filing.accessionNumber,
        documentType: filing.documentType,
        filingDate: filing.filingDate,
        filedAt: filing.filedAt,
        periodOfReport: filing.periodOfReport,
        orderedAt: filing.orderedAt,
      }
    : null;

function issuersOf(filings: readonly InsiderFiling[]): InsiderIssuer[] {
  const issuers = new Map<string, InsiderIssuer>();
  for (const { issuer, orderedAt } of filings) {
    const key = issuer.cik ?? `name ${issuer.name}`;
    const known = issuers.get(key);
    if (known) known.filings += 1;
    else issuers.set(key, { ...issuer, filings: 1, lastAt: orderedAt });
  }
  return [...issuers.values()].sort((a, b) => b.filings - a.filings || b.lastAt.localeCompare(a.lastAt));
}
