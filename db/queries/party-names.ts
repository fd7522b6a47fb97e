import { inArray, sql } from "drizzle-orm";
import { issuer, owner } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { PartyNames } from "@/lib/filters/describe-filter";
import type { FilingFilter } from "@/lib/filters/filing-filter";

const ciksOf = (parties: FilingFilter["issuer"]) => parties.flatMap((party) => ("cik" in party ? [party.cik] : []));

/** Names and symbols of issuers, by CIK. */
export async function findIssuerNames(db: Db, ciks: readonly string[]) {
  const rows = await db
    .select({ cik: issuer.cik, name: issuer.name, tradingSymbol: issuer.tradingSymbol })
    .from(issuer)
    .where(sql`${issuer.cik} = any(${sql.param(ciks)}::text[])`);
  return new Map(rows.map(({ cik, ...named }) => [cik, named]));
}

/** Names of insiders as filed, by CIK. */
export async function findOwnerNames(db: Db, ciks: readonly string[]) {
  const rows = await db
    .select({ cik: owner.cik, name: owner.name })
    .from(owner)
    .where(sql`${owner.cik} = any(${sql.param(ciks)}::text[])`);
  return new Map(rows.map(({ cik, name }) => [cik, name]));
}

/** The names of the parties that a filter has by CIK. */
export async function findPartyNames(db: Db, filter: Pick<FilingFilter, "issuer" | "insider">): Promise<PartyNames> {
  const [issuers, insiders] = [ciksOf(filter.issuer), ciksOf(filter.insider)];
  const [ofIssuers, ofInsiders] = await Promise.all([
    issuers.length > 0
      ? db.select({ cik: issuer.cik, name: issuer.name }).from(issuer).where(inArray(issuer.cik, issuers))
      : [],
    insiders.length > 0
      ? db.select({ cik: owner.cik, name: owner.name }).from(owner).where(inArray(owner.cik, insiders))
      : [],
  ]);
  const byCik = (found: { cik: string; name: string | null }[]) =>
    Object.fromEntries(found.flatMap(({ cik, name }) => (name === null ? [] : [[cik, name]])));
  return { issuers: byCik(ofIssuers), insiders: byCik(ofInsiders) };
}
