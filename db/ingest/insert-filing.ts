import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { ClientBase } from "pg";
import {
  filing,
  filingOwner,
  filingProblem,
  filingRow,
  footnote,
  issuer,
  issuerName,
  owner,
  ownerName,
  paperReading,
  rawDocument,
  signature,
} from "@/db/schema";
import { asJson, columnNames } from "@/db/schema/json-rows";

type New<T extends PgTable> = Omit<T["$inferInsert"], "accessionNumber">;

/** Everything about one version of a filing, apart from the filing's own row and the bytes. */
export type FilingContent = {
  owners: New<typeof filingOwner>[];
  rows: New<typeof filingRow>[];
  footnotes: New<typeof footnote>[];
  signatures: New<typeof signature>[];
  problems: New<typeof filingProblem>[];
  raw: New<typeof rawDocument>;
  /** One, or none for XML. */
  paper: New<typeof paperReading>[];
  names: {
    issuer: (typeof issuer.$inferInsert)[];
    issuerNames: (typeof issuerName.$inferInsert)[];
    owners: (typeof owner.$inferInsert)[];
    ownerNames: (typeof ownerName.$inferInsert)[];
  };
};

/** `insert into t (…) select … from` the JSON of parameter n. One column can come from elsewhere. */
function insertFrom(table: PgTable, parameter: number, other: { column: string; from: string } | null = null): string {
  const columns = columnNames(table);
  const names = columns.map((name) => `"${name}"`).join(", ");
  const values = columns.map((name) => (name === other?.column ? other.from : `"${name}"`)).join(", ");
  const target = getTableName(table);
  return `insert into "${target}" (${names}) select ${values} from json_populate_recordset(null::"${target}", $${parameter}::json)`;
}

const NEWER_NAME = "where excluded.named_at >";

/**
 * Parts of a statement that replace names by newer ones. PostgreSQL runs such parts in one order, and the caller sorts owners by
 * CIK: every ingest locks names in the same order, so that two ingests cannot deadlock.
 */
const nameParts = (first: number) => `
  of_issuer as (${insertFrom(issuer, first)}
    on conflict (cik) do update set name = excluded.name, trading_symbol = excluded.trading_symbol, named_at = excluded.named_at
    ${NEWER_NAME} issuer.named_at),
  of_issuer_name as (${insertFrom(issuerName, first + 1)}
    on conflict (cik, name, trading_symbol) do update set named_at = excluded.named_at ${NEWER_NAME} issuer_name.named_at),
  named_owner as (${insertFrom(owner, first + 2)}
    on conflict (cik) do update set name = excluded.name, named_at = excluded.named_at ${NEWER_NAME} owner.named_at),
  of_owner_name as (${insertFrom(ownerName, first + 3)}
    on conflict (cik, name) do update set named_at = excluded.named_at ${NEWER_NAME} owner_name.named_at)`;

const INSERT_CONTENT = `
with
  of_owner as (${insertFrom(filingOwner, 1)}),
  of_row as (${insertFrom(filingRow, 2)}),
  of_footnote as (${insertFrom(footnote, 3)}),
  of_signature as (${insertFrom(signature, 4)}),
  of_problem as (${insertFrom(filingProblem, 5)}),
  of_raw as (${insertFrom(rawDocument, 6, { column: "gzip", from: "$7::bytea" })}),
  ${nameParts(8)},
  of_paper as (${insertFrom(paperReading, 12)})`;

const INSERT_FILING = `${INSERT_CONTENT},
  to_derive as (insert into filing_to_derive values ($14))
${insertFrom(filing, 13)}`;

const contentValues = (accessionNumber: string, { raw, names, ...content }: FilingContent) => [
  asJson(filingOwner, content.owners, accessionNumber),
  asJson(filingRow, content.rows, accessionNumber),
  asJson(footnote, content.footnotes, accessionNumber),
  asJson(signature, content.signatures, accessionNumber),
  asJson(filingProblem, content.problems, accessionNumber),
  asJson(rawDocument, [{ ...raw, gzip: null }], accessionNumber),
  raw.gzip,
  ...nameValues(names),
  asJson(paperReading, content.paper, accessionNumber),
];

const nameValues = (names: FilingContent["names"]) => [
  asJson(issuer, names.issuer),
  asJson(issuerName, names.issuerNames),
  asJson(owner, names.owners),
  asJson(ownerName, names.ownerNames),
];

/**
 * Inserts a new filing in one statement. It is planned once per connection, and a filing costs one round trip instead of a dozen.
 */
export async function insertFiling(client: ClientBase, columns: typeof filing.$inferInsert, content: FilingContent) {
  const values = [
    ...contentValues(columns.accessionNumber, content),
    asJson(filing, [columns]),
    columns.accessionNumber,
  ];
  await client.query({ name: "insert_filing", text: INSERT_FILING, values });
}

/** Inserts the content of a version of a known filing. */
export async function insertContent(client: ClientBase, accessionNumber: string, content: FilingContent) {
  const text = `${INSERT_CONTENT} select`;
  await client.query({ name: "insert_content", text, values: contentValues(accessionNumber, content) });
}

/** Inserts the names of a filing whose order has changed. */
export async function insertNames(client: ClientBase, names: FilingContent["names"]) {
  await client.query({ name: "insert_names", text: `with ${nameParts(1)} select`, values: nameValues(names) });
}
