import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { rowStands } from "@/db/queries/filing-conditions";
import { reportedRow } from "@/db/queries/reported-row";
import { columnsOfPlaces, isOneOfPlaces } from "@/db/queries/row-places";
import { tradedOn } from "@/db/queries/sorted-filings";
import { listNoteFacts, NO_FACTS } from "@/db/queries/stated-facts";
import { anyWaits } from "@/db/queries/waiting";
import { filing, filingOwner, filingRow, footnote, holdingLine, ownerSeat } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { isOneOf, PLANNED_EACH_TIME, paddedArray, prepared } from "@/db/server/prepared";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { ReportingOwner } from "@/lib/record/filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import { keyOfRow, placeOfKey, type RowKey } from "@/lib/record/row-key";
import { instantOf } from "@/lib/values/instant-of";
import type { MentionedFiling } from "@/lib/views/party";

/** A holding line with the row of its last balance. */
type RosterLine = {
  /** The row at which it begins. */
  id: string;
  /** CIKs of everyone who ever reported it, sorted. On a joint filing the balance may be that of any of them. */
  owners: string[];
  unexplainedGaps: number;
  row: ReportedRow;
  filing: MentionedFiling;
  notes: Record<string, string>;
  facts: NoteFacts;
};

/** An insider of an issuer, as its newest filing there names it, with the last balance of each of its lines. */
export type RosterEntry = {
  owner: ReportingOwner;
  last: MentionedFiling;
  first: string;
  filings: number;
  /** Whether a filing of the newest day has the exit box checked. */
  hasLeft: boolean;
  /** From all filings; null if none names a relationship, or if one still waits to be derived. */
  role: string | null;
  /** Whether the newest filing says that no securities are owned. */
  noSecuritiesOwned: boolean;
  /** Its holding lines, the last reported first. */
  lines: RosterLine[];
  /** The newest transaction. */
  lastTrade: { row: ReportedRow; filing: MentionedFiling; aff10b5One: boolean | null } | null;
};

/** Either current insiders, as far as we know, or those whose last filing says that they no longer are. */
export type Standing = "now" | "former";

/** An insider's place on the roster: the newest filing, and what all filings on the issuer say. */
export type Seat = {
  cik: string;
  accession_number: string;
  position: number;
  first: string;
  filings: string;
  has_left: boolean;
  /** Null if no filing names a relationship, or if a filing on the issuer still waits to be derived. */
  role: string | null;
  /** The key of the newest transaction. Undefined if a filing on the issuer still waits to be derived. */
  trade?: RowKey | null;
};

/** How many insiders an issuer has and has had, and the last of each to file. */
export async function listSeats(
  db: Db,
  issuerCik: string,
  limit: number,
): Promise<Record<Standing, { inAll: number; seats: Seat[] }>> {
  const { rows } = await db.execute<Seat & { in_all: string; is_derived: boolean }>(sql`
    with seats as (
      select cik, accession_number, position, first_at as first, last_at as last, filings, has_left, role, trade, true as is_derived
      from ${ownerSeat} where issuer_cik = ${issuerCik} and not ${anyWaits(issuerCik)}
      union all
      select cik, accession_number, position, first, last, filings, has_left, null, null, false
      from (${seatsOfRecord(issuerCik)}) as record where ${anyWaits(issuerCik)}
    )
    select * from (
      select *, count(*) over (partition by has_left) as in_all,
        row_number() over (partition by has_left order by last desc, cik) as place
      from seats
    ) as placed
    where place <= ${limit} order by place`);
  const of = (hasLeft: boolean) => {
    const found = rows.filter(({ has_left }) => has_left === hasLeft);
    return {
      inAll: Number(found[0]?.in_all ?? 0),
      seats: found.map(({ trade, is_derived, ...seat }): Seat => (is_derived ? { ...seat, trade } : seat)),
    };
  };
  return { now: of(false), former: of(true) };
}

