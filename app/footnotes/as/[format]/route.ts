import { loadNotesView } from "@/app/footnotes/view";
import { paramsOf } from "@/app/search-params";
import { siteFeed } from "@/app/site-feed";
import { siteUrl } from "@/app/site-url";
import { wholeTable } from "@/app/whole-table";
import { readTickers } from "@/db/queries/asked-parties";
import { findPartyNames } from "@/db/queries/party-names";
import { streamNotes } from "@/db/queries/search-notes";
import { database } from "@/db/server/client";
import type { NotesAnswer } from "@/lib/answers/notes";
import { describeFilter } from "@/lib/filters/describe-filter";
import { noteSearchTitle } from "@/lib/note-search/describe-note-search";
import { filterOfSearch, noteSearchParams, readNoteQuery } from "@/lib/note-search/note-query";
import type { FoundNote, NoteSearch } from "@/lib/note-search/note-search";
import { linkedAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";
import { unknownRecord } from "@/lib/representations/filter-record";
import { NOTE_CSV_HEADER, noteAtomEntry, noteCsvCells, noteRecord } from "@/lib/representations/note-record";
import { TABLE_FORMATS, type TableFormat } from "@/lib/representations/table";
import { inFormat } from "@/lib/urls";
import type { NotesView } from "@/lib/views/notes";

type Context = { params: Promise<{ format: string }> };

export async function GET(request: Request, { params }: Context) {
  const { format } = await params;
  const asked = readNoteQuery(paramsOf(request));
  const unreadable = unreadableAnswer(asked.ignored);
  if (unreadable) return unreadable;
  switch (format) {
    case "json":
      return linkedAnswer(request, json(await loadNotesView(asked)));
    case "csv":
    case "ndjson":
      return notesTable(request, format, asked.query.search);
    case "atom":
      // A feed lists the newest first, even if the search is sorted by relevance.
      return atom(await loadNotesView({ ...asked, query: { ...asked.query, ...NEWEST } }));
    default:
      return noSuchFormat(format, ["json", ...TABLE_FORMATS, "atom"]);
  }
}

const NEWEST = { order: "newest", after: null } as const;

/** The search in JSON, with the parameter names of the address and their values. */
const record = (pairs: readonly (readonly [string, string])[]) =>
  Object.fromEntries(
    [...new Set(pairs.map(([name]) => name))].map((name) => [
      name,
      pairs.flatMap(([other, value]) => (other === name ? [value] : [])),
    ]),
  );

const json = ({ title, url, query, ignored, unknown, page, next }: NotesView): NotesAnswer => ({
  title,
  url: siteUrl() + url,
  filter: record(noteSearchParams(query.search)),
  ignored,
  sort: query.order,
  /** Whether only the newest 10,000 matches were ranked. */
  isRankingCut: query.order === "best" && page.isCut,
  words: page.words,
  count: page.count.count,
  countAtLeast: page.count.countAtLeast,
  unknown: unknownRecord(unknown),
  withoutFilingDate: page.undated,
  rows: page.notes.map((note) => noteRecord(note, siteUrl())),
  next: next === null ? null : siteUrl() + inFormat(next, "json"),
});

async function notesTable(request: Request, format: TableFormat, asked: NoteSearch) {
  const db = database();
  const search = await readTickers(db, asked);
  const filter = filterOfSearch(search);
  return wholeTable(request, format, {
    title: noteSearchTitle(search, describeFilter(filter, await findPartyNames(db, filter))),
    header: NOTE_CSV_HEADER,
    cells: (note) => noteCsvCells(note, siteUrl()),
    record: (note) => noteRecord(note, siteUrl()),
    batches: () => batchesOf(search),
  });
}

const BATCH = 50;

async function* batchesOf(search: NoteSearch) {
  let batch: FoundNote[] = [];
  for await (const note of streamNotes(database(), search)) {
    batch.push(note);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

const atom = ({ title, url, page }: NotesView): Response =>
  siteFeed({
    title,
    url,
    updated: page.notes[0]?.entry.filing.orderedAt ?? "1970-01-01T00:00:00.000Z",
    entries: page.notes.map((note) => noteAtomEntry(note, siteUrl())),
  });
