import {
  emptyCell,
  type PrintedCell,
  type PrintedNote,
  type PrintedRow,
  TABLE_I_COLUMNS,
  TABLE_II_COLUMNS,
  type TableIColumn,
  type TableIIColumn,
} from "@/paper/printed-form";
import type { SourceLine } from "@/paper/text/source-lines";
import { isOfForm } from "./form-words";
import { withMarksOfPrices } from "./loose-marks";
import { HYPHEN_LOST, MARK_BELOW } from "./mark-doubts";
import { withDoubtedWords, withNatures, withoutStrayNatures } from "./natures-of-rows";
import { canBeRowsOfTableII, orderFreeDerivatives } from "./order-free-derivatives";
import { orderFreeRows } from "./order-free-rows";
import { onlyParting, type ParsedRow } from "./parse-rows";
import { canBeRowsOfTableI, rowsOfParts, type TablePart, tableParts } from "./read-scattered-table";
import { type AnyColumn, FORM_3_TABLE_I_ROWS, FORM_3_TABLE_II_ROWS, TABLE_I_ROWS, TABLE_II_ROWS } from "./row-patterns";
import { isSecurityTitle } from "./security-title";
import { type TableToken, tokensOf } from "./table-tokens";
import { TABLE_WORDS } from "./table-words";
import { type TextBlock, textBlocks } from "./text-blocks";
import { withMarksShown } from "./with-marks-shown";

type FormNumber = "3" | "4" | "5";

export type OrderedTable<Column extends string> = { rows: PrintedRow<Column>[] | null; unplaced: PrintedCell[] };

const FORM_CHECK =
  /^_{2,}|^_X_|__X__|^Table I+ - |^(Reporting Owners?|Reporting Owner Name ?\/ ?Address|Relationships?|Signatures?)$/;

/** Words that stand alone on a line of a heading and never on one of a title or a nature. */
const WORD_OF_HEADINGS = /^(Code|V|Title|Price|Amount|Date|Form:|any)$|[().\d]/;

/** A number alone is a value, though headings have some of the small ones: `(Instr. 3 and 4)`. */
const NUMBER = /^\d+$/;

/** The blocks of a table without what the form itself prints. */
export const tableBlocks = (lines: SourceLine[]): TextBlock[] =>
  textBlocks(lines)
    .map(withoutHeadings)
    .filter((block) => block.length > 0);

/** A single word of a heading that stands below other words is one of theirs: `Warrant`, `to`, `Purchase`. */
function withoutHeadings(block: TextBlock): TextBlock {
  const kept: TextBlock = [];
  let isBelowWords = false;
  for (const line of block) {
    const text = line.text.trim();
    const isWord = !/\s/.test(text) && !WORD_OF_HEADINGS.test(text);
    const isHeading: boolean =
      FORM_CHECK.test(text) || (!NUMBER.test(text) && isOfForm(text, TABLE_WORDS) && !(isWord && isBelowWords));
    if (!isHeading) kept.push(line);
    isBelowWords = !isHeading && (isBelowWords || /\p{L}{2}/u.test(text));
  }
  return kept;
}

export function readOrderedTableI(
  lines: SourceLine[],
  form: FormNumber,
  notes: PrintedNote[],
): OrderedTable<TableIColumn> {
  const tokens = tokensOfTable(lines, notes);
  const patterns = form === "3" ? FORM_3_TABLE_I_ROWS : TABLE_I_ROWS;
  const rowOf = (row: ParsedRow) => printedRow<TableIColumn>(row, TABLE_I_COLUMNS);
  const readScattered = (scattered: TableToken[]) => orderFreeRows(scattered, isSecurityTitle);
  if (tokens.length > MOST_TOKENS) return { rows: null, unplaced: [] };
  const whole = onlyParting(tokens, patterns)?.map((row) => ({ row }));
  const parts = whole ?? tableParts(tokens, patterns, isSecurityTitle, canBeRowsOfTableI);
  const rows = (parts && rowsOfParts(parts, rowOf, readScattered)) ?? readScattered(tokens);
  if (!isRead(rows, tokens)) return { rows: null, unplaced: tokens.map(({ cell }) => withMarksShown(cell)) };
  const natures = tokens.filter(
    ({ kind, cell }) =>
      kind === "words" &&
      !rows.some(({ cells }) => cells.securityTitle?.places[0] === cell.places[0]) &&
      !isSecurityTitle(cell.text),
  );
  const marks = looseMarks(tokens, rows);
  const complete = withMarksOfPrices(withNatures(rows, natures, marks), marks, notes);
  const doubted = withDoubtedWords(withoutStrayNatures(complete), looseMarks(tokens, complete));
  return { rows: doubted, unplaced: leftOut(tokens, doubted) };
}

