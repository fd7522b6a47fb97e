import { COLUMN_KINDS, type ColumnKind, printedColumns } from "@/paper/form/form-columns";
import { ocrCell } from "@/paper/ocr/ocr-cell";
import { type TableColumn, tableColumns } from "@/paper/ocr/table-columns";
import type { GreyImage } from "@/paper/words/png";
import { type Area, enlarged } from "./grey-image";
import { type Recognizer, type SeenLine, textOfLine } from "./recognizer";
import type { ScannedPage } from "./scanned-page";
import { type SeenCell, seenCell } from "./seen-cells";
import type { Band } from "./table-bands";

/** A line of the page. `isFaint`: its letters were hard to see. */
type LineOfPage = SeenLine & { isFaint: boolean };

type RowKind = "boxes" | "tableI" | "tableII" | "owners";

/** A page in points of its image: its lines of text and its rows of drawn cells. */
export type SeenPage = Pick<ScannedPage, "dpi" | "levels"> & {
  width: number;
  height: number;
  lines: LineOfPage[];
  rows: (Band & { kind: RowKind })[];
};

/** The tables of the three forms by the number of cells in a row, which is different for each. */
const TABLE_OF = new Map(
  (["3", "4", "5"] as const).flatMap((form) =>
    (["I", "II"] as const).map(
      (table) => [printedColumns[table](form).length, { kind: `table${table}`, form, table }] as const,
    ),
  ),
);
/** The columns as they are drawn. Form 5 has no column V. */
export const drawnColumns = (form: "3" | "4" | "5", table: "I" | "II"): TableColumn[] =>
  tableColumns(form, table).filter(({ name }) => form !== "5" || name !== "v");

/** The number of cells in a row of owners. */
export const OWNERS = 5;
/** Rows of a table share a ruling. */
const NEXT_ROW = 10;
/** With no more lines than this, the page layout was not recognised, and the page is read again as one block. */
const FEW_LINES = 2;
/** The confidence that letters need for a text to be certain. Words need more, because more of their letters could be others. */
const SURE = 70;
const SURE_IN_WORDS = 90;
const SURE_IN_BOXES = 88;

/** Everything on a page: rows of drawn cells cell by cell, and the text around them by lines. */
export async function seenPage(page: ScannedPage, recognizer: Recognizer): Promise<SeenPage> {
  const { dpi, levels, image } = page;
  const lines = await textAround(page, recognizer);
  const rows: SeenPage["rows"] = [];
  for (const band of wholeBands(page.bands)) {
    const shape = TABLE_OF.get(band.cells.length);
    const kind = shape?.kind ?? (band.cells.length === OWNERS ? "owners" : "boxes");
    const columns = shape ? drawnColumns(shape.form, shape.table) : [];
    const own: LineOfPage[] = [];
    for (const [index, area] of band.cells.entries()) {
      const column = columns[index];
      const cell = capital(await seenCell(page, area, recognizer, kindOf(column)), column);
      own.push(...linesOf(cell, area, kind, column));
    }
    if (own.length === 0) continue;
    lines.push(...own);
    rows.push({ ...band, kind });
  }
  return { dpi, levels, width: image.width, height: image.height, lines, rows };
}

const isRead = ({ cells }: Band) =>
  cells.length === 2 || cells.length === 3 || cells.length === OWNERS || TABLE_OF.has(cells.length);

/** Bands as they are read. A table row with a missed ruling gets the cells of the row above it. */
function wholeBands(bands: Band[]): Band[] {
  const whole: Band[] = [];
  for (const band of bands) {
    const above = whole.findLast(({ cells }) => TABLE_OF.has(cells.length) && cells.length > OWNERS);
    const isRowBelow =
      above &&
      !isRead(band) &&
      band.cells.length > OWNERS &&
      hasSameWidth(above, band) &&
      Math.abs(band.top - above.bottom) < NEXT_ROW;
    if (isRead(band)) whole.push(band);
    else if (isRowBelow)
      whole.push({ ...band, cells: above.cells.map((cell) => ({ ...cell, top: band.top, bottom: band.bottom })) });
  }
  return whole;
}

function hasSameWidth(one: Band, other: Band) {
  const [left, right] = [one, other].map(({ cells }) => [cells[0]?.left ?? 0, cells.at(-1)?.right ?? 0] as const);
  return (
    left !== undefined && right !== undefined && Math.abs(left[0] - right[0]) < 10 && Math.abs(left[1] - right[1]) < 10
  );
}

/** Signs that a column can contain, and whether a text is of its kind. */
function kindOf(column: TableColumn | undefined): { letters: string; isLikely: (text: string) => boolean } | undefined {
  if (!column) return undefined;
  const isLikely = (text: string) => {
    const span = { line: text, page: 1, number: 1, from: 0, to: text.length };
    const cell = ocrCell(span, () => true);
    return (column.isSurely ?? column.fits)(cell) && !cell.misread && cell.doubt === undefined;
  };
  return { letters: lettersOf(column) ?? "", isLikely };
}

