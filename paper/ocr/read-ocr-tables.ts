import type { AnyColumn } from "@/paper/form/form-columns";
import { formNumber } from "@/paper/form/form-number";
import {
  emptyCell,
  type PrintedBox,
  type PrintedCell,
  type PrintedForm,
  type PrintedRow,
  type PrintedSource,
  type TableIColumn,
  type TableIIColumn,
  type Told,
} from "@/paper/form/printed-form";
import { startsNearly } from "@/paper/words/ocr/nearly";
import { cellOfPieces, isBlank, pieceOf, type SourceLine, sourceLines, sourceText } from "@/paper/words/source-lines";
import { cellsOfLine } from "./cells-of-line";
import { confirmedDate, confirmNumbers } from "./confirm-numbers";
import { damagedBoxes } from "./damaged-boxes";
import { damagedNotes } from "./damaged-notes";
import { damagedOwners } from "./damaged-owners";
import { damagedSignatures } from "./damaged-signatures";
import { type DamagedRow, damagedTable } from "./damaged-table";
import { isOfPrint } from "./is-of-print";
import { type OcrCell, plain } from "./ocr-cell";
import { tablesInTabs } from "./tables-in-tabs";

/**
 * Reads a form as a document OCR program gives it: tables in tabs or markdown, headings broken over cells and lines, columns lost
 * or merged, letters misread. Null if the text has no such tables. What the damage leaves in doubt is unread: see `placeRow` for
 * cells and `confirmNumbers` for letters in numbers.
 */
export function readOcrTables(text: string): PrintedSource | null {
  if (!isOfPrint(text)) return null;
  const source = sourceText(tablesInTabs(text));
  const parts = partsOf(sourceLines(source));
  if (!parts) return null;
  const form = formNumber([parts.top.map(heading).join(" ")], WITHIN_LINE);
  const used = new Set(
    [...(parts.tableI ?? []), ...(parts.tableII ?? [])].flatMap((line) =>
      [...line.text.matchAll(/[({[>](\d{1,2})[)}\]<]/g)].map(([, mark]) => mark),
    ),
  );
  const { notes, unplaced: strayNotes } = damagedNotes(parts.explanation, (mark) => used.has(mark));
  const last = Math.max(0, ...notes.map(({ mark }) => Number(mark)));
  // At most one footnote may be missing after the last one.
  const isMark = (mark: string) => Number(mark) >= 1 && Number(mark) <= last + 1;
  const boxes = damagedBoxes(parts.top);
  const signatures = damagedSignatures(parts.signatures);
  const { owners, unplaced: strayOwners } = damagedOwners(parts.owners, boxes, signatures);
  const tables = (
    [
      ["I", parts.tableI],
      ["II", parts.tableII],
    ] as const
  ).map(([table, lines]) => (lines && form ? damagedTable(lines, form, table, isMark) : null));
  const dates = [boxes.periodOfReport, ...signatures.map(({ date }) => date)].flatMap((date) =>
    date ? [date.text] : [],
  );
  const [tableI = null, tableII = null] = tables;
  const [rowsI = [], rowsII = []] = confirmNumbers([tableI ?? [], tableII ?? []], notes, dates);
  const saidDates = [...rowsI, ...rowsII].flatMap(({ cells }) =>
    cells.transactionDate ? [cells.transactionDate.text] : [],
  );
  const printed: PrintedForm = {
    form,
    exitBox: boxAt(parts.top, /Check this box if no\s*longer subject/i),
    planBox: planBoxAt(parts.top),
    form3HoldingsReported: null,
    form4TransactionsReported: null,
    issuerName: boxes.issuerName,
    tradingSymbol: boxes.tradingSymbol,
    periodOfReport: boxes.periodOfReport,
    dateOfOriginal: boxes.dateOfOriginal,
    isJoint: boxes.isJoint,
    noSecuritiesOwned: noSecuritiesOwned(parts.all),
    owners,
    tableI: tableI && rowsI.map((row) => printedRow<TableIColumn>(row)),
    tableII: tableII && rowsII.map((row) => printedRow<TableIIColumn | "amountOfEither">(row)),
    notes,
    remarks: parts.remarks.length > 0 ? cellOf(parts.remarks) : emptyCell(),
    signatures: signatures.map(({ name, date, misreadDate }) => ({
      name,
      date: date ?? confirmedDate(misreadDate, [...dates, ...saidDates]),
    })),
    unplaced: [...strayNotes, ...strayOwners],
    problems: [],
  };
  return { text: source, form: printed };
}

type Parts = {
  all: SourceLine[];
  top: SourceLine[];
  tableI: SourceLine[] | null;
  tableII: SourceLine[] | null;
  owners: SourceLine[];
  signatures: SourceLine[];
  explanation: SourceLine[];
  remarks: SourceLine[];
};

