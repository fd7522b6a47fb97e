import { readPastDay, readWhole } from "@/app/as-of";
import type { IssuerQuery } from "@/app/issuers/[cik]/query";
import { siteUrl } from "@/app/site-url";
import { smallTable } from "@/app/whole-table";
import { findIssuer } from "@/db/queries/issuer";
import { streamRows } from "@/db/queries/list-filings";
import { findPartyNames } from "@/db/queries/party-names";
import { type Db, database } from "@/db/server/client";
import { describeFilter } from "@/lib/filters/describe-filter";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { rowTable } from "@/lib/representations/row-columns";
import type { TableFormat } from "@/lib/representations/table";

/**
 * All transactions in an issuer's securities that match the filter, newest filing first, as of a day if there is one. Null if we know no
 * such issuer.
 */
export async function issuerTable(
  request: Request,
  cik: string,
  { filter, asOf }: Pick<IssuerQuery, "filter" | "asOf">,
  format: TableFormat,
): Promise<Response | null> {
  const table =
    asOf === null
      ? await findTable(database(), cik, filter)
      : await readPastDay(asOf, { kind: "issuer", cik }, async (db) => {
          const found = await findTable(db, cik, filter);
          return found && readWhole({ ...found, title: `${found.title} as of ${asOf}` });
        });
  return table && smallTable(request, format, table);
}

async function findTable(db: Db, cik: string, filter: FilingFilter) {
  const [issuer, names] = await Promise.all([findIssuer(db, cik), findPartyNames(db, filter)]);
  if (issuer === null) return null;
  return {
    ...rowTable(siteUrl()),
    title: `Issuer ${cik} ${issuer.name ?? ""} ${describeFilter(filter, names)}`,
    batches: () => streamRows(db, { ...filter, issuer: [{ cik }] }),
  };
}