/** The form prints its codes in capitals. Many lower-case letters differ from their capitals only in size. */
function capital(cell: SeenCell, column: TableColumn | undefined): SeenCell {
  if (!cell || !column || !CAPITALS.has(COLUMN_KINDS[column.name])) return cell;
  const inCapitals = (text: string) => text.replace(/^[cosuvwxzkpj](?=$|\()/, (letter) => letter.toUpperCase());
  return {
    ...cell,
    lines: cell.lines.map((line) => ({
      ...line,
      words: line.words.map((word, at) => (at === 0 ? { ...word, text: inCapitals(word.text) } : word)),
    })),
  };
}

const CAPITALS: ReadonlySet<ColumnKind> = new Set(["code", "flag"]);
const NUMBERS = "0123456789,.$()";
const LETTERS: Partial<Record<ColumnKind, string>> = {
  date: "0123456789/()",
  code: "PSVADFIMCEHOXGLWZJKU()0123456789",
  flag: "V()0123456789",
  number: NUMBERS,
  price: NUMBERS,
  acquiredDisposed: "AD()0123456789",
  directIndirect: "DI()0123456789",
};
const lettersOf = ({ name }: TableColumn) => LETTERS[COLUMN_KINDS[name]];

/** Ink that matches no letter, as a sign that is of no column's kind. */
export const UNSEEN = "?";

/** A speck or a ruling at the end of a line. */
const STRAY = /^[^\w\s()$%]{1,2}$/;

function linesOf(cell: SeenCell, area: Area, kind: RowKind, column: TableColumn | undefined): LineOfPage[] {
  if (cell === null) return [{ ...area, words: [{ ...area, text: UNSEEN }], confidence: 0, isFaint: true }];
  const text = cell.lines.map(textOfLine).join(" ");
  const isFaint = cell.confidence < (MAYBE_RULING.test(text) ? SURE_IN_WORDS : sureness(kind, column));
  return cell.lines.map((line) => {
    const words = line.words.slice(0, line.words.findLastIndex(({ text }) => !STRAY.test(text)) + 1);
    return { ...line, words: words.length > 0 ? words : line.words.slice(0, 1), isFaint };
  });
}

/** A number that would be valid without its first 1: a ruling next to it looks like that digit. */
const MAYBE_RULING = /^\W*1(?:[1-9]\d?(?:,\d{3})+|[1-9]\d?\.\d)/;

function sureness(kind: RowKind, column: TableColumn | undefined) {
  if (kind === "owners" || kind === "boxes") return SURE_IN_BOXES;
  return column && lettersOf(column) === undefined ? SURE_IN_WORDS : SURE;
}

/** The text outside the drawn cells. */
async function textAround(page: ScannedPage, recognizer: Recognizer): Promise<LineOfPage[]> {
  const { image, dpi } = page;
  const data = Uint8Array.from(image.data);
  for (const { top, bottom, cells } of page.bands.filter(isRead)) {
    const left = Math.floor(cells[0]?.left ?? 0) - 4;
    const right = Math.ceil(cells.at(-1)?.right ?? 0) + 4;
    for (let y = Math.floor(top) - 4; y < bottom + 4; y++)
      data.fill(255, y * image.width + left, y * image.width + right);
  }
  const scale = 300 / dpi;
  const whole = { left: 0, top: 0, right: image.width, bottom: image.height };
  const picture = enlarged({ ...image, data }, whole, scale, 0);
  const seen: LineOfPage[] = [];
  const lines = await recognizer.lines(picture, "page");
  for (const line of lines.length > FEW_LINES ? lines : await recognizer.lines(picture, "block")) {
    const { left, right } = line;
    const again = textOfLine(line).length <= 4 ? await markAt(picture, line, recognizer) : null;
    const words = again === null ? line.words : [{ text: again, left, right }];
    seen.push({ ...atScale({ ...line, words }, scale), isFaint: line.confidence < SURE });
  }
  return seen;
}

const atScale = ({ words, left, right, top, bottom, confidence }: SeenLine, scale: number): SeenLine => ({
  words: words.map((word) => ({ ...word, left: word.left / scale, right: word.right / scale })),
  left: left / scale,
  right: right / scale,
  top: top / scale,
  bottom: bottom / scale,
  confidence,
});

/** Reads the mark of a footnote again, because it is small and alone next to the middle of its text. */
async function markAt(
  picture: GreyImage,
  { left, top, right, bottom }: SeenLine,
  recognizer: Recognizer,
): Promise<string | null> {
  const area = {
    left: Math.max(0, left - 12),
    top: Math.max(0, top - 8),
    right: Math.min(picture.width, right + 12),
    bottom: Math.min(picture.height, bottom + 8),
  };
  const lines = await recognizer.lines(enlarged(picture, area, 1.5, 20), "block", "()0123456789");
  const text = lines.map(textOfLine).join("");
  return /^\(\d{1,2}\)$/.test(text) ? text : null;
}
