import type { DuckDBConnection } from "@duckdb/node-api";
import { sql } from "drizzle-orm";
import type { CountedLines } from "@/db/copy/counted-lines";
import { rowsOf } from "@/db/copy/duck";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { searchFor } from "@/db/copy/found-lines";
import { isLineOf } from "@/db/copy/line-conditions";
import type { FoundParties, ResolvedFilter } from "@/db/copy/questions";
import { asksForRows } from "@/lib/filters/filing-filter";
import { COUNTED } from "@/lib/values/counts";
import type { Directory } from "@/lib/views/directory";

const COLUMN = { insiders: sql`owner_cik`, issuers: sql`issuer_cik` } as const;

/** The insiders or issuers with a line that meets a filter, in no order. */
export async function findParties(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  directory: Directory,
): Promise<FoundParties> {
  // Memory has no filings without a transaction.
  if (asksForRows(asked.filter)) return { ciks: await findInMemory(connection, classes, lines, asked, directory) };
  const cik = COLUMN[directory];
  const isLine = isLineOf(asked, { ofEveryOwner: true, onlyTransactions: false });
  const found = await rowsOf<{ cik: string }>(
    connection,
    sql`select cik::varchar as cik from (
      select distinct ${cik} as cik from listing
      where ${cik} is not null and ${isLine} and ${classes.isOfKind(asked.filter, false)}
      limit ${String(COUNTED + 1)}::int) as found`,
  );
  return { ciks: found.length > COUNTED ? null : found.map((party) => party.cik) };
}

/** Null if there are more than are counted. */
async function findInMemory(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  directory: Directory,
): Promise<string[] | null> {
  const { pairs, parties } = lines;
  const [partyOf, { ciks }] =
    directory === "issuers" ? [parties.issuerOf, parties.issuers] : [parties.ownerOf, parties.owners];
  const isFound = new Uint8Array(ciks.length);
  const found: string[] = [];
  for await (const numbers of searchFor(connection, classes, lines, asked, { ofEveryOwner: true }).find())
    for (let at = 0; at < numbers.length; at++) {
      const party = partyOf[Math.abs(pairs[numbers[at] as number] as number)] as number;
      if (party === 0 || isFound[party] === 1) continue;
      isFound[party] = 1;
      if (found.push(String(ciks[party])) > COUNTED) return null;
    }
  return found;
}