type Part = Exclude<keyof Parts, "all"> | "none";

/** Other text may have run into the line of the form's number. */
const WITHIN_LINE = /(?:^|\s)FORM\s+([345])(?=\s|$)(?! or Form)/;

const heading = (line: SourceLine) => plain(line.text).replace(/^#+\s*/, "");

const HEADINGS: [Part, RegExp][] = [
  ["owners", /^Reporting Owners$/i],
  ["signatures", /^Signatures?$/i],
  ["explanation", /^Explanation of Responses:?$/i],
  ["remarks", /^Remarks:/i],
  ["none", /^(Reminder: Report on a separate|Persons who respond|Note: File three copies|Potential persons who)/i],
  ["none", /^[TF]able\s+II\b/i],
  ["none", /^[TF]able\s+I\b/i],
];
/** The first heading of both tables. */
const isTitleColumn = (line: string) => startsNearly(line, "1. Title of") || /^[\s|]*1\s?\.[\s|]+2\s?\.\s/.test(line);
const OF_TABLE_II = /Deriv\w+\s|Exerci|Underl/i;

/** The parts of the text; null if there is no table in tabs or markdown with the form's first heading. */
function partsOf(all: SourceLine[]): Parts | null {
  const parts: Parts = {
    all,
    top: [],
    tableI: null,
    tableII: null,
    owners: [],
    signatures: [],
    explanation: [],
    remarks: [],
  };
  let current: Part = "top";
  let hasTable = false;
  let isBehindTableI = false;
  for (const [index, line] of all.entries()) {
    const found = HEADINGS.find(([, pattern]) => pattern.test(heading(line)));
    const isTableLine = cellsOfLine(line.text, line.page, line.line) !== null;
    isBehindTableI ||= /^[TF]able\s+II\b/i.test(heading(line));
    if (isTableLine && isTitleColumn(line.text) && (current === "top" || current === "none")) {
      hasTable = true;
      const next = all
        .slice(index, index + 3)
        .map(({ text }) => text)
        .join(" ");
      current = isBehindTableI || (parts.tableI !== null && OF_TABLE_II.test(next)) ? "tableII" : "tableI";
      if (parts[current]) return null;
    } else if (found && !(isTableLine && current === "top")) {
      current = found[0];
      if (current !== "remarks") continue;
    }
    if (current === "none") continue;
    if (current === "tableI" || current === "tableII") {
      parts[current] ??= [];
    }
    parts[current]?.push(current === "remarks" ? { ...line, text: line.text } : line);
  }
  return hasTable ? parts : null;
}

/** A box is read only if its sign is in the text. */
function boxAt(lines: SourceLine[], sentence: RegExp): Told<PrintedBox> {
  for (const { text, page, line } of lines) {
    const found = new RegExp(`([☐☒☑])\\s*(?=${sentence.source})`, "i").exec(text);
    if (found) return { ticked: found[1] !== "☐", places: [{ page, line, from: found.index, to: found.index + 1 }] };
  }
  return null;
}

function planBoxAt(lines: SourceLine[]): PrintedForm["planBox"] {
  const text = lines.map((line) => line.text).join(" ");
  return /10b5-1|pursuant to a contract/i.test(text)
    ? boxAt(lines, /Check this box to indicate that a transaction/i)
    : "absent";
}

function noSecuritiesOwned(lines: SourceLine[]): Told<PrintedBox> {
  const line = lines.find((line) => /^No securities are beneficially owned\.?$/i.test(plain(line.text)));
  return line ? { ticked: true, places: cellOf([line]).places } : null;
}

function cellOf(lines: SourceLine[]): PrintedCell {
  const filled = lines.filter((line) => !isBlank(line));
  const cell = cellOfPieces(filled.map((line) => pieceOf(line)));
  return { ...cell, text: plain(cell.text).replace(/^Remarks:\s*/i, "") };
}

export function printedRow<Column extends string>({ cells, empty, unplaced }: DamagedRow): PrintedRow<Column> {
  const printed: Partial<Record<AnyColumn, PrintedCell>> = {};
  for (const name of empty) printed[name] = emptyCell();
  for (const [name, cell] of Object.entries(cells) as [AnyColumn, OcrCell][]) printed[name] = printedCell(cell);
  return { cells: printed as Partial<Record<Column, PrintedCell>>, unplaced: unplaced.map(printedCell) };
}

const printedCell = ({ text, marks, places, doubt }: OcrCell): PrintedCell => ({
  text,
  marks,
  places,
  ...(doubt ? { doubt } : {}),
});