/** The same as `owner_seat` has, counted in the record itself. It takes as long as the issuer has filings. */
const seatsOfRecord = (issuerCik: string) => sql`
  select cik, min(accession_number) filter (where nth = 1) as accession_number,
    min(position) filter (where nth = 1) as position, min(ordered_at) as first, max(ordered_at) as last,
    count(distinct accession_number) as filings, bool_or(is_exit and day = newest_day) as has_left
  from (
    select *, max(day) over (partition by cik) as newest_day
    from (
      select o.cik, o.accession_number, o.position, f.ordered_at, coalesce(f.not_subject_to_section16, false) as is_exit,
        (f.ordered_at at time zone 'America/New_York')::date as day, row_number() over newest as nth
      from filing f join filing_owner o using (accession_number)
      where f.issuer_cik = ${issuerCik} and o.cik is not null
      window newest as (partition by o.cik order by f.ordered_at desc, f.accession_number desc, o.position)
    ) as mentions
  ) as dated
  group by cik`;

/** The insiders in some seats of an issuer, with their latest holdings. */
export async function listRoster(db: Db, issuerCik: string, found: readonly Seat[]): Promise<RosterEntry[]> {
  const ciks = found.map((f) => f.cik);
  if (ciks.length === 0) return [];

  const [owners, balances, trades] = await Promise.all([
    newestFilings(db).execute({ accessionNumbers: paddedArray([...new Set(found.map((f) => f.accession_number))]) }),
    listLines(db, issuerCik, ciks),
    newestTrades(db, issuerCik, found),
  ]);

  const named = new Map(owners.map((o) => [placeOf(o.filing.accessionNumber, o.owner.position), o]));
  return found.flatMap((f): RosterEntry[] => {
    const seat = named.get(placeOf(f.accession_number, f.position));
    if (!seat) return [];
    const trade = trades.find((t) => t.cik === f.cik);
    return [
      {
        owner: seat.owner,
        last: mentionOf(seat.filing),
        first: instantOf(f.first).toISOString(),
        filings: Number(f.filings),
        hasLeft: f.has_left,
        role: f.role,
        noSecuritiesOwned: seat.filing.noSecuritiesOwned === true,
        lines: balances.filter(({ owners: holders }) => holders.includes(f.cik)),
        lastTrade: trade
          ? { row: trade.row, filing: mentionOf(trade.filing), aff10b5One: trade.filing.aff10b5One }
          : null,
      },
    ];
  });
}

const placeOf = (accessionNumber: string, position: number) => `${accessionNumber} ${position}`;

const newestFilings = prepared((db) =>
  db
    .select({ owner: filingOwner, filing: { ...MENTIONED, noSecuritiesOwned: filing.noSecuritiesOwned } })
    .from(filingOwner)
    .innerJoin(filing, eq(filing.accessionNumber, filingOwner.accessionNumber))
    .where(isOneOf(filingOwner.accessionNumber, "accessionNumbers"))
    .prepare("owners_with_filings"),
);

/** The columns of a filing that `mentionOf` needs. A filing has many more, and a roster has many filings. */
const MENTIONED = {
  accessionNumber: filing.accessionNumber,
  documentType: filing.documentType,
  filingDate: filing.filingDate,
  filedAt: filing.filedAt,
  periodOfReport: filing.periodOfReport,
  orderedAt: filing.orderedAt,
};

const mentionOf = (f: Pick<typeof filing.$inferSelect, keyof typeof MENTIONED>): MentionedFiling => ({
  accessionNumber: f.accessionNumber,
  documentType: f.documentType,
  filingDate: f.filingDate,
  filedAt: f.filedAt?.toISOString() ?? null,
  periodOfReport: f.periodOfReport,
  orderedAt: f.orderedAt.toISOString(),
});

/** The holding lines that any of these owners reported. */
async function listLines(db: Db, issuerCik: string, ciks: string[]): Promise<RosterLine[]> {
  const found = await linesOfOwners(db).execute({ issuerCik, ciks });
  const notes = await notesOf(
    db,
    found.map((f) => f.filing.accessionNumber),
  );
  const facts = await listNoteFacts(
    db,
    found.map((f) => ({ filing: f.filing, notes: notes.get(f.filing.accessionNumber) ?? {} })),
  );
  return found.map((f) => ({
    id: keyOfRow(f.line),
    owners: f.line.owners,
    unexplainedGaps: f.line.unexplainedGaps,
    row: reportedRow(f.row),
    filing: mentionOf(f.filing),
    notes: notes.get(f.filing.accessionNumber) ?? {},
    facts: facts.get(f.filing.accessionNumber) ?? NO_FACTS,
  }));
}

