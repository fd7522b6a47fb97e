import type { NoteUse } from "@/lib/footnotes/note-uses";
import { keyInFiling } from "@/lib/record/row-key";

/** A footnote as filed, with the stretches from which a derived figure came: pairs of start and end in the text. */
export type Note = {
  text: string;
  stated?: [start: number, end: number][];
  /** Texts of the filing's other notes of the same id: a reference may mean any of them. */
  sameId?: string[];
  /** The cells that refer to it. */
  uses?: NoteUse[];
  /** Where EDGAR's length limit cut it: the notes that carry it on, and the one that it carries on. */
  goesOnIn?: { id: string; text: string }[];
  goesOnFrom?: string;
  /** What it states, in words: "Price range: $39.00–39.07". */
  facts?: string[];
  /** No facts of it are known yet, as its filing is still to be derived. */
  isWaiting?: true;
};

/** All notes a page can open, by {@link noteKey}: each text is sent once, however many rows refer to it. */
export type Notes = Record<string, Note>;

export const noteKey = (accessionNumber: string, footnoteId: string) => keyInFiling(accessionNumber, footnoteId);

/** "3" for `F3`, as the form prints it. */
export const noteNumber = (footnoteId: string) => footnoteId.replace(/^F(?=\d)/, "") || "?";
