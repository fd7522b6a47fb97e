import { sql } from "drizzle-orm";
import { findClosures } from "@/db/queries/closures";
import { TALLIES } from "@/db/queries/tallies";
import { dataSet } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { CoverageFacts } from "@/lib/coverage/coverage";
import { parseQuarter, printQuarter } from "@/lib/values/quarter";

/** What is stored and listed, day by day. The cost depends on the number of days, not of filings. */
export async function findCoverageFacts(db: Db): Promise<Omit<CoverageFacts, "today">> {
  const [{ rows: days }, { rows: indexes }, dataSets, closures, { rows: position }] = await Promise.all([
    db.execute<{ subject: "filing" | "listed"; day: string; n: string }>(sql`
      select subject, day::text, sum(n) as n from ${TALLIES}
      where subject in ('filing', 'listed') and not is_sample and day > '-infinity' group by 1, 2 having sum(n) > 0`),
    db.execute<{ day: string; is_damaged: boolean }>(
      sql`select day::text, cardinality(damaged_lines) > 0 as is_damaged from index_day where state = 'read'`,
    ),
    db.select({ fileName: dataSet.fileName }).from(dataSet),
    findClosures(db),
    db.execute<{ day: string }>(sql`select reconciled_through::text as day from follow_position`),
  ]);
  const of = (wanted: "filing" | "listed") =>
    new Map(days.filter(({ subject }) => subject === wanted).map(({ day, n }) => [day, Number(n)]));
  return {
    stored: of("filing"),
    listed: of("listed"),
    indexes: new Map(indexes.map(({ day, is_damaged }) => [day, is_damaged ? "damaged" : "read"])),
    closures,
    dataSets: new Set(dataSets.flatMap(({ fileName }) => quarterInName(fileName) ?? [])),
    followedFrom: position[0]?.day ?? null,
  };
}

/** The SEC names an archive by its quarter: `2024q3_form345.zip`. */
function quarterInName(fileName: string): string | null {
  const [name] = /\d{4}q[1-4]/i.exec(fileName) ?? [];
  const quarter = name ? parseQuarter(name) : null;
  return quarter && printQuarter(quarter);
}
