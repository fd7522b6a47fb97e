import { desc, eq, inArray, sql } from "drizzle-orm";
import { filing, industry, issuer, issuerName } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { orderDay } from "@/lib/record/order-day";
import type { Issuer } from "@/lib/views/issuer";
import type { MentionedFiling } from "@/lib/views/party";

/** An issuer with what we know about it, besides its roster; null if no filing is about this CIK. */
export async function findIssuer(db: Db, cik: string): Promise<Omit<Issuer, "insiders"> | null> {
  const [found] = await db.select().from(issuer).where(eq(issuer.cik, cik));
  if (!found) return null;
  const mention = async (newest: boolean): Promise<MentionedFiling | null> => {
    const [f] = await db
      .select({
        accessionNumber: filing.accessionNumber,
        documentType: filing.documentType,
        filingDate: filing.filingDate,
        filedAt: filing.filedAt,
        periodOfReport: filing.periodOfReport,
        orderedAt: filing.orderedAt,
      })
      .from(filing)
      .where(eq(filing.issuerCik, cik))
      .orderBy(
        newest ? desc(filing.orderedAt) : sql`${filing.orderedAt}`,
        newest ? desc(filing.accessionNumber) : sql`${filing.accessionNumber}`,
      )
      .limit(1);
    return f ? { ...f, filedAt: f.filedAt?.toISOString() ?? null, orderedAt: f.orderedAt.toISOString() } : null;
  };
  const [names, [classified], filings, first, last] = await Promise.all([
    db
      .select({ name: issuerName.name, tradingSymbol: issuerName.tradingSymbol })
      .from(issuerName)
      .where(eq(issuerName.cik, cik))
      .orderBy(desc(issuerName.namedAt)),
    db
      .select({ code: industry.code, name: industry.name, source: industry.source, asOf: industry.asOf })
      .from(industry)
      .where(eq(industry.cik, cik)),
    db.$count(filing, eq(filing.issuerCik, cik)),
    mention(false),
    mention(true),
  ]);
  return {
    cik,
    name: found.name,
    tradingSymbol: found.tradingSymbol,
    names,
    industry: classified ?? null,
    filings,
    first,
    last,
  };
}

/** The day of the first filing on an issuer that we have; null if it has no date. */
export async function findFirstDay(db: Db, cik: string): Promise<string | null> {
  const [first] = await db
    .select({ orderedAt: filing.orderedAt })
    .from(filing)
    .where(eq(filing.issuerCik, cik))
    .orderBy(filing.orderedAt)
    .limit(1);
  return first ? orderDay(first.orderedAt.toISOString()) : null;
}

/** The issuer that was last filed under a symbol. Symbols are reused, and the newest use is meant. */
export async function findIssuerBySymbol(db: Db, symbol: string): Promise<string | null> {
  // PostgreSQL accepts no NUL, and no symbol has control characters.
  if (/\p{Cc}/u.test(symbol)) return null;
  const [found] = await db
    .select({ cik: issuerName.cik })
    .from(issuerName)
    .where(sql`upper(${issuerName.tradingSymbol}) = ${symbol.toUpperCase()}`)
    .orderBy(desc(issuerName.namedAt))
    .limit(1);
  return found?.cik ?? null;
}

export type NamedIssuer = { cik: string; name: string | null; tradingSymbol: string | null };

/** Issuers under the name and symbol of their newest filing, by CIK. */
export async function findIssuerLabels(db: Db, ciks: readonly string[]): Promise<Map<string, NamedIssuer>> {
  if (ciks.length === 0) return new Map();
  const found = await db
    .select({ cik: issuer.cik, name: issuer.name, tradingSymbol: issuer.tradingSymbol })
    .from(issuer)
    .where(inArray(issuer.cik, [...ciks]));
  return new Map(found.map((label) => [label.cik, label]));
}

/** The SIC codes of issuers, by CIK, as far as we know them. */
export async function findIndustries(db: Db, ciks: string[]): Promise<Record<string, { code: string; name: string }>> {
  if (ciks.length === 0) return {};
  const found = await db
    .select({ cik: industry.cik, code: industry.code, name: industry.name })
    .from(industry)
    .where(inArray(industry.cik, ciks));
  return Object.fromEntries(found.map(({ cik, ...classified }) => [cik, classified]));
}
