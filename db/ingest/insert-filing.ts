import { getTableColumns, getTableName } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
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
  rawDocument,
  signature,
} from "@/db/schema";

type New<T extends PgTable> = Omit<T["$inferInsert"], "accessionNumber">;

/** Everything of one version of a filing, apart from the filing's own line and the bytes. */
export type FilingContent = {
  owners: New<typeof filingOwner>[];
  rows: New<typeof filingRow>[];
  footnotes: New<typeof footnote>[];
  signatures: New<typeof signature>[];
  problems: New<typeof filingProblem>[];
  raw: New<typeof rawDocument>;
  names: {
    issuer: (typeof issuer.$inferInsert)[];
    issuerNames: (typeof issuerName.$inferInsert)[];
    owners: (typeof owner.$inferInsert)[];
    ownerNames: (typeof ownerName.$inferInsert)[];
  };
};

const casing = new CasingCache("snake_case");

type Column = { key: string; name: string };

function columnsOf(table: PgTable): Column[] {
  return Object.entries(getTableColumns(table))
    .filter(([, column]) => column.generated === undefined && column.generatedIdentity === undefined)
    .map(([key, column]) => ({ key, name: casing.getColumnCasing(column) }));
}

const COLUMNS = new Map<PgTable, Column[]>(
  [
    filing,
    filingOwner,
    filingRow,
    footnote,
    signature,
    filingProblem,
    rawDocument,
    issuer,
    issuerName,
    owner,
    ownerName,
  ].map((table) => [table, columnsOf(table)]),
);

/** Rows as the JSON that PostgreSQL takes apart again: numbers as text, so that no digit is lost on the way. */
function asJson(table: PgTable, rows: object[], accessionNumber?: string): string {
  const columns = COLUMNS.get(table) ?? [];
  return JSON.stringify(
    rows.map((row) => {
      const values = new Map<string, unknown>(Object.entries(row));
      const json: Record<string, unknown> = {};
      for (const { key, name } of columns) {
        const value = values.get(key);
        if (value !== null && value !== undefined) json[name] = value;
      }
      if (accessionNumber !== undefined) json.accession_number = accessionNumber;
      return json;
    }),
  );
}

/** `insert into t (…) select … from` the JSON of parameter n, with one column taken from elsewhere where it is named. */
function insertFrom(table: PgTable, parameter: number, other: { column: string; from: string } | null = null): string {
  const columns = (COLUMNS.get(table) ?? []).map(({ name }) => name);
  const names = columns.map((name) => `"${name}"`).join(", ");
  const values = columns.map((name) => (name === other?.column ? other.from : `"${name}"`)).join(", ");
  const target = getTableName(table);
  return `insert into "${target}" (${names}) select ${values} from json_populate_recordset(null::"${target}", $${parameter}::json)`;
}

const NEWER_NAME = "where excluded.named_at >";

// Issuer before owners, and owners by CIK (the caller sorts them): every ingest locks them in one order.
const INSERT_CONTENT = `
with
  of_owner as (${insertFrom(filingOwner, 1)}),
  of_row as (${insertFrom(filingRow, 2)}),
  of_footnote as (${insertFrom(footnote, 3)}),
  of_signature as (${insertFrom(signature, 4)}),
  of_problem as (${insertFrom(filingProblem, 5)}),
  of_raw as (${insertFrom(rawDocument, 6, { column: "gzip", from: "$7::bytea" })}),
  of_issuer as (${insertFrom(issuer, 8)}
    on conflict (cik) do update set name = excluded.name, trading_symbol = excluded.trading_symbol, named_at = excluded.named_at
    ${NEWER_NAME} issuer.named_at),
  of_issuer_name as (${insertFrom(issuerName, 9)}
    on conflict (cik, name, trading_symbol) do update set named_at = excluded.named_at ${NEWER_NAME} issuer_name.named_at),
  named_owner as (${insertFrom(owner, 10)}
    on conflict (cik) do update set name = excluded.name, named_at = excluded.named_at ${NEWER_NAME} owner.named_at),
  of_owner_name as (${insertFrom(ownerName, 11)}
    on conflict (cik, name) do update set named_at = excluded.named_at ${NEWER_NAME} owner_name.named_at)`;

const INSERT_FILING = `${INSERT_CONTENT}
${insertFrom(filing, 12)}`;

const contentValues = (accessionNumber: string, { raw, names, ...content }: FilingContent) => [
  asJson(filingOwner, content.owners, accessionNumber),
  asJson(filingRow, content.rows, accessionNumber),
  asJson(footnote, content.footnotes, accessionNumber),
  asJson(signature, content.signatures, accessionNumber),
  asJson(filingProblem, content.problems, accessionNumber),
  asJson(rawDocument, [{ ...raw, gzip: null }], accessionNumber),
  raw.gzip,
  asJson(issuer, names.issuer),
  asJson(issuerName, names.issuerNames),
  asJson(owner, names.owners),
  asJson(ownerName, names.ownerNames),
];

/**
 * Inserts a filing that is not held, whole, in one statement: it is planned once a connection, and a filing costs one
 * turn of the wire instead of a dozen.
 */
export async function insertFiling(client: ClientBase, columns: typeof filing.$inferInsert, content: FilingContent) {
  const values = [...contentValues(columns.accessionNumber, content), asJson(filing, [columns])];
  await client.query({ name: "insert_filing", text: INSERT_FILING, values });
}

/** Inserts the content of a version whose filing is held. */
export async function insertContent(client: ClientBase, accessionNumber: string, content: FilingContent) {
  const text = `${INSERT_CONTENT} select`;
  await client.query({ name: "insert_content", text, values: contentValues(accessionNumber, content) });
}
