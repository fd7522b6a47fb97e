import type { SeenPage } from "@/paper/words/ocr/seen-page";

const DPI = 200;
const PAGE = { width: 1700, height: 2200 };
const LEFT = 100;
const RIGHT = 1600;
const LETTER = 9;
const LINE = 24;

/** A row of drawn cells, each with its lines, or a line of text outside them. `faint`: texts whose letters were hard to see. */
export type SeenText =
  | { kind: SeenPage["rows"][number]["kind"]; cells: string[]; ends?: number[]; open?: "above" | "below" }
  | { text: string };

/** A page as OCR returns it: words at their places and rows of cells, from the top. Wide gaps in a text stay wide. */
export function seenPageOf(content: SeenText[], faint: string[] = []): SeenPage {
  const page: SeenPage = { dpi: DPI, ...PAGE, levels: [], lines: [], rows: [] };
  let top = 60;
  for (const item of content) {
    if ("text" in item) {
      addLine(item.text, LEFT, top);
      top += 2 * LINE;
      continue;
    }
    const { kind, cells, open } = item;
    const bottom = top + (Math.max(...cells.map((cell) => cell.split("\n").length)) + 1) * LINE;
    const ends = item.ends ?? cells.map((_, at) => LEFT + ((RIGHT - LEFT) * (at + 1)) / cells.length);
    const areas = ends.map((end, at) => ({ left: (ends[at - 1] ?? LEFT) + 2, right: end - 2, top: top + 2, bottom }));
    page.rows.push({ kind, top, bottom, cells: areas, ...(open ? { open } : {}) });
    cells.forEach((cell, at) => {
      cell.split("\n").forEach((line, index) => {
        addLine(line, (areas[at]?.left ?? 0) + 8, top + 12 + index * LINE);
      });
    });
    top = bottom;
  }
  return page;

  function addLine(text: string, left: number, top: number) {
    const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      text: word,
      left: left + index * LETTER,
      right: left + (index + word.length) * LETTER,
    }));
    const [right = left] = words.map((word) => word.right).slice(-1);
    const isFaint = faint.some((part) => text.includes(part));
    if (words.length > 0)
      page.lines.push({ words, left, right, top, bottom: top + LINE - 6, confidence: isFaint ? 40 : 95, isFaint });
  }
}