export function readOrderedTableII(
  lines: SourceLine[],
  form: FormNumber,
  notes: PrintedNote[],
): OrderedTable<TableIIColumn | "amountOfEither"> {
  const tokens = tokensOfTable(lines, notes);
  const patterns = form === "3" ? FORM_3_TABLE_II_ROWS : TABLE_II_ROWS;
  const rowOf = (row: ParsedRow) => printedRow<TableIIColumn | "amountOfEither">(row, TABLE_II_COLUMNS);
  const readScattered = (scattered: TableToken[]) => orderFreeDerivatives(scattered, form);
  if (tokens.length > MOST_TOKENS) return { rows: null, unplaced: [] };
  const whole = onlyParting(tokens, patterns)?.map((row) => ({ row }));
  const parts = whole ?? tableParts(tokens, patterns, isSecurityTitle, canBeRowsOfTableII(form));
  const rows = (parts && rowsOfParts(parts, rowOf, readScattered)) ?? readScattered(tokens);
  if (!isRead(rows, tokens)) return { rows: null, unplaced: tokens.map(({ cell }) => withMarksShown(cell)) };
  const complete = withoutBrokenNatures(rows, parts ?? []);
  const doubted = withDoubtedWords(withoutStrayNatures(complete), looseMarks(tokens, complete));
  return { rows: doubted, unplaced: leftOut(tokens, doubted) };
}

/** A table that has texts, and none of a row, lost its rows: it is not empty. */
const isRead = <Row>(rows: Row[] | null, tokens: TableToken[]): rows is Row[] =>
  rows !== null && (rows.length > 0 || tokens.length === 0);

/** Texts that no row has, not even beside its columns. */
function leftOut(tokens: TableToken[], rows: PrintedRow<string>[]): PrintedCell[] {
  const used = new Set(
    rows.flatMap(({ cells, unplaced }) => [...Object.values(cells), ...unplaced].flatMap((cell) => cell?.places ?? [])),
  );
  return tokens
    .filter(({ cell }) => !cell.places.some((place) => used.has(place)))
    .map(({ cell }) => withMarksShown(cell));
}

/** Marks that stand in no cell. */
function looseMarks(tokens: TableToken[], rows: PrintedRow<string>[]): TableToken[] {
  const used = new Set(rows.flatMap(({ cells }) => Object.values(cells).flatMap((cell) => cell?.places ?? [])));
  return tokens.filter(({ kind, cell }) => kind === "marks" && !cell.places.some((place) => used.has(place)));
}

/** Natures that came out apart from their rows: rows without one are then unread, and so is one just before such a text. */
function withoutBrokenNatures<Column extends string>(
  rows: PrintedRow<Column | "nature">[],
  parts: TablePart[],
): PrintedRow<Column | "nature">[] {
  const isLoose = (part: TablePart | undefined) =>
    part !== undefined &&
    "scattered" in part &&
    part.scattered[0]?.kind === "words" &&
    !isSecurityTitle(part.scattered[0].cell.text);
  if (!parts.some(isLoose)) return rows;
  const broken = new Set(
    parts.flatMap((part, at) =>
      "row" in part && isLoose(parts[at + 1]) ? part.row.slots.map(({ token }) => token.cell.places[0]) : [],
    ),
  );
  return rows.map((row) => {
    const { nature, ...cells } = row.cells as Partial<Record<string, PrintedCell>>;
    const isWhole = nature === undefined || (nature.text !== "" && !broken.has(nature.places[0]));
    return isWhole ? row : { ...row, cells: cells as typeof row.cells };
  });
}

/** More texts than any form's table has: 30 rows of Table II have fewer than 600. */
const MOST_TOKENS = 2000;

const tokensOfTable = (lines: SourceLine[], notes: PrintedNote[]): TableToken[] =>
  tableBlocks(lines).flatMap((block, at) => tokensOf(block, at, (mark) => notes.some((note) => note.mark === mark)));

/** The row's cells; a column without a text is empty, for every text of the row was given one. */
function printedRow<Column extends AnyColumn & string>(
  { slots, untold = [] }: ParsedRow,
  columns: readonly Exclude<Column, "amountOfEither">[],
): PrintedRow<Column> {
  const cells: Partial<Record<AnyColumn, PrintedCell>> = {};
  const unplaced: PrintedCell[] = [];
  slots.forEach(({ column, token }, at) => {
    const { amount } = cells;
    const isBelowAmount = column === "stray" && token.kind === "marks" && slots[at - 1]?.column === "acquiredDisposed";
    if (isBelowAmount && amount)
      cells.amount = { ...amount, marks: [...amount.marks, ...token.cell.marks], doubt: MARK_BELOW };
    else if (column === "stray" || column === "eitherDate") unplaced.push(withMarksShown(token.cell));
    else cells[column] = printedCell(token.cell);
  });
  const isEitherDate = slots.some(({ column }) => column === "eitherDate");
  for (const column of columns) {
    const isUntold =
      untold.includes(column) ||
      (isEitherDate && (column === "exerciseDate" || column === "expirationDate")) ||
      (cells.amountOfEither !== undefined && (column === "amountAcquired" || column === "amountDisposed"));
    if (!isUntold) cells[column] ??= emptyCell();
  }
  return { cells: cells as PrintedRow<Column>["cells"], unplaced };
}

/** A `$` before nothing but marks is no price; and text of this kind loses the hyphens at the ends of wrapped lines. */
function printedCell(cell: PrintedCell): PrintedCell {
  if (cell.text === "$") return { ...cell, text: "" };
  return RUN_TOGETHER.test(cell.text) ? { ...cell, doubt: HYPHEN_LOST } : cell;
}

const RUN_TOGETHER = /(\p{Ll}{2}|\d)\p{Lu}\p{Ll}/u;
