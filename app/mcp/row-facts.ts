import { siteUrl } from "@/app/site-url";
import { listSpellings } from "@/db/queries/spellings";
import { database } from "@/db/server/client";
import type { FilingEntry } from "@/lib/record/filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import { type FiledFacts, filedFacts } from "@/lib/representations/filed-facts";

/** Filings with some of their rows, as facts with their places. Those of one filing that follow each other are together. */
export async function rowFacts(
  listed: readonly { entry: FilingEntry; rows: readonly ReportedRow[] }[],
): Promise<FiledFacts[]> {
  const groups: { entry: FilingEntry; rows: ReportedRow[] }[] = [];
  for (const { entry, rows } of listed) {
    const last = groups.at(-1);
    if (last?.entry.filing.accessionNumber === entry.filing.accessionNumber) last.rows.push(...rows);
    else groups.push({ entry, rows: [...rows] });
  }
  const spellings = await listSpellings(database(), [
    ...new Set(groups.map(({ entry }) => entry.filing.accessionNumber)),
  ]);
  return groups.map(({ entry, rows }) => filedFacts(entry, rows, { spellings, siteUrl: siteUrl() }));
}
