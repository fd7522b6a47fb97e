import { siteUrl } from "@/app/site-url";
import { smallTable } from "@/app/whole-table";
import { findIssuer } from "@/db/queries/issuer";
import { streamRows } from "@/db/queries/list-filings";
import { findPartyNames } from "@/db/queries/party-names";
import { database } from "@/db/server/client";
import { describeFilter } from "@/lib/filters/describe-filter";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { rowTable } from "@/lib/representations/row-columns";
import type { TableFormat } from "@/lib/representations/table";

/** All transactions in an issuer's securities that match the filter, newest filing first. Null if we know no such issuer. */
export async function issuerTable(cik: string, filter: FilingFilter, format: TableFormat): Promise<Response | null> {
  const db = database();
  const [issuer, names] = await Promise.all([findIssuer(db, cik), findPartyNames(db, filter)]);
  if (issuer === null) return null;
  return smallTable(format, {
    ...rowTable(siteUrl()),
    title: `Issuer ${cik} ${issuer.name ?? ""} ${describeFilter(filter, names)}`,
    batches: () => streamRows(db, { ...filter, issuer: [{ cik }] }),
  });
}
