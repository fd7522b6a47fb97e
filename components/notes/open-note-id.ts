import type { OpenNote } from "./notes-in-place";

/** Id of a note opened under a row. It differs from that of the note itself, which is an address. */
export const openNoteId = ({ row, footnoteId }: OpenNote) => `open-${row.replace("#", "-")}-${footnoteId}`;
