import { sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";
import type { Filing } from "@/lib/record/filing";

import type { Neighbour, Neighbours } from "@/lib/views/filing";

type Found = {
  cik: string;
  side: "previous" | "next";
  accession_number: string;
  document_type: string | null;
  filed_at: string | null;
  filing_date: string | null;
  period_of_report: string | null;
};

/**
 * For each owner of a filing, the filings on the same issuer right before and after it. The query searches outwards from the
 * filing along those of the issuer. Without `offset 0`, PostgreSQL would move the condition on the owner into the join and read
 * all filings of an owner first, which may be thousands.
 */
export async function listNeighbours(
  db: Db,
  { accessionNumber, issuer, owners }: Pick<Filing, "accessionNumber" | "issuer" | "owners">,
): Promise<Neighbours> {
  const ciks = [...new Set(owners.flatMap(({ cik }) => cik ?? []))];
  if (issuer.cik === null || ciks.length === 0) return { previous: [], next: [] };
  const beside = (side: "previous" | "next") => {
    const isBeside = side === "previous" ? sql`<` : sql`>`;
    const direction = side === "previous" ? sql`desc` : sql`asc`;
    return sql`(
      select ${side} as side, f.accession_number, f.document_type, f.filed_at, f.filing_date, f.period_of_report from filing f
      where f.issuer_cik = ${issuer.cik}
        and (f.ordered_at, f.accession_number) ${isBeside} (here.ordered_at, here.accession_number)
        and exists (
          select from filing_owner w where w.cik = o.cik and w.accession_number = f.accession_number offset 0
        )
      order by f.ordered_at ${direction}, f.accession_number ${direction} limit 1
    )`;
  };
  const { rows } = await db.execute<Found>(sql`
    select o.cik, found.side, found.accession_number, found.document_type, found.filing_date::text, found.period_of_report::text,
      to_char(found.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as filed_at
    from unnest(${sql.param(ciks)}::text[]) with ordinality as o(cik, n)
    cross join (select ordered_at, accession_number from filing where accession_number = ${accessionNumber}) as here
    cross join lateral (${beside("previous")} union all ${beside("next")}) as found
    order by o.n`);
  const of = (side: Found["side"]) => grouped(rows.filter((found) => found.side === side));
  return { previous: of("previous"), next: of("next") };
}

/** One filing is often the neighbour for several owners. */
function grouped(rows: readonly Found[]): Neighbour[] {
  const neighbours = new Map<string, Neighbour>();
  for (const { cik, accession_number: accessionNumber, ...found } of rows) {
    const known = neighbours.get(accessionNumber);
    if (known) known.owners.push(cik);
    else {
      neighbours.set(accessionNumber, {
        accessionNumber,
        documentType: found.document_type,
        filedAt: found.filed_at,
        filingDate: found.filing_date,
        periodOfReport: found.period_of_report,
        owners: [cik],
      });
    }
  }
  return [...neighbours.values()];
}
