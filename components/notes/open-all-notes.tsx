"use client";

import { useNotes } from "./notes-in-place";

/** Opens every footnote below its row, or closes the open ones. Hidden without JavaScript. */
export const OpenAllNotes = () => {
  const { open, toggleAll } = useNotes();
  return (
    <button type="button" className="link-button needs-script" onClick={toggleAll}>
      {open.length > 0 ? "Close all footnotes" : "Open all footnotes"}
    </button>
  );
};
