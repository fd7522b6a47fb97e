import { inArray, like, or, type SQL, sql } from "drizzle-orm";
import { isIssuerName, wordsMatch } from "@/db/queries/filing-conditions";
import { industry, issuerName, listing, ownerName } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { UNKNOWN_SIC } from "@/lib/filters/filing-filter";
import { type NamedParty, type Party, partyWords } from "@/lib/filters/party";

/** More parties are not looked up one by one. */
export const MOST_PARTIES = 5_000;

export type Of = { column: SQL; named: (party: NamedParty) => SQL };

export const BY_ISSUER: Of = {
  column: sql`${listing.issuerCik}`,
  named: (party) => sql`select ${issuerName.cik} from ${issuerName} where ${isIssuerName(party)}`,
};
export const BY_OWNER: Of = {
  column: sql`${listing.ownerCik}`,
  named: (party) =>
    sql`select ${ownerName.cik} from ${ownerName} where ${wordsMatch(ownerName.words, partyWords(party))}`,
};

/** Any of several issuers or owners, by CIK; null if there are too many. */
export type Parties = { column: SQL; ciks: string[] | null; isOne: SQL | undefined };

export async function readParties(db: Db, parties: readonly Party[], { column, named }: Of): Promise<Parties | null> {
  if (parties.length === 0) return null;
  const names = parties.flatMap((party) => ("cik" in party ? [] : [named(party)]));
  const ciks = new Set(parties.flatMap((party) => ("cik" in party ? [party.cik] : [])));
  if (names.length > 0) {
    const { rows } = await db.execute<{ cik: string }>(
      sql`select distinct cik from (${sql.join(names, sql` union all `)}) as named limit ${MOST_PARTIES + 1}`,
    );
    for (const { cik } of rows) ciks.add(cik);
  }
  if (ciks.size <= MOST_PARTIES) return partiesOf(column, [...ciks]);
  const isNamed = names.map((query) => sql`${column} in (${query})`);
  const isCik = parties.flatMap((party) => ("cik" in party ? [sql`${column} = ${party.cik}`] : []));
  return { column, ciks: null, isOne: or(...isNamed, ...isCik) };
}

/** Issuers by their industry, as CIKs: those of some codes and, if wanted, all but those of known codes. */
export type Industries = { ciks: string[]; orAllBut: string[] | null };

/** The same as CIKs, for a database that knows no industries. */
export async function listIndustries(db: Db, asked: readonly string[]): Promise<Industries | null> {
  if (asked.length === 0) return null;
  const codes = asked.filter((digits) => digits !== UNKNOWN_SIC);
  const known = await db.select({ cik: industry.cik, code: industry.code }).from(industry);
  return {
    ciks: known.flatMap(({ cik, code }) => (codes.some((digits) => code.startsWith(digits)) ? cik : [])),
    orAllBut: asked.length > codes.length ? known.map(({ cik }) => cik) : null,
  };
}

/** Issuers of any of several industries. The codes of all others, and of those that are not known, are too many to look up. */
export async function readIndustries(db: Db, asked: readonly string[]): Promise<Parties | null> {
  const codes = asked.filter((digits) => digits !== UNKNOWN_SIC);
  const ofCodes = or(...codes.map((digits) => like(industry.code, `${digits}%`)));
  const isUnknown = sql`not exists (select from ${industry} where ${industry.cik} is not distinct from ${listing.issuerCik})`;
  const { column } = BY_ISSUER;
  if (!ofCodes) return asked.length === 0 ? null : { column, ciks: null, isOne: isUnknown };
  const known = db.select({ cik: industry.cik }).from(industry).where(ofCodes);
  if (asked.length > codes.length) return { column, ciks: null, isOne: or(inArray(column, known), isUnknown) };
  const found = await known.limit(MOST_PARTIES + 1);
  return found.length > MOST_PARTIES
    ? { column, ciks: null, isOne: inArray(column, known) }
    : partiesOf(
        column,
        found.map(({ cik }) => cik),
      );
}

const partiesOf = (column: SQL, ciks: string[]): Parties => ({
  column,
  ciks,
  isOne: sql`${column} = any(${sql.param(ciks)}::text[])`,
});
