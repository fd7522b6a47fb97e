import type { FilingFilter, FilterName } from "@/lib/filters/filing-filter";
import type { MarkedText } from "@/lib/filters/mark-words";
import type { FactKind } from "@/lib/footnotes/fact-kinds";
import type { FilingEntry } from "@/lib/record/filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import type { StatedFacts } from "@/lib/record/stated-facts";
import type { Count } from "@/lib/values/counts";

/** The filters that a search of notes has beside its own; `parseFilter` reads them with `only`. */
export const NOTE_FILTERS = [
  "issuer",
  "insider",
  "filedFrom",
  "filedTo",
  "tradedFrom",
  "tradedTo",
  "code",
  "form",
] as const satisfies readonly FilterName[];

/** Newest first, or best first: by how often and how close together the words stand. */
export const NOTE_ORDERS = ["newest", "best"] as const;
export type NoteOrder = (typeof NOTE_ORDERS)[number];

/**
 * What a search of all notes and remarks asks for. Code and dates of trades are those of transactions that cite the note, and of
 * any transaction of the filing for its remarks.
 */
export type NoteSearch = Pick<FilingFilter, (typeof NOTE_FILTERS)[number]> & {
  /** Words, phrases in quotes, `or`, minus, and beginnings of words (`vest*`); empty for all notes. */
  q: string;
  /** One of these is stated; empty for no matter what. */
  facts: readonly FactKind[];
};

/** Where the next page begins: behind this note. */
export type NoteCursor = {
  orderedAt: string;
  accessionNumber: string;
  position: number;
  /** Of a search for the best first. */
  rank: number | null;
};

export type FoundNote = {
  /** The filing whole: its parties, all its rows, and what is derived of them. */
  entry: FilingEntry;
  /** That of the footnote in the filing; 0 for the remarks. */
  position: number;
  /** Null for the remarks, and for a note without one. */
  footnoteId: string | null;
  /** As filed. */
  text: string;
  /** Passages of the text around what was looked for, in its order; the text's beginning where no words were. */
  snippet: Passage[];
  /** The rows that cite it, in the form's order; none for the remarks. */
  rows: ReportedRow[];
  /** What it states; of a note that goes on in another, what the words in this one state. Spans count in `text`. */
  facts: StatedFacts;
};

/** Words of a text, and whether text that is left out stands before and behind them. */
export type Passage = { parts: MarkedText[]; isCutBefore: boolean; isCutBehind: boolean };

export type NotePage = {
  notes: FoundNote[];
  next: NoteCursor | null;
  count: Count;
  /** Of the notes that are left out for lack of a filing date, where the search asks for filing dates. */
  undated: Count | null;
  /** `none`: `q` holds nothing that could be looked for; `common`: words that every note has (the, of), and finds nothing. */
  words: "none" | "common" | "searched";
  /** Best first looks at the newest 10,000 notes: whether there are more. */
  isCut: boolean;
};
