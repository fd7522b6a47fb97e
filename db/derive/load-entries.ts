import { type ClientBase, Query, type QueryArrayConfig } from "pg";
import {
  FILING_COLUMNS,
  filingFrom,
  NOTE_COLUMNS,
  OWNER_COLUMNS,
  ownerFrom,
  ROW_COLUMNS,
  rowFrom,
} from "@/db/derive/lean-rows";
import { UNDERIVED_FILING } from "@/lib/record/derived-filing";
import type { SignedEntry } from "@/lib/record/filing";
import { emptyRecord } from "@/lib/values/empty-record";
import { withinTextLimit } from "@/lib/values/text-limit";

/** Values as PostgreSQL writes them. They are parsed here, once, and only where there are any. */
export const AS_TEXT = { getTypeParser: () => (text: string) => text };

type Cells = (string | null)[];

/**
 * Filings with everything that derivation reads, straight from the connection, because a rebuild reads millions of rows here.
 * Rows come in the order of the form, owners as filed.
 */
export async function loadEntries(client: ClientBase, accessionNumbers: readonly string[]): Promise<SignedEntry[]> {
  return load(client, "accession_number = any($1)", accessionNumbers);
}

/** All filings on some issuers. */
export async function loadIssuerEntries(client: ClientBase, issuerCiks: readonly string[]): Promise<SignedEntry[]> {
  return load(client, "issuer_cik = any($1)", issuerCiks);
}

async function load(client: ClientBase, condition: string, values: readonly string[]): Promise<SignedEntry[]> {
  if (values.length === 0) return [];
  const read = (name: string, text: string, of: readonly string[] | string, take: (cells: Cells) => void) =>
    readRows(client, { name: `derive_${name}`, text, values: [of], rowMode: "array", types: AS_TEXT }, take);
  const entries = new Map<string, SignedEntry>();
  const filings = `select ${FILING_COLUMNS} from filing where ${condition}`;
  await read(condition.startsWith("issuer") ? "filings_of_issuers" : "filings", filings, values, (cells) => {
    const filing = filingFrom(cells);
    entries.set(filing.accessionNumber, { filing, rows: [], notes: emptyRecord(), derived: UNDERIVED_FILING });
  });
  // Written as a PostgreSQL array once, for all that follow.
  const numbers = `{${[...entries.keys()].join(",")}}`;
  const of = (table: string, columns: string, order: string) =>
    `select accession_number, ${columns} from ${table} where accession_number = any($1) order by ${order}`;
  await read("owners", of("filing_owner", OWNER_COLUMNS, "accession_number, position"), numbers, (cells) => {
    entries.get(cells[0] ?? "")?.filing.owners.push(ownerFrom(cells));
  });
  await read("rows", of("filing_row", ROW_COLUMNS, "accession_number, table_number, line"), numbers, (cells) => {
    entries.get(cells[0] ?? "")?.rows.push(rowFrom(cells));
  });
  await read("notes", of("footnote", NOTE_COLUMNS, "accession_number, position"), numbers, ([number, id, text]) => {
    const notes = entries.get(number ?? "")?.notes;
    if (notes && id) notes[id] ??= withinTextLimit(text ?? "");
  });
  await read("signatures", of("signature", "name", "accession_number, position"), numbers, ([number, name]) => {
    const entry = entries.get(number ?? "");
    if (!entry || !name) return;
    entry.signatures ??= [];
    entry.signatures.push(name);
  });
  return [...entries.values()];
}

/** Handles each row as it arrives, so that cells and rows of many filings are never in memory together. */
function readRows(client: ClientBase, config: QueryArrayConfig, take: (cells: Cells) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const query = client.query(new Query<Cells>(config));
    query.on("row", (cells) => {
      try {
        take(cells);
      } catch (error) {
        reject(error);
      }
    });
    query.on("error", reject);
    query.on("end", () => resolve());
  });
}
