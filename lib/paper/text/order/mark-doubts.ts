export const MARK_BELOW = "The mark of its note stands below amount and letter: it may be the letter's.";
export const MARKS_UNTOLD = "Marks of notes that came out apart from their values may belong to it.";
