/**
 * A text for use in a line, without its full stop: "By Trust." becomes "By Trust". The full stop of "Fund XV, L.P." belongs to the
 * name.
 */
export const withoutFinalStop = (text: string): string => text.trim().replace(/(?<![.\s]\p{L})\s*\.$/u, "");