const linesOfOwners = prepared((db) =>
  db
    .select({ line: holdingLine, row: filingRow, filing: { ...MENTIONED, remarks: filing.remarks } })
    .from(holdingLine)
    .innerJoin(
      filingRow,
      and(
        eq(filingRow.accessionNumber, holdingLine.lastAccessionNumber),
        eq(filingRow.tableNumber, holdingLine.lastTableNumber),
        eq(filingRow.line, holdingLine.lastLine),
      ),
    )
    .innerJoin(filing, eq(filing.accessionNumber, holdingLine.lastAccessionNumber))
    .where(
      and(
        eq(holdingLine.issuerCik, sql.placeholder("issuerCik")),
        sql`${holdingLine.owners} && ${sql.placeholder("ciks")}`,
      ),
    )
    .orderBy(desc(filing.orderedAt), desc(filing.accessionNumber), asc(filingRow.tableNumber), asc(filingRow.line))
    .prepare(PLANNED_EACH_TIME),
);

/** The newest transaction in each seat that no amendment restates. */
async function newestTrades(db: Db, issuerCik: string, seats: readonly Seat[]) {
  const waiting = seats.filter(({ trade }) => trade === undefined).map(({ cik }) => cik);
  const places = seats.flatMap(({ trade }) => placeOfKey(trade ?? "") ?? []);
  const [searched, known] = await Promise.all([
    waiting.length === 0 ? [] : newestTradesOf(db).execute({ issuerCik, ciks: waiting }),
    places.length === 0 ? [] : tradesAt(db).execute(columnsOfPlaces(places)),
  ]);
  const byKey = new Map(known.map((f) => [keyOfRow(f.row), f]));
  return [
    ...searched,
    ...seats.flatMap(({ cik, trade }) => {
      const found = trade && byKey.get(trade);
      return found ? [{ cik, ...found }] : [];
    }),
  ].map((f) => ({ ...f, row: reportedRow(f.row) }));
}

const TRADE_FILING = { ...MENTIONED, aff10b5One: filing.aff10b5One };

const tradesAt = prepared((db) =>
  db
    .select({ row: filingRow, filing: TRADE_FILING })
    .from(filingRow)
    .innerJoin(filing, eq(filing.accessionNumber, filingRow.accessionNumber))
    .where(isOneOfPlaces(filingRow))
    .prepare(PLANNED_EACH_TIME),
);

const newestTradesOf = prepared((db) =>
  db
    .selectDistinctOn([filingOwner.cik], {
      cik: filingOwner.cik,
      row: filingRow,
      filing: TRADE_FILING,
    })
    .from(filing)
    .innerJoin(filingOwner, eq(filingOwner.accessionNumber, filing.accessionNumber))
    .innerJoin(filingRow, eq(filingRow.accessionNumber, filing.accessionNumber))
    .where(
      and(
        eq(filing.issuerCik, sql.placeholder("issuerCik")),
        isOneOf(filingOwner.cik, "ciks"),
        eq(filingRow.kind, "transaction"),
        rowStands,
      ),
    )
    .orderBy(
      asc(filingOwner.cik),
      sql`${sql.raw(tradedOn("filing_row.", "filing."))} desc nulls last`,
      desc(filing.orderedAt),
      desc(filing.accessionNumber),
      desc(filingRow.line),
      asc(filingRow.tableNumber),
    )
    .prepare(PLANNED_EACH_TIME),
);

async function notesOf(db: Db, accessionNumbers: string[]): Promise<Map<string, Record<string, string>>> {
  const notes = new Map<string, Record<string, string>>();
  if (accessionNumbers.length === 0) return notes;
  const found = await db
    .select({ accessionNumber: footnote.accessionNumber, footnoteId: footnote.footnoteId, text: footnote.text })
    .from(footnote)
    .where(inArray(footnote.accessionNumber, [...new Set(accessionNumbers)]));
  for (const { accessionNumber, footnoteId, text } of found) {
    const ofFiling = notes.get(accessionNumber) ?? {};
    if (footnoteId !== null) ofFiling[footnoteId] ??= text ?? "";
    notes.set(accessionNumber, ofFiling);
  }
  return notes;
}
