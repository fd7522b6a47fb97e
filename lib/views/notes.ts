import type { PartyNames } from "@/lib/filters/describe-filter";
import type { IgnoredValue } from "@/lib/filters/filing-filter";
import type { NoteQuery } from "@/lib/note-search/note-query";
import type { NotePage } from "@/lib/note-search/note-search";
import type { BroaderList, UnknownName } from "./nothing-found";

/** A search of all notes and remarks. */
export type NotesView = {
  title: string;
  /** The canonical address of this view, without the page's cursor. */
  url: string;
  query: NoteQuery;
  /** The filters in words, besides search words and facts; empty for none. */
  filterWords: string;
  names: PartyNames;
  ignored: IgnoredValue[];
  unknown: UnknownName[];
  page: NotePage;
  /** If nothing is found: the results of searches with fewer conditions. */
  relaxed: BroaderList[];
  isFirstPage: boolean;
  /** The address of the next page. */
  next: string | null;
};
