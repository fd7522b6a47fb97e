import type { IssuerView } from "@/app/issuers/[cik]/view";
import { siteUrl } from "@/app/site-url";
import { database } from "@/db/client";
import { streamFilings } from "@/db/queries/list-filings";
import { matchingRows } from "@/lib/filters/matching-rows";
import { csvStream } from "@/lib/representations/csv";
import { CSV_HEADER, csvCells } from "@/lib/representations/row-columns";

/** All transactions in an issuer's securities under the filter, newest filing first. */
export const issuerCsv = ({ issuer, filter }: IssuerView): ReadableStream<Uint8Array> =>
  csvStream(CSV_HEADER, rows({ ...filter, issuer: [{ cik: issuer.cik }] }));

async function* rows(filter: IssuerView["filter"]) {
  for await (const entry of streamFilings(database(), filter, true)) {
    yield matchingRows(entry, filter).map((row) => csvCells(entry, row, siteUrl()));
  }
}
