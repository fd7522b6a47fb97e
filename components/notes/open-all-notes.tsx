"use client";

import { useNotes } from "./notes-in-place";

/** Opens every note under its row, or closes those that are open. Needs script, and is not there without it. */
export const OpenAllNotes = () => {
  const { open, toggleAll } = useNotes();
  return (
    <button type="button" className="link-button needs-script" onClick={toggleAll}>
      {open.length > 0 ? "Close all footnotes" : "Open all footnotes"}
    </button>
  );
};
