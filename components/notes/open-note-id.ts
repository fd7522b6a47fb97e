import type { OpenNote } from "./notes-in-place";

/** Id of a footnote opened below a row. It differs from the id of the footnote itself, which is used in addresses. */
export const openNoteId = ({ row, footnoteId }: OpenNote) => `open-${row.replace("#", "-")}-${footnoteId}`;
