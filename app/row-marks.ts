import { loadClosures } from "@/app/freshness";
import { listEventFilings } from "@/db/queries/event-filings";
import { listRestated } from "@/db/queries/list-restated";
import type { Db } from "@/db/server/client";
import type { RowLateness } from "@/lib/lateness/lateness";
import { listedLateness } from "@/lib/lateness/listed-lateness";
import { type ListMarks, rowMarks } from "@/lib/lists/row-marks";
import type { FilingEntry } from "@/lib/record/filing";
import { rowId } from "@/lib/record/reported-row";
import { keyInFiling } from "@/lib/record/row-key";

type LatenessById = Record<string, RowLateness>;

/** How long after the trade each row was filed, by accession number and row id. */
export async function loadRowLateness(
  db: Db,
  entries: readonly FilingEntry[],
): Promise<ReadonlyMap<string, LatenessById>> {
  // An amendment without a known original is never late, because any of its rows may have been reported before.
  const originals = entries.flatMap(({ derived }) => (derived.lateness && derived.amendment?.amends) ?? []);
  const [closures, restated] = await Promise.all([loadClosures(db), listRestated(db, [...new Set(originals)])]);
  return new Map(
    entries.map((entry) => {
      const { accessionNumber } = entry.filing;
      const ids = entry.rows.map(rowId).filter((id) => restated.has(keyInFiling(accessionNumber, id)));
      return [accessionNumber, listedLateness(entry, { restated: new Set(ids), closures })];
    }),
  );
}

/** What a list adds to its rows: how long after the trade they were filed, and which other filings report it. */
export async function loadRowMarks(db: Db, entries: readonly FilingEntry[]): Promise<ListMarks> {
  const reporting = entries.flatMap(({ derived }) =>
    Object.values(derived.rows).flatMap(({ event }) => event?.filings ?? []),
  );
  const [lateness, eventFilings] = await Promise.all([
    loadRowLateness(db, entries),
    listEventFilings(db, [...new Set(reporting)]),
  ]);
  return Object.fromEntries(
    entries.map((entry) => {
      const { accessionNumber } = entry.filing;
      return [accessionNumber, rowMarks(entry, lateness.get(accessionNumber) ?? {}, eventFilings)];
    }),
  );
}
