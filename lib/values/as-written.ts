/** A text without differences of layout: spaces and line breaks. */
export const asWritten = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim();
