/** A value that a person entered, next to what was read there. */
export type Correction = {
  /** JSON Pointer into the document, as in `unread`. */
  pointer: string;
  /** Null if nothing could be read. */
  asRead: string | null;
  /** Null if the form is blank there. */
  value: string | null;
};
