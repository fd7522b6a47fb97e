import { type SQL, sql } from "drizzle-orm";
import { filingRow, implausibleRow, issuerName, type ownerName, supersededRow } from "@/db/schema";
import { nameQuery } from "@/lib/filters/name-query";
import type { NamedParty } from "@/lib/filters/party";
import { NEEDED_FOR_TOTALS } from "@/lib/record/unsure-row";

/** Whether evidence contradicts a figure of the row. Totals leave it out. */
export const rowIsImplausible = sql`exists (select from ${implausibleRow} where (${implausibleRow.accessionNumber}, ${implausibleRow.tableNumber}, ${implausibleRow.line}) = (${filingRow.accessionNumber}, ${filingRow.tableNumber}, ${filingRow.line}))`;

/** Whether a row is current: no amendment has replaced it. */
export const rowStands = sql`not exists (select from ${supersededRow} where (${supersededRow.accessionNumber}, ${supersededRow.tableNumber}, ${supersededRow.line}) = (${filingRow.accessionNumber}, ${filingRow.tableNumber}, ${filingRow.line}))`;

/** Rows from paper with an unread or uncertain figure that totals need. */
export const rowIsUnsure = sql`coalesce(${filingRow.unread} || ${filingRow.uncertain}, ${filingRow.unread}, ${filingRow.uncertain}, '{}')
  && ${sql.raw(`array[${NEEDED_FOR_TOTALS.map((name) => `'${name}'`).join(", ")}]`)}`;

/** Whether a name or ticker in `issuer_name` is the one asked for. */
export const isIssuerName = (party: NamedParty): SQL =>
  "ticker" in party
    ? sql`upper(${issuerName.tradingSymbol}) = ${party.ticker}`
    : wordsMatch(issuerName.words, party.words);

/** Every word begins some word of the name, in any order: “Tim Cook” finds `COOK TIMOTHY D`. */
export const wordsMatch = (column: typeof issuerName.words | typeof ownerName.words, words: string[]): SQL =>
  sql`${column} @@ ${wordsQuery(words)}`;

/** The same for a name without stored words: it is split into words in the same way, row by row. */
export const nameHolds = (name: SQL, words: string[]): SQL =>
  sql`to_tsvector('simple', regexp_replace(${name}, '[^[:alnum:]]+', ' ', 'g')) @@ ${wordsQuery(words)}`;

const wordsQuery = (words: string[]): SQL => sql`to_tsquery('simple', ${nameQuery(words)})`;
