import { type Area, enlarged } from "./grey-image";
import { type Recognizer, type SeenLine, textOfLine } from "./recognizer";
import { type CutCell, cutCell, inside, type ScannedPage } from "./scanned-page";

/** The content of a drawn cell. Null if some of the ink matches no letter. */
export type SeenCell = { lines: SeenLine[]; confidence: number } | null;

/** The resolution at which letters are recognised best. */
const BEST_DPI = 300;
const EDGE = 20;
/** Below this confidence the letters are a guess. */
const FAINT = 35;

/** Reads the cell. `letters` are all that its column can contain; `isLikely` says whether a reading is of its column's kind. */
export async function seenCell(
  page: ScannedPage,
  area: Area,
  recognizer: Recognizer,
  column?: { letters: string; isLikely: (text: string) => boolean },
): Promise<SeenCell> {
  const bare = inside(area, page.dpi);
  const cell = cutCell(page, bare);
  if (!cell) return { lines: [], confidence: 100 };
  const { ink } = cell;
  const isLetter = ink.right - ink.left < page.dpi * 0.15 && ink.bottom - ink.top < page.dpi * 0.25;
  const isLine = ink.bottom - ink.top < page.dpi * 0.25;
  const look = async (factor: number, kind: "block" | "letter" | "line", letters = "") => {
    const scale = (BEST_DPI / page.dpi) * factor;
    const { width, height } = cell.image;
    const whole = { left: 0, top: 0, right: width, bottom: height };
    const lines = await recognizer.lines(enlarged(cell.image, whole, scale, EDGE), kind, letters);
    return isCovered(lines, cell, scale) ? seen(lines.map((line) => onPage(line, bare, scale))) : null;
  };
  const first = await look(1, isLetter ? "letter" : "block");
  if (!column) return first;
  if (first && first.confidence >= FAINT && column.isLikely(textOf(first))) return first;
  if (isUprightStroke(page, ink) && column.isLikely("I") && !column.isLikely("A"))
    return { lines: [strokeLine(bare, ink)], confidence: 80 };
  const kind = isLetter ? "letter" : isLine ? "line" : "block";
  for (const factor of [1.4, 1]) {
    const again = await look(factor, kind, column.letters);
    if (again && again.confidence >= FAINT && column.isLikely(textOf(again)))
      return { ...again, confidence: Math.min(again.confidence, 50) };
  }
  return first && first.confidence >= FAINT ? { ...first, confidence: Math.min(first.confidence, 50) } : null;
}

const seen = (lines: SeenLine[]) => ({ lines, confidence: Math.min(...lines.map(({ confidence }) => confidence)) });
const textOf = (cell: { lines: SeenLine[] }) => cell.lines.map(textOfLine).join(" ");

/** A line of the enlarged cell at its place on the page. */
function onPage({ words, confidence, ...box }: SeenLine, { left, top }: Area, scale: number): SeenLine {
  const x = (at: number) => left + (at - EDGE) / scale;
  const y = (at: number) => top + (at - EDGE) / scale;
  return {
    words: words.map((word) => ({ ...word, left: x(word.left), right: x(word.right) })),
    confidence,
    left: x(box.left),
    right: x(box.right),
    top: y(box.top),
    bottom: y(box.bottom),
  };
}

function strokeLine(area: Area, ink: Area): SeenLine {
  const [left, right] = [area.left + ink.left, area.left + ink.right];
  return {
    words: [{ text: "I", left, right }],
    confidence: 80,
    left,
    right,
    top: area.top + ink.top,
    bottom: area.top + ink.bottom,
  };
}

/** Lines must extend as far as the ink does. If a mark or a line was missed, the rest is uncertain. */
function isCovered(lines: SeenLine[], { ink }: CutCell, scale: number): boolean {
  if (lines.length === 0) return false;
  const at = (value: number) => (value - EDGE) / scale;
  const slack = Math.max(4, 16 / scale);
  return (
    Math.min(...lines.map(({ left }) => at(left))) <= ink.left + slack &&
    Math.max(...lines.map(({ right }) => at(right))) >= ink.right - slack &&
    Math.min(...lines.map(({ top }) => at(top))) <= ink.top + slack &&
    Math.max(...lines.map(({ bottom }) => at(bottom))) >= ink.bottom - slack
  );
}

/** A letter that is a single vertical stroke: of D and I, it is the I. */
const isUprightStroke = ({ dpi }: ScannedPage, { left, right, top, bottom }: Area) =>
  right - left < 0.62 * (bottom - top) && bottom - top > 0.06 * dpi && bottom - top < 0.16 * dpi;
