/** A text without what only its setting differs in: blanks and line breaks. */
export const asWritten = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim();
