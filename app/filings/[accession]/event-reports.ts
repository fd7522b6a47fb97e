import { listFilingEntries } from "@/db/queries/filing-entries";
import type { Db } from "@/db/server/client";
import { evidenceOf } from "@/lib/events/evidence";
import { linkOfRows, linksBetween } from "@/lib/events/link";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { keyInFiling } from "@/lib/record/row-key";
import type { EventReport } from "@/lib/views/event-report";

/** By row id, the other reports of the same trade. */
export async function eventReports(db: Db, entry: FilingEntry): Promise<ReadonlyMap<string, EventReport[]>> {
  const { accessionNumber } = entry.filing;
  const events = Object.values(entry.derived.rows).flatMap(({ event }) => event ?? []);
  const numbers = new Set(events.flatMap(({ filings }) => filings));
  numbers.delete(accessionNumber);
  if (numbers.size === 0) return new Map();
  const own = evidenceOf(entry);
  const others = (await listFilingEntries(db, [...numbers])).map((other) => ({
    other,
    links: linksBetween(own, evidenceOf(other)),
  }));
  return new Map(
    entry.rows.map((row) => {
      const event = entry.derived.rows[rowId(row)]?.event ?? null;
      const reports = (event?.filings ?? []).flatMap((number): EventReport[] => {
        const found = others.find(({ other }) => other.filing.accessionNumber === number);
        if (!found || event === null) return [];
        const { other, links } = found;
        const same = rowOfEvent(other, event.counted);
        return [
          {
            filing: other.filing,
            names: other.filing.owners.flatMap(({ name }) => name ?? []),
            row: same && rowId(same),
            isCounted: same !== null && event.counted === keyInFiling(number, rowId(same)),
            link: same && linkOfRows(links, row, same),
          },
        ];
      });
      return [rowId(row), reports];
    }),
  );
}

const rowOfEvent = ({ rows, derived }: FilingEntry, counted: string): ReportedRow | null =>
  rows.find((row) => derived.rows[rowId(row)]?.event?.counted === counted) ?? null;
