import {
  type FilingFilter,
  filterParams,
  type IgnoredValue,
  NO_FILTER,
  type Params,
  parseFilter,
} from "@/lib/filters/filing-filter";
import { LONGEST_QUERY } from "@/lib/filters/search-query";
import { type FactKind, parseFactKind, printFactKind } from "@/lib/footnotes/fact-kinds";
import { footnotesUrl } from "@/lib/urls";
import { parseNoteCursor, printNoteCursor } from "./note-cursor";
import { NOTE_FILTERS, NOTE_ORDERS, type NoteCursor, type NoteOrder, type NoteSearch } from "./note-search";

/** What an address of the footnote search asks for. */
export type NoteQuery = { search: NoteSearch; order: NoteOrder; after: NoteCursor | null };

export const NO_NOTE_SEARCH: NoteSearch = { ...NO_FILTER, q: "", facts: [] };

const OWN_NAMES = ["q", "fact", "sort", "after"];

/** Reads an address. Everything that is ignored is also reported. */
export function readNoteQuery(params: Params): { query: NoteQuery; ignored: IgnoredValue[] } {
  const pairs = [...params];
  const { filter, ignored } = parseFilter(pairs, { only: NOTE_FILTERS, others: OWN_NAMES });
  const unread = (name: string, value: string, reason: string) => ignored.push({ kind: "value", name, value, reason });
  const valuesOf = (asked: string) =>
    pairs.flatMap(([name, value]) => (name === asked && value.trim() !== "" ? [value.trim()] : []));
  /** For a name that takes one value. */
  const oneOf = (name: string): string | null => {
    const [first = null, ...more] = valuesOf(name);
    for (const value of more) if (value !== first) unread(name, value, `given twice: ${first} is used`);
    return first;
  };

  const q = readWords(oneOf("q") ?? "", (value, reason) => unread("q", value, reason));
  const facts = readFactKinds(valuesOf("fact"), (value) => unread("fact", value, "not a fact we search for"));
  const asked = oneOf("sort");
  let order: NoteOrder = NOTE_ORDERS.find((known) => known === asked) ?? "newest";
  if (asked !== null && asked !== order) unread("sort", asked, `not one of ${NOTE_ORDERS.join(", ")}`);
  if (q === "" && order === "best") {
    ignored.push({ kind: "name", name: "sort", value: order, reason: "there are no words to rank by" });
    order = "newest";
  }
  const place = oneOf("after");
  const after = place === null ? null : parseNoteCursor(place);
  const isPlace = after !== null && (after.rank === null) === (order === "newest");
  if (place !== null && !isPlace) unread("after", place, "not a position in this list");
  return { query: { search: { ...filter, q, facts }, order, after: isPlace ? after : null }, ignored };
}

function readWords(text: string, unread: (value: string, reason: string) => void): string {
  const q = text
    .replace(/\p{C}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if ([...q].length <= LONGEST_QUERY) return q;
  unread(text, `longer than ${LONGEST_QUERY} characters`);
  return "";
}

function readFactKinds(values: readonly string[], unread: (value: string) => void): FactKind[] {
  const kinds = new Map<string, FactKind>();
  for (const value of values) {
    const kind = parseFactKind(value);
    if (kind) kinds.set(printFactKind(kind), kind);
    else unread(value);
  }
  return [...kinds.values()];
}

/** The search without words and facts, as a filter of filings. */
export const filterOfSearch = ({ q: _q, facts: _facts, ...filter }: NoteSearch): FilingFilter => ({
  ...NO_FILTER,
  ...filter,
});

export const isSearched = (search: NoteSearch): boolean => noteSearchParams(search).length > 0;

/** Name and value pairs in the fixed order of canonical links. */
export const noteSearchParams = (search: NoteSearch, order: NoteOrder = "newest"): [string, string][] => [
  ...(search.q === "" ? [] : ([["q", search.q]] satisfies [string, string][])),
  ...filterParams(filterOfSearch(search)),
  ...search.facts.map((kind): [string, string] => ["fact", printFactKind(kind)]),
  ...(order === "newest" ? [] : ([["sort", order]] satisfies [string, string][])),
];

/** The page of a search. Equal searches have equal links. */
export function noteSearchUrl(
  search: NoteSearch,
  { order = "newest", after = null }: { order?: NoteOrder; after?: NoteCursor | null } = {},
): string {
  const params = new URLSearchParams(noteSearchParams(search, search.q === "" ? "newest" : order));
  if (after) params.append("after", printNoteCursor(after));
  const text = params.toString();
  return text === "" ? footnotesUrl() : `${footnotesUrl()}?${text}`;
}
