import { and, eq, exists, gte, inArray, isNotNull, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import {
  filing,
  filingOwner,
  filingRow,
  implausibleRow,
  issuerName,
  ownerName,
  supersededRow,
  tradeReading,
} from "@/db/schema";
import {
  asksForRows,
  type FilingFilter,
  type FilterName,
  type ImplausibleFilter,
  type PlanFilter,
  type PriceRangeFilter,
  type RowFilterName,
} from "@/lib/filters/filing-filter";
import { type NamedParty, type Party, wordsOf } from "@/lib/filters/party";
import { NEEDED_FOR_TOTALS } from "@/lib/record/unsure-row";

type Condition = (filter: FilingFilter) => SQL | undefined;

/** The condition of each filter on a filing. */
const OF_FILING: Record<Exclude<FilterName, RowFilterName>, Condition> = {
  issuer: ({ issuer }) => anyOf(issuer, (cik) => eq(filing.issuerCik, cik), issuerNamed),
  insider: ({ insider }) =>
    anyOf(
      insider,
      (cik) => hasOwner(eq(filingOwner.cik, cik)),
      (named) => hasOwner(ownerNamed(wordsOf(named))),
    ),
  filedFrom: ({ filedFrom }) => (filedFrom === null ? undefined : gte(filing.filingDate, filedFrom)),
  filedTo: ({ filedTo }) => (filedTo === null ? undefined : lte(filing.filingDate, filedTo)),
  form: ({ form }) => (form.length === 0 ? undefined : inArray(filing.documentType, form)),
};

/** The condition of each filter on a row, with its filing. */
const OF_ROW: Record<RowFilterName, Condition> = {
  code: ({ code }) => (code.length === 0 ? undefined : inArray(filingRow.transactionCode, code)),
  tradedFrom: ({ tradedFrom }) => (tradedFrom === null ? undefined : gte(filingRow.transactionDate, tradedFrom)),
  tradedTo: ({ tradedTo }) => (tradedTo === null ? undefined : lte(filingRow.transactionDate, tradedTo)),
  plan: ({ plan }) => or(...plan.map((asked) => PLAN[asked])),
  adoptedFrom: ({ adoptedFrom }) => asks(adoptedFrom, (day) => reads(gte(tradeReading.planAdoptedOn, day))),
  adoptedTo: ({ adoptedTo }) => asks(adoptedTo, (day) => reads(lte(tradeReading.planAdoptedOn, day))),
  adoptedDaysFrom: ({ adoptedDaysFrom }) => asks(adoptedDaysFrom, (days) => reads(sql`${sinceAdoption} >= ${days}`)),
  adoptedDaysTo: ({ adoptedDaysTo }) => asks(adoptedDaysTo, (days) => reads(sql`${sinceAdoption} <= ${days}`)),
  priceRange: ({ priceRange }) => or(...priceRange.map((asked) => reads(PRICE_RANGE[asked]))),
  implausible: ({ implausible }) => or(...implausible.map((asked) => IMPLAUSIBLE[asked])),
};

const asks = <T>(asked: T | null, condition: (asked: T) => SQL): SQL | undefined =>
  asked === null ? undefined : condition(asked);

const sinceAdoption = sql`${filingRow.transactionDate} - ${tradeReading.planAdoptedOn}`;

/** Whether the reading of a row's trade meets a condition. */
const reads = (condition: SQL): SQL =>
  exists(
    sql`(select from ${tradeReading} where ${and(sql`(${tradeReading.accessionNumber}, ${tradeReading.tableNumber}, ${tradeReading.line}) = (${filingRow.accessionNumber}, ${filingRow.tableNumber}, ${filingRow.line})`, condition)})`,
  );

const isUnderPlan = reads(isNotNull(tradeReading.planState));
const isUnplannedTrade = (boxed: SQL) =>
  and(inArray(filingRow.transactionCode, ["P", "S"]), boxed, not(isUnderPlan)) as SQL;

const PLAN: Record<PlanFilter, SQL> = {
  under: isUnderPlan,
  "not-indicated": isUnplannedTrade(isNotNull(filing.aff10b5One)),
  "no-box": isUnplannedTrade(isNull(filing.aff10b5One)),
};

/** As in `isWideRange`: the SEC letter that allows an average price is about US dollars. */
const PRICE_RANGE: Record<PriceRangeFilter, SQL> = {
  stated: isNotNull(tradeReading.rangeLow),
  wide: sql`${tradeReading.rangeCurrency} = 'USD' and ${tradeReading.rangeHigh} - ${tradeReading.rangeLow} > 1`,
};

/** Whether evidence contradicts a figure of the row. Totals leave it out. */
export const rowIsImplausible = sql`exists (select from ${implausibleRow} where (${implausibleRow.accessionNumber}, ${implausibleRow.tableNumber}, ${implausibleRow.line}) = (${filingRow.accessionNumber}, ${filingRow.tableNumber}, ${filingRow.line}))`;

const IMPLAUSIBLE: Record<ImplausibleFilter, SQL> = { yes: rowIsImplausible, no: sql`not ${rowIsImplausible}` };

const all = (conditions: Record<string, Condition>, filter: FilingFilter) =>
  and(...Object.values(conditions).map((condition) => condition(filter)));

/** Whether a row is current: no amendment has replaced it. */
export const rowStands = sql`not exists (select from ${supersededRow} where (${supersededRow.accessionNumber}, ${supersededRow.tableNumber}, ${supersededRow.line}) = (${filingRow.accessionNumber}, ${filingRow.tableNumber}, ${filingRow.line}))`;

/** Whether a row matches the filter: a current transaction that meets the conditions on rows. */
export const rowMeets = (filter: FilingFilter): SQL | undefined =>
  and(eq(filingRow.kind, "transaction"), all(OF_ROW, filter), rowStands);

/** Whether a filing meets the conditions on filings, apart from its rows. */
export const filingMeets = (filter: FilingFilter): SQL | undefined => all(OF_FILING, filter);

/** Whether a filing belongs in a list under the filter: it matches, and has a matching row if there are conditions on rows. */
export function filingIsListed(filter: FilingFilter, onlyTransactions: boolean): SQL | undefined {
  const asksRows = onlyTransactions || asksForRows(filter);
  const row = sql`(select from ${filingRow} where ${and(eq(filingRow.accessionNumber, filing.accessionNumber), rowMeets(filter))})`;
  return and(filingMeets(filter), asksRows ? exists(row) : undefined);
}

export function anyOf(parties: Party[], byCik: (cik: string) => SQL, byName: (party: NamedParty) => SQL) {
  return or(...parties.map((party) => ("cik" in party ? byCik(party.cik) : byName(party))));
}

const hasOwner = (condition: SQL) =>
  exists(
    sql`(select from ${filingOwner} where ${and(eq(filingOwner.accessionNumber, filing.accessionNumber), condition)})`,
  );

/** Whether a name or ticker in `issuer_name` is the one asked for. */
export const isIssuerName = (party: NamedParty): SQL =>
  "ticker" in party
    ? sql`upper(${issuerName.tradingSymbol}) = ${party.ticker}`
    : wordsMatch(issuerName.words, party.words);

const issuerNamed = (party: NamedParty) =>
  inArray(filing.issuerCik, sql`(select ${issuerName.cik} from ${issuerName} where ${isIssuerName(party)})`);

const ownerNamed = (words: string[]) =>
  and(
    isNotNull(filingOwner.cik),
    inArray(
      filingOwner.cik,
      sql`(select ${ownerName.cik} from ${ownerName} where ${wordsMatch(ownerName.words, words)})`,
    ),
  ) as SQL;

/** Every word begins some word of the name, in any order: “Tim Cook” finds `COOK TIMOTHY D`. */
export const wordsMatch = (column: typeof issuerName.words | typeof ownerName.words, words: string[]): SQL =>
  sql`${column} @@ ${wordsQuery(words)}`;

/** The same for a name without stored words: it is split into words in the same way, row by row. */
export const nameHolds = (name: SQL, words: string[]): SQL =>
  sql`to_tsvector('simple', regexp_replace(${name}, '[^[:alnum:]]+', ' ', 'g')) @@ ${wordsQuery(words)}`;

const wordsQuery = (words: string[]): SQL => sql`to_tsquery('simple', ${words.map((word) => `${word}:*`).join(" & ")})`;

/** Rows from paper with an unread or uncertain figure that totals need. */
export const rowIsUnsure = sql`coalesce(${filingRow.unread} || ${filingRow.uncertain}, ${filingRow.unread}, ${filingRow.uncertain}, '{}')
  && ${sql.raw(`array[${NEEDED_FOR_TOTALS.map((name) => `'${name}'`).join(", ")}]`)}`;
