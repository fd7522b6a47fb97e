import type { NoteUse } from "@/lib/footnotes/note-uses";
import { keyInFiling } from "@/lib/record/row-key";

/** A footnote as filed, with the spans from which a derived figure came, as pairs of start and end in the text. */
export type Note = {
  text: string;
  stated?: [start: number, end: number][];
  /** Texts of other footnotes with the same id in the filing. A reference may mean any of them. */
  sameId?: string[];
  /** The cells that refer to it. */
  uses?: NoteUse[];
  /** If EDGAR's length limit cut it: the footnotes that continue it, and the one that it continues. */
  goesOnIn?: { id: string; text: string }[];
  goesOnFrom?: string;
  /** What it states, in words: "Price range: $39.00–39.07". */
  facts?: string[];
  /** Its facts are unknown as long as its filing is waiting to be derived. */
  isWaiting?: true;
};

/** All footnotes that a page can open, by {@link noteKey}. Each text is sent once, however many rows refer to it. */
export type Notes = Record<string, Note>;

export const noteKey = (accessionNumber: string, footnoteId: string) => keyInFiling(accessionNumber, footnoteId);

/** "3" for `F3`, as the form prints it. */
export const noteNumber = (footnoteId: string) => footnoteId.replace(/^F(?=\d)/, "") || "?";
