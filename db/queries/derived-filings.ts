import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { sideBySide } from "@/db/queries/side-by-side";
import { NO_FACTS } from "@/db/queries/stated-facts";
import {
  amendmentLink,
  eventRow,
  filing,
  filingRow,
  filingToDerive,
  implausibleRow,
  lateness,
  rowCheck,
  rowPattern,
  splitHint,
  supersededRow,
  tradeCluster,
  tradeHistory,
  tradeReading,
} from "@/db/schema";
import type { Db } from "@/db/server/client";
import { isOneOf, paddedArray, prepared } from "@/db/server/prepared";
import { tradeReadingOf } from "@/lib/derive/trade-reading";
import {
  type DerivedFiling,
  type DerivedRow,
  type Lateness,
  NOTHING_DERIVED,
  type RowDelay,
  type RowEvent,
  type RowLateness,
} from "@/lib/record/derived-filing";
import { implausibleOf } from "@/lib/record/implausible";
import { rowId } from "@/lib/record/reported-row";
import { keyOfRow } from "@/lib/record/row-key";

type Derived = {
  links: Map<string, typeof amendmentLink.$inferSelect>;
  lateness: Map<string, Lateness>;
  /** By accession number, then by row id. */
  rows: Map<string, Record<string, DerivedRow>>;
  waiting: ReadonlySet<string>;
};

/** Every row with a balance has a check, so this table is read in more statements than the others. */
const CHECKS_AT_ONCE = 2;

/**
 * What is derived from some filings, in a few statements side by side: each one slows the page, but a single one would read the pages of
 * ten tables one after the other.
 */
export async function listDerived(db: Db, accessionNumbers: string[]): Promise<Derived> {
  const asked = { accessionNumbers: paddedArray(accessionNumbers) };
  const [filings, places, checks, histories, members] = await Promise.all([
    ofFilings(db).execute(asked),
    ofRows(db).execute(asked),
    sideBySide(accessionNumbers, CHECKS_AT_ONCE, (numbers) =>
      checksOf(db).execute({ accessionNumbers: paddedArray(numbers) }),
    ),
    historiesOf(db).execute(asked),
    listEvents(db, asked),
  ]);
  const checkOfRow = byRow(checks);
  const historyOfRow = byRow(histories);
  const rows: Derived["rows"] = new Map();
  const dated = new Map(filings.flatMap(({ late, filed }) => (late ? [[late.accessionNumber, { late, filed }]] : [])));
  for (const found of places) {
    const { place, supersededBy, event, trade, implausible } = found;
    const key = keyOfRow(place);
    const { check = null, splitReason = null } = checkOfRow.get(key) ?? {};
    const { history = null, pattern = null, insiders = null } = historyOfRow.get(key) ?? {};
    const { late, filed = null } = dated.get(place.accessionNumber) ?? {};
    const delay = late?.rows?.[rowId(place)];
    if (!(supersededBy || event || check || trade || implausible || history || pattern || insiders || delay)) continue;
    const row: DerivedRow = { ...NOTHING_DERIVED, supersededBy, pattern, clusterInsiders: insiders };
    if (event) row.event = members.get(event) ?? null;
    if (check) {
      row.holdingLine = check.holdingLine;
      row.linePosition = check.linePosition;
      row.check = checkOf({ ...check, reason: check.reason ?? splitReason });
    }
    if (trade) row.trade = tradeReadingOf(trade);
    if (implausible) row.implausible = implausibleOf(implausible);
    if (delay && filed !== null) row.lateness = rowLatenessOf(delay, filed);
    if (history) {
      const { label, routineMonths, isFirst, isFirstInTwoYears } = history;
      row.history = { label, routineMonths: routineMonths ?? [], isFirst, isFirstInTwoYears };
    }
    const ofFiling = rows.get(place.accessionNumber) ?? {};
    ofFiling[rowId(place)] = row;
    rows.set(place.accessionNumber, ofFiling);
  }
  return {
    links: new Map(filings.flatMap(({ link }) => (link ? [[link.accessionNumber, link]] : []))),
    lateness: new Map(
      filings.flatMap(({ late }) =>
        late ? [[late.accessionNumber, { days: late.days, due: late.due, late: late.isLate }]] : [],
      ),
    ),
    rows,
    waiting: new Set(filings.flatMap(({ waiting }) => waiting ?? [])),
  };
}

const ofFilings = prepared((db) =>
  db
    .select({
      link: amendmentLink,
      late: lateness,
      filed: sql<
        string | null
      >`coalesce(${filing.filingDate}, (${filing.filedAt} at time zone 'America/New_York')::date)::text`,
      waiting: filingToDerive.accessionNumber,
    })
    .from(filing)
    .leftJoin(amendmentLink, eq(amendmentLink.accessionNumber, filing.accessionNumber))
    .leftJoin(lateness, eq(lateness.accessionNumber, filing.accessionNumber))
    .leftJoin(filingToDerive, eq(filingToDerive.accessionNumber, filing.accessionNumber))
    .where(isOneOf(filing.accessionNumber, "accessionNumbers"))
    .prepare("derived_of_filings"),
);

