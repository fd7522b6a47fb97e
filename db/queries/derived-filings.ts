import { inArray, sql } from "drizzle-orm";
import { NO_FACTS } from "@/db/queries/stated-facts";
import {
  amendmentLink,
  eventRow,
  filingToDerive,
  implausibleRow,
  lateness,
  rowCheck,
  splitHint,
  supersededRow,
  tradeReading,
} from "@/db/schema";
import type { Db } from "@/db/server/client";
import { tradeReadingOf } from "@/lib/derive/trade-reading";
import {
  type DerivedFiling,
  type DerivedRow,
  type Lateness,
  NOTHING_DERIVED,
  type RowEvent,
} from "@/lib/record/derived-filing";
import { implausibleOf } from "@/lib/record/implausible";
import { rowId } from "@/lib/record/reported-row";

type Derived = {
  links: Map<string, typeof amendmentLink.$inferSelect>;
  lateness: Map<string, Lateness>;
  /** By accession number, then by row id. */
  rows: Map<string, Record<string, DerivedRow>>;
  waiting: ReadonlySet<string>;
};

/** What is derived from some filings. */
export async function listDerived(db: Db, accessionNumbers: string[]): Promise<Derived> {
  const [links, late, superseded, checks, events, readings, splits, implausible, waiting] = await Promise.all([
    db.select().from(amendmentLink).where(inArray(amendmentLink.accessionNumber, accessionNumbers)),
    db.select().from(lateness).where(inArray(lateness.accessionNumber, accessionNumbers)),
    db.select().from(supersededRow).where(inArray(supersededRow.accessionNumber, accessionNumbers)),
    db.select().from(rowCheck).where(inArray(rowCheck.accessionNumber, accessionNumbers)),
    listEvents(db, accessionNumbers),
    db.select().from(tradeReading).where(inArray(tradeReading.accessionNumber, accessionNumbers)),
    db.select().from(splitHint).where(inArray(splitHint.accessionNumber, accessionNumbers)),
    db.select().from(implausibleRow).where(inArray(implausibleRow.accessionNumber, accessionNumbers)),
    db
      .select({ accessionNumber: filingToDerive.accessionNumber })
      .from(filingToDerive)
      .where(inArray(filingToDerive.accessionNumber, accessionNumbers)),
  ]);
  const rows: Derived["rows"] = new Map();
  const rowOf = (place: { accessionNumber: string; tableNumber: "I" | "II"; line: number }): DerivedRow => {
    const ofFiling = rows.get(place.accessionNumber) ?? {};
    rows.set(place.accessionNumber, ofFiling);
    const row = ofFiling[rowId(place)] ?? { ...NOTHING_DERIVED };
    ofFiling[rowId(place)] = row;
    return row;
  };
  for (const found of superseded) rowOf(found).supersededBy = found.supersededBy;
  for (const { place, event } of events) rowOf(place).event = event;
  for (const found of checks) {
    const row = rowOf(found);
    row.holdingLine = found.holdingLine;
    row.linePosition = found.linePosition;
    row.check = checkOf(found);
  }
  for (const found of splits) {
    const { check } = rowOf(found);
    if (check) check.reason ??= found.reason;
  }
  for (const found of readings) rowOf(found).trade = tradeReadingOf(found);
  for (const found of implausible) rowOf(found).implausible = implausibleOf(found);
  return {
    links: new Map(links.map((link) => [link.accessionNumber, link])),
    lateness: new Map(
      late.map(({ accessionNumber, days, due, isLate }) => [accessionNumber, { days, due, late: isLate }]),
    ),
    rows,
    waiting: new Set(waiting.map(({ accessionNumber }) => accessionNumber)),
  };
}

/** What is derived from one of them; `withNoteFacts` adds what its notes state. */
export function derivedFiling(
  { links, lateness: late, rows, waiting }: Derived,
  accessionNumber: string,
): DerivedFiling {
  const link = links.get(accessionNumber);
  return {
    amendment: link?.basis ? { amends: link.amends, basis: link.basis } : null,
    amendedBy: link?.amendedBy ?? null,
    lateness: late.get(accessionNumber) ?? null,
    rows: rows.get(accessionNumber) ?? {},
    facts: NO_FACTS,
    isWaiting: waiting.has(accessionNumber),
  };
}

function checkOf(found: typeof rowCheck.$inferSelect): DerivedRow["check"] {
  const { state, expected, difference, missing, reason, priorRow, priorBalance, reported } = found;
  const [, accessionNumber, row] = /^(.*)#(.*)$/.exec(priorRow ?? "") ?? [];
  return {
    state,
    expected,
    reported,
    difference,
    missing,
    reason,
    prior: accessionNumber && row && priorBalance !== null ? { accessionNumber, row, balance: priorBalance } : null,
  };
}

/** The rows of filings that report the same trade as others, with all filings that report it. */
async function listEvents(db: Db, accessionNumbers: string[]) {
  const own = await db.select().from(eventRow).where(inArray(eventRow.accessionNumber, accessionNumbers));
  if (own.length === 0) return [];
  const members = await db
    .select({
      event: eventRow.event,
      accessionNumber: eventRow.accessionNumber,
      isCounted: eventRow.isCounted,
      // In a select from one table drizzle omits its name, and the column would then refer to the other table.
      owners: sql<
        string[]
      >`array(select o.cik from filing_owner o where o.accession_number = event_row.accession_number and o.cik is not null)`,
    })
    .from(eventRow)
    .where(inArray(eventRow.event, [...new Set(own.map(({ event }) => event))]))
    .orderBy(sql`${eventRow.isCounted} desc`, eventRow.accessionNumber);
  const events = new Map<string, RowEvent>();
  for (const { event, accessionNumber, owners } of members) {
    const known = events.get(event) ?? { counted: event, filings: [], owners: [] };
    known.filings.push(accessionNumber);
    known.owners = [...new Set([...known.owners, ...owners])].sort();
    events.set(event, known);
  }
  return own.flatMap((place) => {
    const event = events.get(place.event);
    return event ? [{ place, event }] : [];
  });
}
