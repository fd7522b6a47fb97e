import { findClosures } from "@/db/queries/closures";
import { listEventFilings } from "@/db/queries/event-filings";
import { listRestated } from "@/db/queries/list-restated";
import type { Db } from "@/db/server/client";
import { listedLateness } from "@/lib/lateness/listed-lateness";
import { type ListMarks, rowMarks } from "@/lib/lists/row-marks";
import type { FilingEntry } from "@/lib/record/filing";
import { rowId } from "@/lib/record/reported-row";
import { keyInFiling } from "@/lib/record/row-key";

/** What a list adds to its rows: how long after the trade they were filed, and which other filings report it. */
export async function loadRowMarks(db: Db, entries: readonly FilingEntry[]): Promise<ListMarks> {
  // An amendment without a known original is never late, because any of its rows may have been reported before.
  const originals = entries.flatMap(({ derived }) => (derived.lateness && derived.amendment?.amends) ?? []);
  const reporting = entries.flatMap(({ derived }) =>
    Object.values(derived.rows).flatMap(({ event }) => event?.filings ?? []),
  );
  const [closures, restated, eventFilings] = await Promise.all([
    findClosures(db),
    listRestated(db, [...new Set(originals)]),
    listEventFilings(db, [...new Set(reporting)]),
  ]);
  return Object.fromEntries(
    entries.map((entry) => {
      const { accessionNumber } = entry.filing;
      const ids = entry.rows.map(rowId).filter((id) => restated.has(keyInFiling(accessionNumber, id)));
      const late = listedLateness(entry, { restated: new Set(ids), closures });
      return [accessionNumber, rowMarks(entry, late, eventFilings)];
    }),
  );
}
