import type { PrintedCell, SourceText } from "@/paper/form/printed-form";

/** A line of the source with its number (page and line from 1), unchanged. */
export type SourceLine = { text: string; page: number; line: number };

/** A run of characters of a line, to which a place refers. */
export type Piece = { text: string; page: number; line: number; from: number; to: number };

/** Form feeds separate pages. A form feed at the end begins no page. */
export function sourceText(text: string): SourceText {
  const pages = text
    .replace(/\r\n?/g, "\n")
    .replace(/\f\s*$/, "")
    .split("\f");
  return pages.map((page) => page.split("\n").map((line) => line.trimEnd()));
}

const BROWSER_LINES = [
  /^\d{1,2}\/\d{1,2}\/\d{2,4},? +\d{1,2}:\d{2}( ?[AP]M)?( .*)?$/i,
  /^(Ownership Submission|SEC Form [345](\/A)?|SEC FORM [345](\/A)?)$/,
  /^(https?|file):\/\/\S+( +\d{1,3} ?\/ ?\d{1,3})?$/,
  /^\d{1,3}\/\d{1,3}$/,
];

/** What a browser prints above and below a page: the time, the title, the address, the page number. */
export const isBrowserLine = (line: string) => BROWSER_LINES.some((pattern) => pattern.test(line.trim()));

/** All lines except those of the browser. Blank lines stay, because they separate things. */
export const sourceLines = (source: SourceText): SourceLine[] =>
  source.flatMap((page, at) =>
    page.map((text, line) => ({ text, page: at + 1, line: line + 1 })).filter(({ text }) => !isBrowserLine(text)),
  );

/** The accession number in EDGAR's address of the filing, if the source shows one. */
export function accessionNumberIn(source: SourceText): string | undefined {
  for (const line of source.flat()) {
    const digits = /\/edgar\/data\/\d+\/(\d{10})-?(\d{2})-?(\d{6})/i.exec(line);
    if (digits) return digits.slice(1, 4).join("-");
  }
  return undefined;
}

export const isBlank = (line: SourceLine) => line.text.trim() === "";

export function pieceOf(line: SourceLine, from = 0, to = line.text.length): Piece {
  const part = line.text.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  const text = part.trim();
  return { text, page: line.page, line: line.line, from: start, to: start + text.length };
}

/** The parts of a line that two or more spaces separate. */
export const chunksOf = (line: SourceLine): Piece[] =>
  [...line.text.matchAll(/\S+(?: \S+)*/g)].map((found) => pieceOf(line, found.index, found.index + found[0].length));

/**
 * Wrapped lines as one text. A browser wraps after a hyphen within a word, and the two parts are joined without a space. A hyphen
 * with a space before it is a dash.
 */
export const joinedLines = (lines: string[]) =>
  lines
    .map((line, index) => {
      const above = lines[index - 1];
      if (above === undefined) return line;
      return /\S-$/.test(above) && !/^(and|or|to)\b/.test(line) ? line : ` ${line}`;
    })
    .join("");

export const placesOf = (pieces: Piece[]) => pieces.map(({ page, line, from, to }) => ({ page, line, from, to }));

/** A cell of these pieces in their order, with all that is printed as its text. */
export const cellOfPieces = (pieces: Piece[]): PrintedCell => ({
  text: joinedLines(pieces.map((piece) => piece.text).filter((text) => text !== "")).replace(/\s+/g, " "),
  marks: [],
  places: placesOf(pieces),
});

const MARKS_AT_END = /\s*((?:\(\s*\d{1,2}\s*\)[\s,]*)+)$/;

/** Removes the marks at the end of a text, `Common Stock (1)(2)`. Numbers that no footnote has are words of the text. */
export function withMarks(cell: PrintedCell, isNote: (mark: string) => boolean): PrintedCell {
  const found = MARKS_AT_END.exec(cell.text);
  if (!found) return cell;
  const marks = [...(found[1] ?? "").matchAll(/\d+/g)].map(([mark]) => mark);
  return marks.every(isNote)
    ? { ...cell, text: cell.text.slice(0, found.index).trim(), marks: [...cell.marks, ...marks] }
    : cell;
}
