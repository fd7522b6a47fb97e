import { filingsInView, insiderLines } from "@/app/insiders/[cik]/lines";
import { siteUrl } from "@/app/site-url";
import { TRANSACTION_COLUMNS } from "@/components/listing/transactions-model";
import { streamFilings } from "@/db/queries/list-filings";
import { database } from "@/db/server/client";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import type { FilingEntry } from "@/lib/record/filing";
import { csvStream } from "@/lib/representations/csv";
import { CSV_HEADER, csvCells } from "@/lib/representations/row-columns";
import type { InsiderQuery } from "@/lib/views/insider";

const BATCH = 500;

/** All transactions that match the filter, in the order and with the columns of the address; by default every column. */
export function insiderCsv(cik: string, query: InsiderQuery): ReadableStream<Uint8Array> {
  const chosen = TRANSACTION_COLUMNS.filter(({ id }) => query.columns.length === 0 || query.columns.includes(id));
  const header = chosen.flatMap(({ csv }) => csv);
  return csvStream(header, rows(cik, query, header));
}

async function* rows(cik: string, query: InsiderQuery, header: string[]) {
  // Sorting and checks need all lines of the insider; even the most active insiders have only a few thousand filings.
  const entries: FilingEntry[] = [];
  for await (const entry of streamFilings(database(), filingsInView(cik, query.filter), false)) entries.push(entry);
  const { lines } = insiderLines(entries, query);
  for (let at = 0; at < lines.length; at += BATCH) {
    yield lines.slice(at, at + BATCH).map((line) => {
      const cells = lineCells(line, siteUrl());
      return header.map((name) => cells[name] ?? null);
    });
  }
}

/** The CSV cells of a line, by column name. */
function lineCells({ entry, row }: TransactionLine, siteUrl: string): Record<string, string | null> {
  const cells = csvCells(entry, row, siteUrl);
  return Object.fromEntries(CSV_HEADER.map((name, index) => [name, cells[index] ?? null]));
}
