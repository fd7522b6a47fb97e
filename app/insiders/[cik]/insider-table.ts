import { readPastDay, readWhole } from "@/app/as-of";
import { filingsInView, insiderLines } from "@/app/insiders/[cik]/lines";
import { siteUrl } from "@/app/site-url";
import { smallTable } from "@/app/whole-table";
import { TRANSACTION_COLUMNS } from "@/components/listing/transactions-model";
import { findOwner } from "@/db/queries/insider";
import { streamFilings } from "@/db/queries/list-filings";
import { findPartyNames } from "@/db/queries/party-names";
import { type Db, database } from "@/db/server/client";
import { describeFilter } from "@/lib/filters/describe-filter";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import type { FilingEntry } from "@/lib/record/filing";
import { CSV_HEADER, csvCells } from "@/lib/representations/row-columns";
import type { TableFormat } from "@/lib/representations/table";
import type { InsiderQuery } from "@/lib/views/insider";
import { lineRecord } from "./insider-json";

const BATCH = 500;

/**
 * All transactions that match the filter, in the order of the address. CSV has the columns of the address, by default every one. Null if
 * we know no such insider.
 */
export async function insiderTable(
  request: Request,
  cik: string,
  query: InsiderQuery,
  format: TableFormat,
): Promise<Response | null> {
  const { asOf } = query;
  const table =
    asOf === null
      ? await findTable(database(), cik, query)
      : await readPastDay(asOf, { kind: "insider", cik }, async (db) => {
          const found = await findTable(db, cik, query);
          return found && readWhole({ ...found, title: `${found.title} as of ${asOf}` });
        });
  return table && smallTable(request, format, table);
}

async function findTable(db: Db, cik: string, query: InsiderQuery) {
  const [owner, names] = await Promise.all([findOwner(db, cik), findPartyNames(db, query.filter)]);
  if (owner === null) return null;
  const chosen = TRANSACTION_COLUMNS.filter(({ id }) => query.columns.length === 0 || query.columns.includes(id));
  const header = chosen.flatMap(({ csv }) => csv);
  return {
    title: `Insider ${cik} ${owner.name ?? ""} ${describeFilter(query.filter, names)}`,
    header,
    cells: (line: TransactionLine) => {
      const cells = lineCells(line, siteUrl());
      return header.map((name) => cells[name] ?? null);
    },
    record: lineRecord,
    batches: () => batchesOf(db, cik, query),
  };
}

async function* batchesOf(db: Db, cik: string, query: InsiderQuery) {
  // Sorting and checks need all lines of the insider; even the most active insiders have only a few thousand filings.
  const entries: FilingEntry[] = [];
  for await (const entry of streamFilings(db, filingsInView(cik, query.filter), false)) entries.push(entry);
  const { lines } = insiderLines(entries, query);
  for (let at = 0; at < lines.length; at += BATCH) yield lines.slice(at, at + BATCH);
}

/** The CSV cells of a line, by column name. */
function lineCells({ entry, row }: TransactionLine, siteUrl: string): Record<string, string | null> {
  const cells = csvCells(entry, row, siteUrl);
  return Object.fromEntries(CSV_HEADER.map((name, index) => [name, cells[index] ?? null]));
}
