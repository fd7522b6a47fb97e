import type { Element } from "domhandler";
import { emptyCell, type PrintedCell, type PrintedNote } from "@/paper/form/printed-form";
import { cellOfPagePieces, labelText, type PagePiece, pageCell, piecesOf, restOf } from "./printed-text";
import { cellsOf, tableRows } from "./table-grid";
import type { VisiblePage } from "./visible-page";

export type PageExplanation = {
  notes: PrintedNote[];
  remarks: PrintedCell;
  /** `No securities are beneficially owned`, in a row of its own. */
  noSecurities: PrintedCell | null;
  unplaced: PrintedCell[];
};

const TITLE = /^Explanation of Responses/i;
const REMARKS = /^Remarks\s*:?/i;
export const NO_SECURITIES = /^No securities are beneficially owned\.?$/i;
/** Sentences of the form itself, printed among the footnotes or below them. */
const PRINTED_ON_FORM =
  /^(?:\*{1,2}|Reminder:|Note: File|Persons who respond|Potential persons|If the form is filed by more|Intentional misstatements)/i;
const NUMBER_BEFORE_NOTE = /^(\d{1,3})\.(?=\s|$)/;
const NUMBER_IN_CELL = /^\(?\s*(\d{1,3})\s*[).]?$/;

/** The footnotes and remarks below "Explanation of Responses", from the table that contains this title or follows it. */
export function explanationOfResponses(page: VisiblePage, tables: Element[]): PageExplanation | null {
  const table = tableOf(page, tables);
  if (!table) return null;
  const found: PageExplanation = {
    notes: [],
    remarks: emptyCell(),
    noSecurities: null,
    unplaced: [],
  };
  let isInRemarks = false;
  for (const row of tableRows(table)) {
    const cells = cellsOf(row);
    const pieces = piecesOf(page.chunksOf(row));
    const [first] = pieces;
    if (!first || TITLE.test(first.text)) continue;
    if (readNumberedRow(page, cells, found)) continue;
    if (isInRemarks) found.remarks = joined(found.remarks, cellOfPagePieces(pieces));
    else if (REMARKS.test(first.text)) {
      isInRemarks = true;
      found.remarks = cellOfPagePieces(behind(pieces, REMARKS));
    } else if (NO_SECURITIES.test(first.text)) {
      found.noSecurities = cellOfPagePieces(pieces);
    } else if (!readNote(pieces, found) && !PRINTED_ON_FORM.test(first.text)) {
      found.unplaced.push(cellOfPagePieces(pieces));
    }
  }
  return found;
}

function tableOf(page: VisiblePage, tables: Element[]): Element | null {
  const title = page.chunks.find(({ text }) => TITLE.test(text));
  if (!title) return null;
  const isTitled = (table: Element) => tableRows(table).some((row) => page.spanOf(row)[0] === title.index);
  return tables.findLast(isTitled) ?? tables.find((table) => page.spanOf(table)[0] > title.index) ?? null;
}

/** `(1)` in one cell, with the footnote in the next. */
function readNumberedRow(page: VisiblePage, cells: Element[], { notes }: PageExplanation): boolean {
  const [number, text] = cells;
  if (!number || !text || cells.length !== 2) return false;
  const label = labelText(page, number);
  if (/^\*{1,2}$/.test(label)) return true;
  const [, mark] = NUMBER_IN_CELL.exec(label) ?? [];
  if (!mark) return false;
  notes.push({ mark, text: pageCell(page.chunksOf(text)) });
  return true;
}

/** `1. Each share of …` in one cell. */
function readNote(pieces: PagePiece[], { notes }: PageExplanation): boolean {
  const [, mark] = NUMBER_BEFORE_NOTE.exec(pieces[0]?.text ?? "") ?? [];
  if (!mark) return false;
  notes.push({ mark, text: cellOfPagePieces(behind(pieces, NUMBER_BEFORE_NOTE)) });
  return true;
}

function behind([first, ...others]: PagePiece[], label: RegExp): PagePiece[] {
  const rest = first && restOf(first, label.exec(first.text)?.[0].length ?? 0);
  return rest ? [rest, ...others] : others;
}

const joined = (before: PrintedCell, behind: PrintedCell): PrintedCell => ({
  text: [before.text, behind.text].filter(Boolean).join(" "),
  marks: [],
  places: [...before.places, ...behind.places],
});