const ofRows = prepared((db) =>
  db
    .select({
      place: placeIn(filingRow),
      supersededBy: supersededRow.supersededBy,
      event: eventRow.event,
      trade: besidesPlace(tradeReading),
      implausible: besidesPlace(implausibleRow),
    })
    .from(filingRow)
    .leftJoin(supersededRow, isOfRow(supersededRow, filingRow))
    .leftJoin(eventRow, isOfRow(eventRow, filingRow))
    .leftJoin(tradeReading, isOfRow(tradeReading, filingRow))
    .leftJoin(implausibleRow, isOfRow(implausibleRow, filingRow))
    .where(isOneOf(filingRow.accessionNumber, "accessionNumbers"))
    .prepare("derived_of_rows"),
);

const checksOf = prepared((db) =>
  db
    .select({ place: placeIn(rowCheck), check: besidesPlace(rowCheck), splitReason: splitHint.reason })
    .from(rowCheck)
    .leftJoin(splitHint, isOfRow(splitHint, rowCheck))
    .where(isOneOf(rowCheck.accessionNumber, "accessionNumbers"))
    .prepare("checks_of_rows"),
);

const historiesOf = prepared((db) =>
  db
    .select({
      place: placeIn(filingRow),
      history: besidesPlace(tradeHistory),
      pattern: rowPattern.pattern,
      insiders: tradeCluster.insiders,
    })
    .from(filingRow)
    .leftJoin(tradeHistory, isOfRow(tradeHistory, filingRow))
    .leftJoin(rowPattern, isOfRow(rowPattern, filingRow))
    .leftJoin(tradeCluster, isOfRow(tradeCluster, filingRow))
    .where(isOneOf(filingRow.accessionNumber, "accessionNumbers"))
    .prepare("histories_of_rows"),
);

const byRow = <Row extends { place: Parameters<typeof keyOfRow>[0] }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [keyOfRow(row.place), row]));

function placeIn<T extends typeof filingRow | typeof rowCheck>({ accessionNumber, tableNumber, line }: T) {
  return { accessionNumber, tableNumber, line } as Pick<T["_"]["columns"], "accessionNumber" | "tableNumber" | "line">;
}

/**
 * The columns of a derived table without those that name the row, which would otherwise be read with each table. The line stays, because
 * drizzle returns null for a joined table whose first column is null, and a reading without a plan begins with one.
 */
function besidesPlace<T extends typeof rowCheck | typeof tradeReading | typeof implausibleRow | typeof tradeHistory>(
  table: T,
) {
  const { accessionNumber, tableNumber, line, ...columns } = getTableColumns(table);
  return { line, ...columns } as Omit<T["_"]["columns"], "accessionNumber" | "tableNumber">;
}

/** The condition on the filings is repeated for each table, because the planner does not conclude it from the row. */
const isOfRow = (table: RowPlace, row: RowPlace) =>
  and(
    isOneOf(table.accessionNumber, "accessionNumbers"),
    eq(table.accessionNumber, row.accessionNumber),
    eq(table.tableNumber, row.tableNumber),
    eq(table.line, row.line),
  );

type RowPlace = Record<"accessionNumber" | "tableNumber" | "line", PgColumn>;

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

function checkOf(
  found: Omit<typeof rowCheck.$inferSelect, "accessionNumber" | "tableNumber" | "line">,
): DerivedRow["check"] {
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

const rowLatenessOf = ({ days, due, fromDeemedDate }: RowDelay, filed: string): RowLateness => ({
  days,
  due,
  late: filed > due,
  countedFrom: fromDeemedDate ? "deemedExecutionDate" : "transactionDate",
});

/** The trades that filings report together with others, each with all filings that report it. */
async function listEvents(db: Db, asked: { accessionNumbers: string[] }): Promise<ReadonlyMap<string, RowEvent>> {
  const members = await sameTrades(db).execute(asked);
  const events = new Map<string, RowEvent>();
  for (const { event, accessionNumber, owners } of members) {
    const known = events.get(event) ?? { counted: event, filings: [], owners: [] };
    known.filings.push(accessionNumber);
    known.owners = [...new Set([...known.owners, ...owners])].sort();
    events.set(event, known);
  }
  return events;
}

const sameTrades = prepared((db) =>
  db
    .select({
      event: eventRow.event,
      accessionNumber: eventRow.accessionNumber,
      // In a select from one table drizzle omits its name, and the column would then refer to the other table.
      owners: sql<
        string[]
      >`array(select o.cik from filing_owner o where o.accession_number = event_row.accession_number and o.cik is not null)`,
    })
    .from(eventRow)
    .where(
      inArray(
        eventRow.event,
        db
          .select({ event: eventRow.event })
          .from(eventRow)
          .where(isOneOf(eventRow.accessionNumber, "accessionNumbers")),
      ),
    )
    .orderBy(sql`${eventRow.isCounted} desc`, eventRow.accessionNumber)
    .prepare("same_trades"),
);
