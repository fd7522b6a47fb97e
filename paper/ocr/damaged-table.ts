import { type AnyColumn, TRADE_COLUMNS } from "@/paper/form/form-columns";
import { UNSEEN } from "@/paper/words/ocr/seen-page";
import type { SourceLine } from "@/paper/words/source-lines";
import { cellsOfLine } from "./cells-of-line";
import { headingColumns } from "./heading-columns";
import { isThere, type OcrCell, ocrCell, plain } from "./ocr-cell";
import { type Heads, placeOcrRow } from "./place-row";
import { type TableColumn, tableColumns } from "./table-columns";

/** A row of a damaged table: its cells, and which of its columns were found to be empty. */
export type DamagedRow = {
  cells: Partial<Record<AnyColumn, OcrCell>>;
  empty: ReadonlySet<AnyColumn>;
  unplaced: OcrCell[];
};

export type Cells = (OcrCell | null)[];

/** The rows of a table with these lines, headings first. */
export function damagedTable(
  lines: SourceLine[],
  form: "3" | "4" | "5",
  table: "I" | "II",
  isMark: (mark: string) => boolean,
): DamagedRow[] {
  const columns = tableColumns(form, table);
  const rows = lines.map((line) => cellsOf(line, isMark)).filter((cells) => cells.some((cell) => cell !== null));
  const firstRow = rows.findIndex(isRow);
  const headingRows = firstRow === -1 ? rows : rows.slice(0, firstRow);
  const heads = headsOf(headingRows, columns);
  const data = firstRow === -1 ? [] : rows.slice(firstRow);
  return joinedRows(data).map((cells) => damagedRow(cells, heads, columns, isMark));
}

function cellsOf({ text, page, line }: SourceLine, isMark: (mark: string) => boolean): Cells {
  const spans = cellsOfLine(text, page, line) ?? [{ line: text, page, number: line, from: 0, to: text.length }];
  return spans.map((span) => {
    const cell = ocrCell(span, isMark);
    return isThere(cell) ? cell : null;
  });
}

/** `15,805 By Living Trust`, `Common Stock 500,000`, `0 D`, `(1) 09/22/2020`. */
const MERGED_VALUE =
  /^\d{1,3}(,\d{3})+(\.\d+)?\s|\s\d{1,3}(,\d{3})+(\.\d+)?$|^[\d,.]+ [ADI]$|(^|\s)\d{2}\/\d{2}\/\d{4}/;

/** A line of headings contains no value, alone in its cell or next to another. */
const isRow = (cells: Cells) =>
  cells.some(
    (cell) =>
      cell !== null &&
      (cell.kind === "date" ||
        cell.kind === "number" ||
        cell.kind === "money" ||
        (cell.kind === "letter" && /^[ADI]$/.test(cell.text)) ||
        MERGED_VALUE.test(cell.text)),
  );

/** In drawn cells, each value is in its own column or, if it is of another kind, in none. */
export function drawnRow(cells: Cells, known: Heads, columns: TableColumn[]): DamagedRow {
  const placed: DamagedRow["cells"] = {};
  const unplaced: OcrCell[] = [];
  for (const [at, cell] of cells.entries()) {
    if (cell === null) continue;
    const name = known[at] ?? null;
    const column = columns.find((column) => column.name === name);
    if (column && name !== null && cell.text !== UNSEEN && column.fits(cell)) placed[name] = cell;
    else unplaced.push(cell);
  }
  if (placed.amountAcquired && placed.amountDisposed) {
    unplaced.push(placed.amountAcquired, placed.amountDisposed);
    delete placed.amountAcquired;
    delete placed.amountDisposed;
  }
  const isEmptyAt = (name: AnyColumn) => (cells[known.indexOf(name)] ?? null) === null && known.includes(name);
  const empty = emptyColumns({ cells: placed, unplaced: [], byHeads: true }, cells, known, columns);
  const isTrade = unplaced.some((cell) => TRADE_COLUMNS.includes(known[cells.indexOf(cell)] ?? "nature"));
  const hasTrade = TRADE_COLUMNS.some((name) => placed[name]);
  const isSurelyEmpty = (name: AnyColumn) => {
    if (!known.includes(name)) return true;
    // A trade of which nothing was read is not a holding.
    const isOpen = isTrade && (REQUIRED_OF_TRADES.includes(name) || (!hasTrade && TRADE_COLUMNS.includes(name)));
    return isEmptyAt(name) && !isOpen;
  };
  return { cells: placed, unplaced, empty: new Set([...empty].filter(isSurelyEmpty)) };
}

const REQUIRED_OF_TRADES: AnyColumn[] = [
  "transactionDate",
  "code",
  "amount",
  "acquiredDisposed",
  "price",
  "amountAcquired",
  "amountDisposed",
];

/** A heading in drawn cells: words in the columns of dates and codes. */
export const isHeading = (cells: Cells) =>
  !isRow(cells) &&
  cells.filter(
    (cell) => cell !== null && /Instr|Title|Secur|Date|Code|Owner|Nature|Amount|Deriv|Price/i.test(cell.text),
  ).length >= 3;

