/** A footnote opened below a row. The same footnote can be open below several rows. */
export type OpenNote = { row: string; footnoteId: string };

/** Its id, which differs from the id of the footnote itself: that one is used in addresses. */
export const openNoteId = ({ row, footnoteId }: OpenNote) => `open-${row.replace("#", "-")}-${footnoteId}`;
