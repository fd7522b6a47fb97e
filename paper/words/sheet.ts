import type { Place, SourceText } from "@/paper/form/printed-form";
import type { PageDrawing, Shape } from "@/paper/words/pdf/page-drawing";
import type { DrawnWord } from "@/paper/words/pdf/words";
import { drawnWords } from "@/paper/words/pdf/words";
import type { Rectangle } from "./box";
import { layoutText } from "./layout-text";

/**
 * A word on the sheet, and its place in the text. `goesOn`: the rest of a word that the end of the line above broke. `isFaint`: its
 * letters were hard to see.
 */
export type SheetWord = DrawnWord & { place: Place; goesOn?: true; isFaint?: true };

/**
 * The pages below each other as one long sheet, so that what a page break cuts continues: heights count from the top of the first
 * page. What a browser prints at the edges of its pages is left out.
 */
export type Sheet = {
  words: SheetWord[];
  /** Horizontal lines and vertical lines. */
  levels: Rectangle[];
  uprights: Rectangle[];
  shapes: Shape[];
  /** For a table whose headings are not in cells: the columns, as boxes above its first row. */
  grids: Rectangle[][];
  bottom: number;
  width: number;
  text: SourceText;
  /** The text at the edges of the pages: date and title, address and page number. */
  edges: string[];
  /** True if the boxes at the top left are drawings, whose state a text does not show; otherwise a checked box contains an X. */
  hasDrawnBoxes: boolean;
  kind: SheetKind;
};

/**
 * `drawn`: we know all lines that the page draws, and what its edges cut off. `layout`: text, of which we have only words and their
 * places. `typed`: a form from before 2003, drawn in characters. `scanned`: words that were recognised, and the rulings around them.
 */
export type SheetKind = "drawn" | "layout" | "typed" | "scanned";

export const emptySheet = (kind: SheetKind): Sheet => ({
  kind,
  words: [],
  levels: [],
  uprights: [],
  shapes: [],
  grids: [],
  bottom: 0,
  width: 0,
  text: [],
  edges: [],
  hasDrawnBoxes: true,
});

export function sheetOf(drawings: PageDrawing[]): Sheet {
  const sheet: Sheet = { ...emptySheet("drawn"), width: Math.max(...drawings.map(({ width }) => width)) };
  for (const drawing of drawings) {
    const top = sheet.bottom;
    const uprights = drawing.rulings.filter(isUpright);
    const words = drawnWords(drawing.glyphs, uprights);
    const { lines, places } = layoutText(words, drawing.width);
    const edges = edgeLines(lines, drawing.number);
    sheet.edges.push(...edges.map((line) => lines[line - 1] ?? ""));
    for (const word of words) {
      const place = places.get(word);
      if (!place || edges.includes(place.line)) continue;
      sheet.words.push({
        ...lowered(word, top),
        baseline: word.baseline + top,
        place: { page: drawing.number, ...place },
      });
    }
    sheet.levels.push(...drawing.rulings.filter((ruling) => !isUpright(ruling)).map((ruling) => lowered(ruling, top)));
    sheet.uprights.push(...uprights.map((ruling) => lowered(ruling, top)));
    sheet.shapes.push(...drawing.shapes.map((shape) => lowered(shape, top)));
    sheet.text.push(lines);
    sheet.bottom += drawing.height;
  }
  return sheet;
}

const isUpright = ({ left, right, top, bottom }: Rectangle) => bottom - top > right - left;

const lowered = <Item extends Rectangle>(item: Item, by: number): Item => ({
  ...item,
  top: item.top + by,
  bottom: item.bottom + by,
});

const BROWSER_HEADER = /^\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? +\d{1,2}:\d{2}(?: ?[AP]M)?(?:\s{2,}.*)?$/i;
const BROWSER_FOOTER = /^\s*(?:https?|file):\/\/\S+(?:\s+\d+\s*(?:\/|of)\s*\d+)?\s*$/i;
const PAGE_NUMBER = /^\s*(?:page\s+)?(\d{1,3})\s*(?:\/|of)\s*\d{1,3}\s*$/i;

/** The lines (from 1) that a browser prints above and below a page. */
function edgeLines(lines: string[], page: number): number[] {
  const edges: number[] = [];
  if (BROWSER_HEADER.test(lines[0] ?? "")) edges.push(1);
  const last = lines.at(-1) ?? "";
  if (BROWSER_FOOTER.test(last) || Number(PAGE_NUMBER.exec(last)?.[1]) === page) edges.push(lines.length);
  return edges;
}

/** Lines may end slightly before the one that they meet. */
const REACH = 0.6;

/** The box that lines draw around a point. If there is no line, the edge of the sheet. */
export function cellAround({ levels, uprights, bottom, width }: Sheet, x: number, y: number): Rectangle {
  const box = { left: 0, right: width, top: 0, bottom };
  for (const line of uprights) {
    if (line.top - REACH > y || line.bottom + REACH < y) continue;
    if (line.right <= x) box.left = Math.max(box.left, line.right);
    else if (line.left >= x) box.right = Math.min(box.right, line.left);
  }
  for (const line of levels) {
    if (line.left - REACH > x || line.right + REACH < x) continue;
    if (line.bottom <= y) box.top = Math.max(box.top, line.bottom);
    else if (line.top >= y) box.bottom = Math.min(box.bottom, line.top);
  }
  return box;
}
