import { and, gte, lte, or, type SQL, sql } from "drizzle-orm";
import { isIssuerName, wordsMatch } from "@/db/queries/filing-conditions";
import { filing, filingOwner, issuerName, ownerName, searchedNote } from "@/db/schema";
import { citedIds, REMARKS_POSITION } from "@/db/schema/note-places";
import type { Db } from "@/db/server/client";
import { type NamedParty, type Party, partyWords } from "@/lib/filters/party";
import { printFactKind } from "@/lib/footnotes/fact-kinds";
import {
  anyMark,
  FIRST_MONTH,
  LAST_MONTH,
  monthMarks,
  monthOf,
  NOTE_MARKS,
  startOfMonth,
} from "@/lib/note-search/note-marks";
import type { NoteSearch } from "@/lib/note-search/note-search";

/** More people or companies with a name are looked up filing by filing. */
const NAMED = 20;

/** The conditions of a search on a note, besides its words. */
export type NoteConditions = {
  /** Parts of a text search. A note must match all of them. */
  marks: string[];
  /** Conditions that marks cannot express, or not to the day. */
  exact: SQL[];
  within: MonthRange | null;
};

/** How a range of dates is found. */
export type MonthRange = {
  /** The months of filings. */
  from: number;
  to: number;
  /** A part of a text search that also matches notes of other months: those with odd dates. */
  outside: string;
};

export async function noteConditions(db: Db, search: NoteSearch): Promise<NoteConditions> {
  const [issuer, insider] = await Promise.all([
    ciksOf(db, issuerName, search.issuer, isIssuerName),
    ciksOf(db, ownerName, search.insider, (party) => wordsMatch(ownerName.words, partyWords(party))),
  ]);
  const marks = [
    issuer.kind === "some" ? anyMark(issuer.ciks.map((cik) => NOTE_MARKS.issuer + cik)) : null,
    insider.kind === "some" ? anyMark(insider.ciks.map((cik) => NOTE_MARKS.owner + cik)) : null,
    marked(search.form.map((form) => NOTE_MARKS.form + form)),
    marked(search.code.map((code) => NOTE_MARKS.code + code)),
    marked(search.facts.map((kind) => NOTE_MARKS.fact + printFactKind(kind))),
  ];
  const exact = [
    issuer.kind === "many" ? isOnAny(issuer.ciks) : undefined,
    insider.kind === "many" ? isByAny(insider.ciks) : undefined,
    search.filedFrom === null ? undefined : gte(searchedNote.filingDate, search.filedFrom),
    search.filedTo === null ? undefined : lte(searchedNote.filingDate, search.filedTo),
    isOfTrade(search),
  ];
  return {
    marks: marks.filter((part) => part !== null),
    exact: exact.filter((condition) => condition !== undefined),
    within: stretchOf(search),
  };
}

const marked = (marks: string[]): string | null => (marks.length === 0 ? null : anyMark(marks));

type Ciks = { kind: "all" } | { kind: "some" | "many"; ciks: string[] };

/** The requested parties, by CIK. `many` are more than the index can search for quickly. */
async function ciksOf(
  db: Db,
  names: typeof issuerName | typeof ownerName,
  parties: Party[],
  isName: (party: NamedParty) => SQL,
): Promise<Ciks> {
  if (parties.length === 0) return { kind: "all" };
  const named = parties.flatMap((party) => ("cik" in party ? [] : [isName(party)]));
  const found =
    named.length === 0
      ? []
      : await db
          .selectDistinct({ cik: names.cik })
          .from(names)
          .where(or(...named));
  const asked = parties.flatMap((party) => ("cik" in party ? [party.cik] : []));
  const ciks = [...new Set([...asked, ...found.map(({ cik }) => cik)])];
  return { kind: ciks.length > NAMED ? "many" : "some", ciks };
}

/** Look them up for one note at a time: otherwise PostgreSQL would start with the filings. */
const isOnAny = (ciks: string[]): SQL =>
  sql`(select issuer_cik = any(${sql.param(ciks)}::text[]) from ${filing} where ${filing.accessionNumber} = ${searchedNote.accessionNumber})`;

const isByAny = (ciks: string[]): SQL =>
  sql`(select bool_or(cik = any(${sql.param(ciks)}::text[])) from ${filingOwner} where ${filingOwner.accessionNumber} = ${searchedNote.accessionNumber})`;

type Months = { from: number; to: number };

const monthsOf = (from: string | null, to: string | null): Months | null =>
  from === null && to === null
    ? null
    : { from: from === null ? FIRST_MONTH : monthOf(from), to: to === null ? LAST_MONTH : monthOf(to) };

/** A filing is in the month of its filing date or next to it, and in the month of a trade or the next, except for odd ones. */
function stretchOf({ filedFrom, filedTo, tradedFrom, tradedTo }: NoteSearch): MonthRange | null {
  const filed = monthsOf(filedFrom, filedTo);
  const traded = monthsOf(tradedFrom, tradedTo);
  if (!filed && !traded) return null;
  const far = filed ? [`${NOTE_MARKS.filed}far`] : [];
  const late = traded ? monthMarks("traded", traded.from, traded.to) : [];
  return {
    from: Math.max(FIRST_MONTH, filed ? filed.from - 1 : FIRST_MONTH, traded?.from ?? FIRST_MONTH),
    to: Math.min(LAST_MONTH, filed ? filed.to + 1 : LAST_MONTH, traded ? traded.to + 1 : LAST_MONTH),
    outside: anyMark([...far, ...late]),
  };
}

/** The filing's rows decide on the day, unless a trade in the usual time before the filing is certainly in the range. */
function isOfTrade({ tradedFrom, tradedTo, code }: NoteSearch): SQL | undefined {
  const months = monthsOf(tradedFrom, tradedTo);
  if (!months) return undefined;
  const meets = and(
    sql`r.accession_number = ${searchedNote.accessionNumber} and r.kind = 'transaction'`,
    tradedFrom === null ? undefined : sql`r.transaction_date >= ${tradedFrom}`,
    tradedTo === null ? undefined : sql`r.transaction_date <= ${tradedTo}`,
    code.length === 0 ? undefined : sql`r.transaction_code = any(${sql.param(code)}::text[])`,
    sql`(${searchedNote.position} = ${REMARKS_POSITION} or (
      select f.footnote_id from footnote f
      where (f.accession_number, f.position) = (${searchedNote.accessionNumber}, ${searchedNote.position})
    ) = any(${sql.raw(citedIds("r"))}))`,
  );
  const isTraded = sql`(select exists (select from filing_row r where ${meets}))`;
  if (code.length > 0) return isTraded;
  const usual = anyMark([`${NOTE_MARKS.traded}usual`]);
  const isSure = and(
    sql`${searchedNote.orderedAt} >= ${startOfMonth(months.from + 2)}::timestamptz`,
    sql`${searchedNote.orderedAt} < ${startOfMonth(months.to)}::timestamptz`,
    sql`${searchedNote.words} @@ ${usual}::tsquery`,
  );
  return sql`case when ${isSure} then true else ${isTraded} end`;
}
