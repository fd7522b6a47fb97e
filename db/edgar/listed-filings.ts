import { and, desc, eq, sql } from "drizzle-orm";
import { type ListedBy, listedFiling, rawDocument } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { ListedFiling } from "@/lib/edgar/index-file";
import { FIRST_XML_DAY } from "@/lib/edgar/section16-form";

/** A listed filing that has to be fetched. */
export type WantedFiling = { accessionNumber: string; cik: string; documentType: string | null; day: string };

const AT_ONCE = 5_000;
const BATCH = 2_000;

/** Records what EDGAR lists. An index takes precedence over a feed. */
export async function noteListed(db: Db, filings: ListedFiling[], day: string, listedBy: ListedBy) {
  // Always in one order, so that two processes do not wait for each other.
  const sorted = filings.toSorted((a, b) => a.accessionNumber.localeCompare(b.accessionNumber));
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const rows = sorted.slice(at, at + AT_ONCE).map(({ filingDate, ...filing }) => ({
      accession_number: filing.accessionNumber,
      cik: filing.cik,
      document_type: filing.documentType,
      day: filingDate ?? day,
    }));
    await db.execute(sql`
      insert into ${listedFiling} (accession_number, cik, document_type, day, listed_by)
      select accession_number, cik, document_type, day, ${listedBy}
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as listed(accession_number text, cik text, document_type text, day date)
      on conflict (accession_number) do update
        set cik = excluded.cik, day = excluded.day, listed_by = excluded.listed_by,
          document_type = coalesce(excluded.document_type, listed_filing.document_type)
        where excluded.listed_by = 'index'
          and (listed_filing.listed_by, listed_filing.day) is distinct from (excluded.listed_by, excluded.day)`);
  }
}

/**
 * Listed, and neither stored as a full submission nor refused before. Filings known from a data set or as bare XML are wanted
 * too: only the submission says when EDGAR accepted them.
 */
const WANTED = sql`${listedFiling.refusal} is null and ${listedFiling.day} >= ${FIRST_XML_DAY} and not exists (
  select from raw_document r where r.accession_number = ${listedFiling.accessionNumber} and r.kind = 'submission')`;

const columns = {
  accessionNumber: listedFiling.accessionNumber,
  cik: listedFiling.cik,
  documentType: listedFiling.documentType,
  day: listedFiling.day,
};

export type WantedList = { count: number; batches: AsyncIterable<WantedFiling[]> };

/** The wanted filings of some days, the oldest first, in parts: a whole history does not fit in memory. */
export async function wantedBetween(db: Db, from: string, to: string): Promise<WantedList> {
  const within = and(sql`${listedFiling.day} between ${from} and ${to}`, WANTED);
  async function* batches() {
    let last = { day: from, accessionNumber: "" };
    for (;;) {
      const batch = await db
        .select(columns)
        .from(listedFiling)
        .where(
          and(
            within,
            sql`(${listedFiling.day}, ${listedFiling.accessionNumber}) > (${last.day}::date, ${last.accessionNumber})`,
          ),
        )
        .orderBy(listedFiling.day, listedFiling.accessionNumber)
        .limit(BATCH);
      const end = batch.at(-1);
      if (!end) return;
      last = end;
      yield batch;
    }
  }
  return { count: await db.$count(listedFiling, within), batches: batches() };
}

export const listWantedAmong = (db: Db, accessionNumbers: string[]): Promise<WantedFiling[]> =>
  db
    .select(columns)
    .from(listedFiling)
    .where(and(sql`${listedFiling.accessionNumber} = any(${sql.param(accessionNumbers)}::text[])`, WANTED))
    .orderBy(listedFiling.day, listedFiling.accessionNumber);

export type Due = {
  /** Filings listed later are due. */
  after: string;
  /** Failed filings are due again, back to this day. */
  retriedFrom: string;
  now: Date;
};

/** Has not failed recently: the wait grows with the square of the tries, up to six hours. */
const isDue = ({ after, retriedFrom, now }: Due) =>
  and(
    sql`${listedFiling.day} >= ${retriedFrom} and (${listedFiling.day} > ${after} or ${listedFiling.tries} > 0)`,
    WANTED,
    sql`(${listedFiling.triedAt} is null or ${listedFiling.triedAt} <= ${now.toISOString()}::timestamptz
      - least(${listedFiling.tries} * ${listedFiling.tries}, 360) * interval '1 minute')`,
  );

/** The filings to fetch now, the newest first. */
export const listDue = (db: Db, due: Due, most: number): Promise<WantedFiling[]> =>
  db
    .select(columns)
    .from(listedFiling)
    .where(isDue(due))
    .orderBy(desc(listedFiling.day), desc(listedFiling.accessionNumber))
    .limit(most);

export const countDue = (db: Db, due: Due): Promise<number> => db.$count(listedFiling, isDue(due));

/** Whether every filing of a day is stored, refused, or was at least requested. */
export async function isDayFetched(db: Db, day: string): Promise<boolean> {
  const rows = await db
    .select({ one: listedFiling.tries })
    .from(listedFiling)
    .where(and(eq(listedFiling.day, day), eq(listedFiling.tries, 0), WANTED))
    .limit(1);
  return rows.length === 0;
}

export const isWanted = async (db: Db, accessionNumber: string): Promise<boolean> =>
  (await listWantedAmong(db, [accessionNumber])).length > 0;

/** The numbers that no list of EDGAR has shown yet. */
export async function listUnnoted(db: Db, accessionNumbers: string[]): Promise<Set<string>> {
  const { rows } = await db.execute<{ number: string }>(sql`
    select number from unnest(${sql.param(accessionNumbers)}::text[]) as number
    where not exists (select from listed_filing l where l.accession_number = number)`);
  return new Set(rows.map(({ number }) => number));
}

export const countIndexed = (db: Db, from: string, to: string): Promise<number> =>
  db.$count(listedFiling, sql`${listedFiling.day} between ${from} and ${to}`);

export async function noteRefusal(db: Db, accessionNumber: string, refusal: string) {
  await db.update(listedFiling).set({ refusal }).where(eq(listedFiling.accessionNumber, accessionNumber));
}

/** Removes filings that only a damaged line lists and that turned out to be another form. */
export async function forgetListed(db: Db, accessionNumber: string) {
  await db.delete(listedFiling).where(eq(listedFiling.accessionNumber, accessionNumber));
}

export async function noteTry(db: Db, accessionNumber: string, triedAt: Date) {
  await db
    .update(listedFiling)
    .set({ tries: sql`least(${listedFiling.tries} + 1, 30000)`, triedAt })
    .where(eq(listedFiling.accessionNumber, accessionNumber));
}

/** Whether the full submission is stored, which gives the acceptance time. */
export const isKept = async (db: Db, accessionNumber: string): Promise<boolean> =>
  (await db.$count(
    rawDocument,
    and(eq(rawDocument.accessionNumber, accessionNumber), eq(rawDocument.kind, "submission")),
  )) > 0;
