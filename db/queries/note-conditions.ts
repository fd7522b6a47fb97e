import { and, gte, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citedIds } from "@/db/derive/note-lines";
import { filingMeets } from "@/db/queries/filing-conditions";
import { listMatchingCiks, MOST_MATCHES } from "@/db/queries/search-names";
import { filing, searchedNote } from "@/db/schema";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import type { Party } from "@/lib/filters/party";
import { printFactKind } from "@/lib/footnotes/fact-kinds";
import { anyMark, FIRST_MONTH, LAST_MONTH, monthMarks, monthOf, NOTE_MARKS } from "@/lib/footnotes/note-marks";
import type { NoteSearch } from "@/lib/footnotes/note-search";

/** What a search asks of a note besides its words. */
export type NoteConditions = {
  /** Parts of a text search, all of which are met. */
  marks: string[];
  /** What marks do not say to the day, or cannot say. */
  exact: SQL[];
  /** Months of filings outside which nothing is found; null for all. */
  months: { from: number; to: number } | null;
};

export async function noteConditions(db: Db, search: NoteSearch): Promise<NoteConditions> {
  const [issuer, insider, months] = await Promise.all([
    markParties(db, "issuers", search.issuer),
    markParties(db, "insiders", search.insider),
    monthsOfFiling(db, search),
  ]);
  const marks = [
    issuer ? anyMark(issuer.map((cik) => NOTE_MARKS.issuer + cik)) : null,
    insider ? anyMark(insider.map((cik) => NOTE_MARKS.owner + cik)) : null,
    marked(search.form.map((form) => NOTE_MARKS.form + form)),
    marked(search.code.map((code) => NOTE_MARKS.code + code)),
    marked(search.facts.map((kind) => NOTE_MARKS.fact + printFactKind(kind))),
    monthsOfTrades(search),
  ];
  const exact = [
    issuer ? undefined : ofFiling({ issuer: search.issuer }),
    insider ? undefined : ofFiling({ insider: search.insider }),
    search.filedFrom === null ? undefined : gte(searchedNote.filingDate, search.filedFrom),
    search.filedTo === null ? undefined : lte(searchedNote.filingDate, search.filedTo),
    isOfTrade(search),
  ];
  return {
    marks: marks.filter((part) => part !== null),
    exact: exact.filter((condition) => condition !== undefined),
    months,
  };
}

const marked = (marks: string[]): string | null => (marks.length === 0 ? null : anyMark(marks));

/** The CIKs of those asked for; null where there are too many to name, or nobody is. */
async function markParties(db: Db, of: "issuers" | "insiders", parties: Party[]): Promise<string[] | null> {
  if (parties.length === 0) return null;
  const ciks = await Promise.all(
    parties.map((party) => ("cik" in party ? [party.cik] : listMatchingCiks(db, of, party.words))),
  );
  return ciks.some((found) => found.length >= MOST_MATCHES) ? null : [...new Set(ciks.flat())];
}

/** Looked up for one note after the other: PostgreSQL would else begin with the filings. */
const eachNote = (condition: SQL): SQL => sql`(select ${condition})`;

function ofFiling(parties: { issuer: Party[] } | { insider: Party[] }): SQL | undefined {
  const meets = filingMeets({ ...NO_FILTER, ...parties });
  if (!meets) return undefined;
  return eachNote(
    sql`exists (select from ${filing} where ${and(sql`${filing.accessionNumber} = ${searchedNote.accessionNumber}`, meets)})`,
  );
}

/** Filings are in the month of their filing date or one beside it, but for odd ones; while there is an odd one, in any. */
async function monthsOfFiling(db: Db, { filedFrom, filedTo }: NoteSearch): Promise<NoteConditions["months"]> {
  if (filedFrom === null && filedTo === null) return null;
  const odd = anyMark([`${NOTE_MARKS.filed}far`]);
  const { rows } = await db.execute<{ odd: boolean }>(
    sql`select exists (select from ${searchedNote} where words @@ ${odd}::tsquery) as odd`,
  );
  if (rows[0]?.odd) return null;
  return {
    from: filedFrom === null ? FIRST_MONTH : monthOf(filedFrom) - 1,
    to: filedTo === null ? LAST_MONTH : monthOf(filedTo) + 1,
  };
}

function monthsOfTrades({ tradedFrom, tradedTo }: NoteSearch): string | null {
  if (tradedFrom === null && tradedTo === null) return null;
  const from = tradedFrom === null ? FIRST_MONTH : monthOf(tradedFrom);
  const to = tradedTo === null ? LAST_MONTH : monthOf(tradedTo);
  return anyMark(monthMarks("traded", from, to));
}

/** Marks know months, and not which code belongs to which date. */
function isOfTrade({ tradedFrom, tradedTo, code }: NoteSearch): SQL | undefined {
  if (tradedFrom === null && tradedTo === null) return undefined;
  const meets = and(
    sql`r.accession_number = ${searchedNote.accessionNumber} and r.kind = 'transaction'`,
    tradedFrom === null ? undefined : sql`r.transaction_date >= ${tradedFrom}`,
    tradedTo === null ? undefined : sql`r.transaction_date <= ${tradedTo}`,
    code.length === 0 ? undefined : sql`r.transaction_code = any(${sql.param(code)}::text[])`,
    sql`(${searchedNote.position} = 0 or (
      select f.footnote_id from footnote f
      where (f.accession_number, f.position) = (${searchedNote.accessionNumber}, ${searchedNote.position})
    ) = any(${sql.raw(citedIds("r"))}))`,
  );
  return eachNote(sql`exists (select from filing_row r where ${meets})`);
}
