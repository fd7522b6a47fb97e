/** Opens every footnote below its row, or closes the open ones, in {@link NotesInPlace}. Hidden without JavaScript. */
export const OpenAllNotes = () => (
  <button type="button" className="link-button needs-script" data-opens-all-notes>
    Open all footnotes
  </button>
);
