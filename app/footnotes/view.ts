import { cache } from "react";
import { findUnknownNames } from "@/app/nothing-found";
import { askedParams } from "@/app/search-params";
import { readTickers } from "@/db/queries/asked-parties";
import { findPartyNames } from "@/db/queries/party-names";
import { countNotes, searchNotes } from "@/db/queries/search-notes";
import { type Db, database } from "@/db/server/client";
import { describeFilter, type PartyNames } from "@/lib/filters/describe-filter";
import { noteSearchTitle } from "@/lib/note-search/describe-note-search";
import { filterOfSearch, isSearched, type NoteQuery, noteSearchUrl, readNoteQuery } from "@/lib/note-search/note-query";
import { relaxedSearches } from "@/lib/note-search/relaxed-searches";
import { describeCount } from "@/lib/values/counts";
import type { NotesView } from "@/lib/views/notes";

export const NOTES_ON_PAGE = 50;

/** How many broader searches are tried when a search finds nothing. */
const MOST_RELAXED = 5;

/** Cached per request, because the page and its metadata both load it. */
export const loadNotesPage = cache(async () => loadNotesView(readNoteQuery(await askedParams())));

/** Searches all footnotes and remarks. An empty search lists the newest. */
export async function loadNotesView({ query: asked, ignored }: ReturnType<typeof readNoteQuery>): Promise<NotesView> {
  const db = database();
  const query = { ...asked, search: await readTickers(db, asked.search) };
  const { search, order, after } = query;
  const filter = filterOfSearch(search);
  const [page, names, unknown] = await Promise.all([
    searchNotes(db, search, { order, after, limit: NOTES_ON_PAGE }),
    findPartyNames(db, filter),
    findUnknownNames(db, filter, (other) => noteSearchUrl({ ...search, ...other }, { order })),
  ]);
  const filterWords = describeFilter(filter, names);
  return {
    title: noteSearchTitle(search, filterWords),
    url: noteSearchUrl(search, { order }),
    query,
    filterWords,
    names,
    ignored,
    unknown,
    page,
    relaxed: isSearched(search) && page.notes.length === 0 && after === null ? await relax(db, query, names) : [],
    isFirstPage: after === null,
    next: page.next ? noteSearchUrl(search, { order, after: page.next }) : null,
  };
}

async function relax(db: Db, { search, order }: NoteQuery, names: PartyNames): Promise<NotesView["relaxed"]> {
  const tried = await Promise.all(
    relaxedSearches(search, names)
      .slice(0, MOST_RELAXED)
      .map(async ({ label, isCorrection, search: other }) => {
        const count = await countNotes(db, other);
        const href = noteSearchUrl(other, { order });
        return count.countAtLeast > 0 || isCorrection ? { label, href, count: describeCount(count, "footnote") } : null;
      }),
  );
  return tried.filter((found) => found !== null);
}
