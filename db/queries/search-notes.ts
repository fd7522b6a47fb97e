import { sql } from "drizzle-orm";
import { listFilingEntries } from "@/db/queries/filing-entries";
import { findBestNotes, findNewestNotes, pageOfNotes } from "@/db/queries/find-notes";
import { noteConditions } from "@/db/queries/note-conditions";
import { type FoundText, listNoteTexts } from "@/db/queries/note-snippets";
import { readNoteWords, type WordSearches } from "@/db/queries/note-words";
import { listStatedFacts } from "@/db/queries/stated-facts";
import { type AskedNotes, conditionOf, estimateNotes, together, WALK } from "@/db/queries/walk-notes";
import { searchedNote } from "@/db/schema";
import { REMARKS_POSITION } from "@/db/schema/note-places";
import type { Db } from "@/db/server/client";
import { REMARKS } from "@/lib/footnotes/filed-notes";
import { noteUses } from "@/lib/footnotes/note-uses";
import { lookedForWords } from "@/lib/note-search/looked-for-words";
import { anyMark, NOTE_MARKS } from "@/lib/note-search/note-marks";
import type { FoundNote, NoteCursor, NoteOrder, NotePage, NoteSearch } from "@/lib/note-search/note-search";
import type { FilingEntry } from "@/lib/record/filing";
import { rowId } from "@/lib/record/reported-row";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";

export type NoteOptions = { order: NoteOrder; after: NoteCursor | null; limit: number };

/** Notes that are read together if all are wanted. */
const BATCH = 200;

/** One page of the notes and remarks that a search finds. The cost depends on what is shown, not on what is found. */
export async function searchNotes(db: Db, search: NoteSearch, options: NoteOptions): Promise<NotePage> {
  const words = await wordsOf(db, search);
  if (typeof words === "string") {
    return { notes: [], next: null, count: upTo(0), undated: null, words, isCut: false };
  }
  const { order, after, limit } = options;
  const asked = await notesAskedFor(db, search, words);
  const isRanked = order === "best" && words !== null;
  const [{ places, found }, undated] = await Promise.all([
    isRanked
      ? findBestNotes(db, asked, words.whole, { after, limit: limit + 1 })
      : findNewestNotes(db, asked, { after, limit: limit + 1 }),
    countUndated(db, search, words),
  ]);
  const page = places.slice(0, limit);
  return {
    notes: await listFoundNotes(db, page, words),
    next: places.length > limit ? (page.at(-1) ?? null) : null,
    count: upTo(found),
    undated,
    words: words === null ? "none" : "searched",
    isCut: isRanked && found > COUNTED,
  };
}

/** How many notes and remarks a search finds, up to 10,000, without loading any of them. */
export async function countNotes(db: Db, search: NoteSearch): Promise<Count> {
  const words = await wordsOf(db, search);
  return typeof words === "string" ? upTo(0) : countAsked(db, await notesAskedFor(db, search, words));
}

async function countAsked(db: Db, asked: AskedNotes): Promise<Count> {
  const { found } = await findNewestNotes(db, asked, { after: null, limit: 0 });
  return upTo(found);
}

/** Every note that a search finds, newest first, a batch at a time: for files of any length in little memory. */
export async function* streamNotes(db: Db, search: NoteSearch): AsyncGenerator<FoundNote> {
  const words = await wordsOf(db, search);
  if (typeof words === "string") return;
  const asked = await notesAskedFor(db, search, words);
  let after: NoteCursor | null = null;
  do {
    const places: NoteCursor[] = await pageOfNotes(db, asked, { after, limit: BATCH });
    yield* await listFoundNotes(db, places, words);
    after = places.length < BATCH ? null : (places.at(-1) ?? null);
  } while (after);
}

