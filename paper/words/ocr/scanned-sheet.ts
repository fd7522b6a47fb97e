import type { Rectangle } from "@/paper/words/box";
import { layoutText } from "@/paper/words/layout-text";
import type { DrawnWord } from "@/paper/words/pdf/words";
import { emptySheet, type Sheet } from "@/paper/words/sheet";
import { withPrintedLabel } from "./printed-labels";
import { OWNERS, type SeenPage } from "./seen-page";

const POINTS = 72;
/** Where the left edge of the form's tables is put on every page. */
const LEFT = 30;
const HAIR = 0.4;
/** Pages whose tables differ more in width were scanned at different sizes. */
const MOST_STRETCHED = 0.05;
/** Signs that specks and rulings leave before and after a line. */
const STRAY = /^(?:[.,:;~|‘'“"*-]+|_)$/;

type Line = SeenPage["lines"][number];

/**
 * The pages of a scan as one sheet: the recognised words, and the rulings around the cells in which they were recognised. Labels
 * with a few wrong letters are replaced by those that the form prints.
 */
export function scannedSheet(pages: SeenPage[]): Sheet {
  const sheet = emptySheet("scanned");
  const edges = pages.map(edgesOf);
  const first = edges.find((edge) => edge !== null);
  const width = first ? first.right - first.left : 0;
  for (const [index, page] of pages.entries()) {
    const own = edges[index] ?? null;
    const stretch = own ? width / (own.right - own.left) : 1;
    const isAlike = Math.abs(stretch - 1) < MOST_STRETCHED;
    const scale = (POINTS / page.dpi) * (isAlike ? stretch : 1);
    const move = (box: Rectangle): Rectangle => ({
      left: LEFT + (box.left - (own?.left ?? 0)) * scale,
      right: LEFT + (box.right - (own?.left ?? 0)) * scale,
      top: sheet.bottom + (box.top * POINTS) / page.dpi,
      bottom: sheet.bottom + (box.bottom * POINTS) / page.dpi,
    });
    sheet.width = Math.max(sheet.width, move({ left: 0, right: page.width, top: 0, bottom: 0 }).right);
    addWords(sheet, page, index + 1, { ...edgesWithin(pages, index), halves: halfRows(pages, index) }, move);
    addRulings(sheet, page, move);
    sheet.bottom += (page.height * POINTS) / page.dpi;
  }
  return sheet;
}

/** The left and right edge of the widest row of cells. */
function edgesOf({ rows }: SeenPage): { left: number; right: number } | null {
  const widths = rows.map(({ cells }) => ({ left: cells[0]?.left ?? 0, right: cells.at(-1)?.right ?? 0 }));
  return widths.sort((a, b) => b.right - b.left - (a.right - a.left))[0] ?? null;
}

/** On a page on which a table continues from the page before or on the next: the heights at which it begins and ends. */
function edgesWithin(pages: SeenPage[], at: number): { from: number; to: number } {
  const [first, last] = [pages[at]?.rows[0], pages[at]?.rows.at(-1)];
  const goesOn = (kind: string | undefined, other: string | undefined) => kind === other && kind !== "boxes";
  const isFrom = first && goesOn(first.kind, pages[at - 1]?.rows.at(-1)?.kind);
  const isTo = last && goesOn(last.kind, pages[at + 1]?.rows[0]?.kind);
  return { from: isFrom ? first.top : 0, to: isTo ? last.bottom : Infinity };
}

type Row = SeenPage["rows"][number];

/** Rows that the edge of a page cuts, and whose other half was not found on the page before or on the next. */
function halfRows(pages: SeenPage[], at: number): Row[] {
  const [before, after] = [pages[at - 1]?.rows.at(-1), pages[at + 1]?.rows[0]];
  return (pages[at]?.rows ?? []).filter(
    ({ open }) => (open === "above" && before?.open !== "below") || (open === "below" && after?.open !== "above"),
  );
}

function addWords(
  sheet: Sheet,
  { lines }: SeenPage,
  page: number,
  { from, to, halves }: ReturnType<typeof edgesWithin> & { halves: Row[] },
  move: (box: Rectangle) => Rectangle,
) {
  // What a browser prints at the edge of a page is not part of a table that continues over it.
  const outside = new Set<DrawnWord>();
  const heights = lines.map((line) => move(line)).map(({ top, bottom }) => bottom - top);
  const size = heights.sort((a, b) => a - b)[heights.length >> 1] ?? 10;
  const faint = new Set<DrawnWord>();
  const words = lines.flatMap((line) => {
    const isIn = ({ top, bottom }: Row) => line.top >= top && line.bottom <= bottom;
    const own = wordsOf(line, size, move).map((word) => ({ ...word, isCut: halves.some(isIn) }));
    for (const word of own) if (line.isFaint || isOdd(word, own)) faint.add(word);
    if (line.bottom <= from || line.top >= to) for (const word of own) outside.add(word);
    return own;
  });
  const { lines: text, places } = layoutText(words, sheet.width);
  for (const word of words) {
    const place = places.get(word);
    if (place && !outside.has(word))
      sheet.words.push({ ...word, place: { page, ...place }, ...(faint.has(word) ? { isFaint: true } : {}) });
  }
  sheet.text.push(text);
}

/** Signs within words that a form seldom prints, and that specks and rulings are often read as. */
const ODD_LETTERS = /[|~_{}<>=\\^]|^C\/0|[a-z][’‘]$|(?<!^Non)[a-z]-[A-Z]|[a-z]{2}[A-Z]|[A-Za-z]\d[A-Za-z]/;

const isOdd = (word: DrawnWord, line: DrawnWord[]) =>
  ODD_LETTERS.test(word.text) || (word === line.at(-1) && line.length > 1 && /^[a-z]$/.test(word.text));

function wordsOf(line: Line, size: number, move: (box: Rectangle) => Rectangle): DrawnWord[] {
  const { top, bottom } = move(line);
  return seenWords(line.words).map(({ text, left, right }) => ({
    text,
    ...move({ left, right, top: line.top, bottom: line.bottom }),
    top,
    bottom,
    baseline: bottom - 0.15 * size,
    size,
    isCut: false,
  }));
}

type Seen = { text: string; left: number; right: number };

/** The words of a line without strays, and with the form's own label at its beginning as the form prints it. */
export function seenWords(line: Seen[]): Seen[] {
  const apart = line.flatMap(partedAtBox);
  const all = apart.length > 1 ? apart.filter(({ text }) => text !== "|") : apart;
  const from = all.findIndex(({ text }) => !STRAY.test(text));
  const seen = from < 0 ? [] : all.slice(from, all.findLastIndex(({ text }) => !STRAY.test(text)) + 1);
  const printed = withPrintedLabel(seen.map(({ text }) => text));
  const [start, end] = [seen[0], seen[(printed?.rest ?? 0) - 1]];
  return printed && start && end
    ? [...spread(printed.label, start.left, end.right), ...seen.slice(printed.rest)]
    : seen;
}

/** `_X_10%` as the box and the label after it. */
function partedAtBox(word: Seen): Seen[] {
  const [, box, label] = /^(_+[Xx]?_*|_*[Xx]_+)([A-Z\d][a-z\d%].*)$/.exec(word.text) ?? [];
  return box && label ? spread([box, label], word.left, word.right) : [word];
}

/** Words side by side between two ends. */
function spread(texts: string[], left: number, right: number): Seen[] {
  const letter = (right - left) / texts.join(" ").length;
  let at = left;
  return texts.map((text) => {
    const word = { text, left: at, right: at + text.length * letter };
    at = word.right + letter;
    return word;
  });
}

/** Rulings around the cells of each row, and those that cross a cell of the boxes at the top. */
function addRulings(sheet: Sheet, { rows, levels }: SeenPage, move: (box: Rectangle) => Rectangle) {
  for (const { cells, top, bottom, open, kind } of rows) {
    const [first, last] = [cells[0], cells.at(-1)];
    if (!first || !last) continue;
    const level = (at: number, left: number, right: number) => {
      const line = move({ left, right, top: at, bottom: at });
      sheet.levels.push({ ...line, bottom: line.top + HAIR });
    };
    if (open !== "above") level(top, first.left, last.right);
    if (open !== "below") level(bottom, first.left, last.right);
    for (const [at, cell] of cells.entries()) {
      const before = cells[at - 1]?.right ?? cell.left;
      sheet.uprights.push(move({ left: before, right: cell.left, top, bottom }));
      const across = levels.filter(
        (line) =>
          kind === "boxes" &&
          line.at > top + 5 &&
          line.at < bottom - 5 &&
          Math.min(line.to, cell.right) - Math.max(line.from, cell.left) > 0.9 * (cell.right - cell.left),
      );
      for (const { at } of across) level(at, cell.left, cell.right);
    }
    sheet.uprights.push(move({ left: last.right, right: last.right, top, bottom }));
    if (kind === "boxes") continue;
    // Owners come after both tables, whose headings may have as many cells as a row of owners.
    if (kind !== "owners") sheet.grids = sheet.grids.filter(({ length }) => length !== OWNERS);
    const known = sheet.grids.some(({ length }) => length === cells.length);
    if (!known) sheet.grids.push(cells.map((cell) => ({ ...move({ ...cell, top, bottom: top }) })));
  }
}
