import type { DuckDBConnection } from "@duckdb/node-api";
import { accessionNumbersOf } from "@/db/copy/accession-numbers";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { searchFor } from "@/db/copy/found-lines";
import { areInMemory } from "@/db/copy/line-conditions";
import { isFar } from "@/db/copy/line-ranges";
import { areTied, compareListed, type Listed, listedOf } from "@/db/copy/listed-order";
import type { AskedOfParties, FilingsOfParty, ResolvedFilter } from "@/db/copy/questions";

type FoundFiling = Listed & { line: number };

/** The newest filings of each of some parties under a filter, without parties that have none; null if only the database can find them. */
export async function filingsOfParties(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  { directory, ciks, limit, older }: AskedOfParties,
): Promise<FilingsOfParty[] | null> {
  if (!areInMemory(asked, true)) return null;
  const found = await linesOfParties(connection, classes, lines, asked, { directory, ciks });
  const newest = new Map<string, FoundFiling[]>();
  for (const [cik, ofParty] of found) {
    // Lines of a filing are next to each other.
    const filings = ofParty
      .filter((line, at) => at === 0 || lines.filings[line] !== lines.filings[ofParty[at - 1] as number])
      .map((line) => ({ ...lines.listedOf(line), line }));
    const start = older?.ciks.includes(cik) ? listedOf(older.than) : null;
    if (areTied(start === null ? filings : [...filings, start])) return null;
    if (filings.some(({ line }) => isFar(lines.by.ordered[line]))) return null;
    const further = start === null ? filings : filings.filter((filing) => compareListed(filing, start) < 0);
    newest.set(cik, further.sort((one, other) => compareListed(other, one)).slice(0, limit));
  }
  const all = [...newest.values()].flat();
  const numbers = await accessionNumbersOf(
    connection,
    lines,
    all.map(({ line }) => line),
  );
  const numberOf = new Map(all.map(({ line }, at) => [line, numbers[at] as string]));
  return Array.from(newest, ([cik, filings]) => ({
    cik,
    filings: filings.map(({ at, line }) => ({
      orderedAt: new Date(at).toISOString(),
      accessionNumber: numberOf.get(line) as string,
    })),
  }));
}

/** The lines of each party in the order of the copy. */
async function linesOfParties(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  { directory, ciks }: Pick<AskedOfParties, "directory" | "ciks">,
): Promise<Map<string, number[]>> {
  const { pairs, parties } = lines;
  const [partyOf, known] =
    directory === "issuers" ? [parties.issuerOf, parties.issuers] : [parties.ownerOf, parties.owners];
  const isAsked = new Uint8Array(known.ciks.length);
  for (const cik of ciks) {
    const number = known.find(Number(cik));
    if (number !== null) isAsked[number] = 1;
  }
  const found = new Map<string, number[]>();
  for await (const numbers of searchFor(connection, classes, lines, asked).find())
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      const party = partyOf[Math.abs(pairs[line] as number)] as number;
      if (isAsked[party] !== 1) continue;
      const cik = String(known.ciks[party]);
      const ofParty = found.get(cik);
      if (ofParty === undefined) found.set(cik, [line]);
      else ofParty.push(line);
    }
  return found;
}