/** The headings of a table by column, with their broken lines joined. */
function headsOf(rows: Cells[], columns: TableColumn[]): Heads {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const headings = Array.from({ length: width }, (_, at) =>
    rows
      .map((cells) => (cells[at] ? plain(cells[at].span.line.slice(cells[at].span.from, cells[at].span.to)) : ""))
      .join(" ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  while (headings.at(-1) === "") headings.pop();
  const heads: Heads = headingColumns(headings, columns);
  // Only if both columns are found can we tell which of them contains an amount.
  return heads.includes("amountDisposed")
    ? heads
    : heads.map((name) => (name === "amountAcquired" ? "amountOfEither" : name));
}

/** A line of only words continues the text above it. */
function joinedRows(rows: Cells[]): Cells[] {
  const joined: Cells[] = [];
  for (const cells of rows) {
    const above = joined.at(-1);
    const there = cells.flatMap((cell, at) => (cell ? [{ cell, at }] : []));
    // Words in two columns, one of them a title that other rows have: a row that lost its numbers.
    const isOwnRow =
      there.length > 1 &&
      there.some(({ cell, at }) => rows.some((other) => other !== cells && other[at]?.text === cell.text));
    const isBelowText = ({ at }: { at: number }) => above?.[at]?.kind === "text";
    const isOfWords = ({ cell }: { cell: OcrCell }) => cell.kind === "text" || cell.kind === "marks";
    const [first] = there;
    // The last letter of a broken word.
    const isLetterAlone = there.length === 1 && first?.cell.kind === "letter";
    const goesOn =
      above && there.every(isBelowText) && (isLetterAlone || (!isRow(cells) && !isOwnRow && there.every(isOfWords)));
    if (!goesOn) {
      joined.push([...cells]);
      continue;
    }
    for (const { cell, at } of there) {
      const start = above[at];
      if (start)
        above[at] = {
          ...start,
          text: `${start.text} ${cell.text}`.trim(),
          marks: [...start.marks, ...cell.marks],
          places: [...start.places, ...cell.places],
          isJoined: true,
        };
    }
  }
  return joined;
}

function damagedRow(cells: Cells, heads: Heads, columns: TableColumn[], isMark: (mark: string) => boolean): DamagedRow {
  const { cells: placed, unplaced, byHeads } = placeOcrRow(cells, heads, columns, isMark);
  for (const name of ["price", "exercisePrice"] as const) {
    const cell = placed[name];
    if (!cell || !mayBeMark(name, cell) || !isMark(cell.text)) continue;
    unplaced.push(cell);
    delete placed[name];
  }
  return { cells: placed, unplaced, empty: emptyColumns({ cells: placed, unplaced, byHeads }, cells, heads, columns) };
}

/** Prices are printed after a dollar sign. One or two digits alone may be a footnote mark that lost its brackets. */
export const mayBeMark = (column: string, { text }: Pick<OcrCell, "text">) =>
  /^(?:price|exercisePrice)$/.test(column) && /^\d{1,2}$/.test(text);

const TOLD_OF_TRADES: AnyColumn[] = ["transactionDate", "deemedExecutionDate", "code", "v"];

/** A date, alone or within a text, or a code, even if it was read as a digit. */
const mayTellTrade = ({ kind, text, marks }: OcrCell) =>
  kind === "date" || /\d\/\w/.test(text) || (text.length <= 2 && (text !== "" || marks.length === 0));

/**
 * The columns that are empty in a row. If every row or every trade has a value in a column, an empty cell there was lost; a
 * holding has nothing in the columns of a trade.
 */
function emptyColumns(
  { cells, unplaced, byHeads }: ReturnType<typeof placeOcrRow>,
  all: Cells,
  heads: Heads,
  columns: TableColumn[],
): Set<AnyColumn> {
  const empty = new Set<AnyColumn>();
  const isTrade = [...TRADE_COLUMNS, "amountOfEither" as const].some((name) => cells[name]);
  const at = (cell: OcrCell | undefined) => (cell ? all.indexOf(cell) : -1);
  // A Form 3 has no columns of trades.
  if (!columns.some(({ name }) => name === "code"))
    for (const name of [...TRADE_COLUMNS, "price" as const]) empty.add(name);
  if (unplaced.length > 0) {
    const showsTrades = heads.includes("transactionDate") && heads.includes("code");
    // A trade has a date and a code. If there is neither, nor any text that could be one, the row is a holding.
    if (!isTrade && showsTrades && !unplaced.some(mayTellTrade)) for (const name of TOLD_OF_TRADES) empty.add(name);
    return empty;
  }
  for (const { name, required } of columns) {
    if (cells[name]) continue;
    const isOfTrade = TRADE_COLUMNS.includes(name) || name === "price";
    if (!isTrade && isOfTrade) empty.add(name);
    else if (required === "always" || required === "trade") continue;
    else if (name === "amountAcquired" && cells.amountDisposed) empty.add(name);
    else if (name === "amountDisposed" && cells.amountAcquired) empty.add(name);
    else if (name === "amountAcquired" || name === "amountDisposed") continue;
    else if (name === "nature" && cells.directOrIndirect?.text !== "D") continue;
    else if (byHeads && heads.includes(name)) empty.add(name);
    // Without headings, an empty cell between two assigned cells shows the column.
    else if (
      name === "deemedExecutionDate" &&
      at(cells.code) - at(cells.transactionDate) === 2 &&
      at(cells.transactionDate) >= 0
    )
      empty.add(name);
    else if (name === "nature" && !byHeads) empty.add(name);
  }
  return empty;
}
