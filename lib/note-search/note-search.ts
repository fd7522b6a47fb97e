import type { FilingFilter, FilterName } from "@/lib/filters/filing-filter";
import type { MarkedText } from "@/lib/filters/mark-words";
import type { FactKind } from "@/lib/footnotes/fact-kinds";
import type { FilingEntry } from "@/lib/record/filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import type { StatedFacts } from "@/lib/record/stated-facts";
import type { Count } from "@/lib/values/counts";

/** The additional filters of a footnote search; `parseFilter` reads them with `only`. */
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

/** Newest first, or best first: by how often and how close together the words occur. */
export const NOTE_ORDERS = ["newest", "best"] as const;
export type NoteOrder = (typeof NOTE_ORDERS)[number];

/**
 * What a search of all notes and remarks asks for. Codes and trade dates are those of transactions that cite the note or, for
 * remarks, of any transaction in the filing.
 */
export type NoteSearch = Pick<FilingFilter, (typeof NOTE_FILTERS)[number]> & {
  /** Words, phrases in quotes, `or`, minus, and beginnings of words (`vest*`); empty for all notes. */
  q: string;
  /** The note states one of these; empty for any note. */
  facts: readonly FactKind[];
};

/** The note after which the next page begins. */
export type NoteCursor = {
  orderedAt: string;
  accessionNumber: string;
  position: number;
  /** Only for best first. */
  rank: number | null;
};

export type FoundNote = {
  /** The whole filing: its parties, all its rows, and what we derived from it. */
  entry: FilingEntry;
  /** The position of the footnote in the filing; 0 for the remarks. */
  position: number;
  /** Null for the remarks, and for a note without an id. */
  footnoteId: string | null;
  /** As filed. */
  text: string;
  /** Passages of the text around the search words, in text order, or the beginning of the text if there were no words. */
  snippet: Passage[];
  /** The rows that cite it, in the form's order; empty for the remarks. */
  rows: ReportedRow[];
  /** What the note states. If it continues in another, what the words in this one state. Spans are offsets in `text`. */
  facts: StatedFacts;
};

/** Words of a text, and whether text before or after them is omitted. */
export type Passage = { parts: MarkedText[]; isCutBefore: boolean; isCutBehind: boolean };

export type NotePage = {
  notes: FoundNote[];
  next: NoteCursor | null;
  count: Count;
  /** The number of notes left out because they have no filing date, if the search filters by it. */
  undated: Count | null;
  /** `none`: `q` has nothing to search for; `common`: it has only words that almost every note has (the, of), and finds nothing. */
  words: "none" | "no letters or digits" | "common" | "searched";
  /** Best first ranks only the newest 10,000 notes. True if there are more. */
  isCut: boolean;
};
