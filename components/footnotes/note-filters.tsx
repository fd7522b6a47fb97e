import { FilterForm } from "@/components/listing/filter-form";
import { filterOfSearch, NO_NOTE_SEARCH, noteSearchParams, noteSearchUrl } from "@/lib/note-search/note-query";
import { NOTE_FILTERS } from "@/lib/note-search/note-search";
import { footnotesUrl } from "@/lib/urls";
import type { NotesView } from "@/lib/views/notes";
import { FactField } from "./fact-field";
import { NoteSearchField } from "./note-search-field";

/** The search words, the filters of all lists, and the facts that footnotes state. */
export const NoteFilters = ({ view: { query, names } }: { view: NotesView }) => {
  const { search, order } = query;
  const params = noteSearchParams(search, order);
  const clearAllHref = noteSearchUrl({ ...NO_NOTE_SEARCH, q: search.q }, { order });
  return (
    <>
      <NoteSearchField q={search.q} kept={params.filter(([name]) => name !== "q")} />
      <FilterForm
        action={footnotesUrl()}
        filter={filterOfSearch(search)}
        names={names}
        only={NOTE_FILTERS}
        kept={params.filter(([name]) => name === "q" || name === "sort")}
        hrefOf={(filter) => noteSearchUrl({ ...search, ...filter }, { order })}
        clearAllHref={clearAllHref}
      >
        <FactField
          asked={search.facts}
          clearHref={noteSearchUrl({ ...search, facts: [] }, { order })}
          clearAllHref={clearAllHref}
        />
      </FilterForm>
    </>
  );
};
