export const MARK_BELOW = "The mark of its note stands below amount and letter: it may be the letter's.";
export const MARKS_UNTOLD = "Marks of notes that came out apart from their values may belong to it.";
export const NOT_SUMMED =
  "No sum tells which of these rows it belongs to: it stands in the order in which its column came out.";
export const HYPHEN_LOST = "A hyphen may be missing, where the line was broken.";
