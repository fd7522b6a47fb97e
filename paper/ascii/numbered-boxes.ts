import { isBlank, type Piece, pieceOf, type SourceLine } from "@/paper/words/source-lines";

/** A numbered box above Table I: its label and the lines below it. */
export type NumberedBox = { label: string; lines: Piece[] };

const BOX = /^\s*(\d)\.\s+(\S.*)$/;

/**
 * The boxes of a form that lists them one below the other: `1. Name and Address of Reporting Person`, and the lines up to the
 * next.
 */
export function numberedBoxes(lines: SourceLine[]): NumberedBox[] {
  const boxes: NumberedBox[] = [];
  for (const line of lines) {
    if (isBlank(line) || /^\s*</.test(line.text)) continue;
    const [, number, label] = BOX.exec(line.text) ?? [];
    // The numbers must count up from 1, because a line of an address may also begin with a number.
    if (number && label && Number(number) > boxes.length - 1 && (boxes.length > 0 || number === "1")) {
      boxes.push({ label, lines: [] });
      continue;
    }
    boxes.at(-1)?.lines.push(pieceOf(line));
  }
  return boxes;
}
