import type { PartyNames } from "@/lib/filters/describe-filter";
import { type RelaxedFilter, relaxedFilters } from "@/lib/filters/relaxed-filters";
import { describeWords } from "@/lib/footnotes/describe-words";
import { describeAsked } from "./describe-note-search";
import { filterOfSearch, isSearched } from "./note-query";
import type { NoteSearch } from "./note-search";

/** A search with one condition dropped or corrected, and a label for that condition. */
export type RelaxedSearch = Omit<RelaxedFilter, "filter"> & { search: NoteSearch };

/** Suggestions for a search without results: first with looser words, then without each filter in turn. */
export function relaxedSearches(search: NoteSearch, names: PartyNames): RelaxedSearch[] {
  const withoutFilters = relaxedFilters(filterOfSearch(search), names).map(({ filter, ...said }) => ({
    ...said,
    search: { ...search, ...filter },
  }));
  const withoutFacts =
    search.facts.length === 0
      ? []
      : [
          {
            label: `Even if they do not ${describeAsked({ q: "", facts: search.facts })}`,
            search: { ...search, facts: [] },
          },
        ];
  const withoutWords = search.q === "" ? [] : [{ label: "With any words", search: { ...search, q: "" } }];
  return [...looserWords(search), ...withoutFacts, ...withoutFilters, ...withoutWords].filter(({ search }) =>
    isSearched(search),
  );
}

/** The words of a phrase anywhere in the note, then any of the words. Minus is kept. */
function looserWords(search: NoteSearch): RelaxedSearch[] {
  const { q } = search;
  if (describeWords(q) === null || /(?:^|\s)(?:or\s|-)/i.test(q)) return [];
  const apart = q
    .replace(/["“”„]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const words = [...new Set(apart.split(" "))];
  if (words.length < 2) return [];
  const [anywhere, any] = [apart, words.join(" or ")].map((q) => ({
    label: `${describeWords(q)}, anywhere in the footnote`,
    search: { ...search, q },
  }));
  return [...(apart === q || !anywhere ? [] : [anywhere]), ...(any ? [any] : [])];
}
