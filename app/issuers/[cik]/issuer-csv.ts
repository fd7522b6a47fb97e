import { siteUrl } from "@/app/site-url";
import { streamFilings } from "@/db/queries/list-filings";
import { database } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { matchingRows } from "@/lib/lists/matching-rows";
import { csvStream } from "@/lib/representations/csv";
import { CSV_HEADER, csvCells } from "@/lib/representations/row-columns";

/** All transactions in an issuer's securities that match the filter, newest filing first. */
export const issuerCsv = (cik: string, filter: FilingFilter): ReadableStream<Uint8Array> =>
  csvStream(CSV_HEADER, rows({ ...filter, issuer: [{ cik }] }));

async function* rows(filter: FilingFilter) {
  for await (const entry of streamFilings(database(), filter, true)) {
    yield matchingRows(entry, filter).map((row) => csvCells(entry, row, siteUrl()));
  }
}
