import { isBlank, type Piece, pieceOf, type SourceLine } from "@/paper/words/source-lines";

/** A numbered box above Table I: what its label says, and the lines below. */
export type NumberedBox = { label: string; lines: Piece[] };

const BOX = /^\s*(\d)\.\s+(\S.*)$/;

/** The boxes of a form that lists them one below the other: `1. Name and Address of Reporting Person` and what follows, up to the next. */
export function numberedBoxes(lines: SourceLine[]): NumberedBox[] {
  const boxes: NumberedBox[] = [];
  for (const line of lines) {
    if (isBlank(line) || /^\s*</.test(line.text)) continue;
    const [, number, label] = BOX.exec(line.text) ?? [];
    // Numbers go up from 1: a line of an address may begin with one, too.
    if (number && label && Number(number) > boxes.length - 1 && (boxes.length > 0 || number === "1")) {
      boxes.push({ label, lines: [] });
      continue;
    }
    boxes.at(-1)?.lines.push(pieceOf(line));
  }
  return boxes;
}
