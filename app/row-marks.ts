import { listEventFilings } from "@/db/queries/event-filings";
import type { Db } from "@/db/server/client";
import { type ListMarks, rowMarks } from "@/lib/lists/row-marks";
import type { FilingEntry } from "@/lib/record/filing";

/** What a list adds to its rows: how long after the trade they were filed, and which other filings report it. */
export async function loadRowMarks(db: Db, entries: readonly FilingEntry[]): Promise<ListMarks> {
  const reporting = entries.flatMap(({ derived }) =>
    Object.values(derived.rows).flatMap(({ event }) => event?.filings ?? []),
  );
  const eventFilings = await listEventFilings(db, [...new Set(reporting)]);
  return Object.fromEntries(entries.map((entry) => [entry.filing.accessionNumber, rowMarks(entry, eventFilings)]));
}
