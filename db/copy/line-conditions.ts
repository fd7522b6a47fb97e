import { and, type SQL, sql } from "drizzle-orm";
import type { FacetClasses } from "@/db/copy/facet-classes";
import type { ResolvedFilter } from "@/db/copy/questions";
import { meaningsOf } from "@/db/queries/filter-meanings";
import { asksForRows } from "@/lib/filters/filing-filter";

/**
 * The condition on a line that meets a filter, apart from the kind: one line for each transaction, or for each of its owners.
 * @param onlyTransactions false for lines of filings without a current transaction too
 */
export function isLineOf(asked: ResolvedFilter, { ofEveryOwner = false, onlyTransactions = true } = {}): SQL {
  return (
    and(
      onlyTransactions ? sql`line > 0` : undefined,
      ofEveryOwner ? undefined : sql`owner_position = 1`,
      ...conditionsBesidesClass(asked, ofEveryOwner),
    ) ?? sql`true`
  );
}

/** Memory has one line of each transaction, that of its first owner. */
export const areInMemory = ({ filter, insiders }: ResolvedFilter, onlyTransactions: boolean) =>
  insiders === null && (onlyTransactions || asksForRows(filter));

/** The whole condition on a line of a list of filings. */
export const isLineFor = (classes: FacetClasses, asked: ResolvedFilter, onlyTransactions: boolean): SQL =>
  sql`${isLineOf(asked, { ofEveryOwner: asked.insiders !== null, onlyTransactions })} and ${classes.isOfKind(asked.filter, onlyTransactions)}`;

/** The same without what only the class of a line says. */
export function conditionsBesidesClass(
  { filter, issuers, insiders, industries }: ResolvedFilter,
  ofEveryOwner = false,
): SQL[] {
  const isOfInsider = insiders === null ? undefined : isOfInsiders(insiders);
  return [
    issuers === null ? undefined : sql`issuer_cik in ${listed(issuers)}`,
    industries === null ? undefined : isInIndustry(industries),
    isOfInsider && (ofEveryOwner ? isOfInsider : sql`filing in (select filing from listing where ${isOfInsider})`),
    ...meaningsOf(filter).map(({ condition }) => condition),
  ].filter((condition) => condition !== undefined);
}

export const isOfInsiders = (ciks: readonly string[]): SQL => sql`owner_cik in ${listed(ciks)}`;

const listed = (ciks: readonly string[]) => sql`(select unnest(${sql.param(ciks)}::bigint[]))`;

const isInIndustry = ({ ciks, orAllBut }: NonNullable<ResolvedFilter["industries"]>): SQL =>
  orAllBut === null
    ? sql`issuer_cik in ${listed(ciks)}`
    : sql`(issuer_cik in ${listed(ciks)} or issuer_cik is null or issuer_cik not in ${listed(orAllBut)})`;
