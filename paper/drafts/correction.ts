/** A value that somebody set by hand, beside what was read there. */
export type Correction = {
  /** JSON Pointer into the document, as in `unread`. */
  pointer: string;
  /** Null where nothing could be read. */
  asRead: string | null;
  /** Null where the form is left empty there. */
  value: string | null;
};