/** The notes of some filings that a search finds. */
export async function searchNotesAmong(
  db: Db,
  search: NoteSearch,
  accessionNumbers: readonly string[],
): Promise<FoundNote[]> {
  const words = await wordsOf(db, search);
  if (typeof words === "string") return [];
  const { marks, exact } = await noteConditions(db, search);
  const isAmong = sql`${searchedNote.accessionNumber} = any(${sql.param(accessionNumbers)}::text[])`;
  const places = await db
    .select({ accessionNumber: searchedNote.accessionNumber, position: searchedNote.position })
    .from(searchedNote)
    .where(conditionOf({ index: together(words?.whole, ...marks), exact, within: null }, isAmong))
    .orderBy(searchedNote.accessionNumber, searchedNote.position);
  return listFoundNotes(
    db,
    places.map((place) => ({ ...place, orderedAt: "", rank: null })),
    words,
  );
}

/** Null for a search without words, and why there is nothing to search for if no word is left. */
async function wordsOf(db: Db, { q }: NoteSearch): Promise<WordSearches | "no letters or digits" | "common" | null> {
  const lookedFor = lookedForWords(q);
  if (lookedFor.length === 0) return null;
  const words = await readNoteWords(db, lookedFor);
  return words ?? (/[\p{L}\p{N}]/u.test(q) ? "common" : "no letters or digits");
}

async function notesAskedFor(
  db: Db,
  search: NoteSearch,
  words: WordSearches | null,
  more: string[] = [],
): Promise<AskedNotes> {
  const { marks, exact, within } = await noteConditions(db, search);
  const beginnings = await Promise.all((words?.beginnings ?? []).map((beginning) => estimateNotes(db, beginning)));
  if (words === null || beginnings.every((estimate) => estimate <= WALK.frequent)) {
    return { index: together(words?.whole, ...marks, ...more), exact, within };
  }
  // The index would collect all words that begin so; a case expression keeps it from being used.
  const hasWords = sql`case when ${searchedNote.words} @@ ${words.whole}::tsquery then true end`;
  return { index: together(words.withoutBeginnings, ...marks, ...more), exact: [...exact, hasWords], within };
}

/** Notes that a range of filing dates omits, because theirs is unknown. */
async function countUndated(db: Db, search: NoteSearch, words: WordSearches | null): Promise<Count | null> {
  if (search.filedFrom === null && search.filedTo === null) return null;
  const undated = { ...search, filedFrom: null, filedTo: null };
  return countAsked(db, await notesAskedFor(db, undated, words, [anyMark([`${NOTE_MARKS.filed}none`])]));
}

async function listFoundNotes(db: Db, places: readonly NoteCursor[], words: WordSearches | null): Promise<FoundNote[]> {
  const [entries, texts] = await Promise.all([
    listFilingEntries(db, [...new Set(places.map(({ accessionNumber }) => accessionNumber))]),
    listNoteTexts(db, places, words?.whole ?? null),
  ]);
  const byNumber = new Map(entries.map((entry) => [entry.filing.accessionNumber, entry]));
  // A second note with the same id has its own text.
  const others = texts.filter((found) => textOf(byNumber.get(found.accessionNumber), found) !== found.text);
  const alone = await listStatedFacts(
    db,
    others.map(({ text }) => text),
  );
  return texts.flatMap(({ accessionNumber, position, footnoteId, text, snippet }): FoundNote[] => {
    const entry = byNumber.get(accessionNumber);
    if (!entry) return [];
    const uses = footnoteId === null ? [] : (noteUses(entry.rows).get(footnoteId) ?? []);
    const citing = new Set(uses.flatMap(({ rows }) => rows));
    const rows = entry.rows.filter((row) => citing.has(rowId(row)));
    const isFirst = textOf(entry, { position, footnoteId }) === text;
    const facts = (isFirst ? entry.derived.facts.get(idOf({ position, footnoteId })) : alone.get(text)) ?? {};
    return [{ entry, position, footnoteId, text, snippet, rows, facts }];
  });
}

type NotePlace = Pick<FoundText, "position" | "footnoteId">;

const idOf = ({ position, footnoteId }: NotePlace): string =>
  position === REMARKS_POSITION ? REMARKS : (footnoteId ?? "");

/** The text of a filing's first note with an id, or of its remarks. */
const textOf = (entry: FilingEntry | undefined, place: NotePlace): string | null | undefined =>
  place.position === REMARKS_POSITION ? entry?.filing.remarks : entry?.notes[idOf(place)];
