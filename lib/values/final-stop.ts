/** A text as part of a line, without its full stop: "By Trust." gives "By Trust"; that of "Fund XV, L.P." belongs to the name. */
export const withoutFinalStop = (text: string): string => text.trim().replace(/(?<![.\s]\p{L})\s*\.$/u, "");
