import { readLostColumns } from "@/paper/lost-columns/read-lost-columns";
import {
  emptyCell,
  type PrintedCell,
  type PrintedForm,
  type PrintedOwner,
  type PrintedRow,
  type PrintedSource,
  TABLE_I_COLUMNS,
  TABLE_II_COLUMNS,
  type TableIColumn,
  type TableIIColumn,
} from "@/paper/printed-form";
import { withAcquiredOrDisposed } from "@/paper/text/columns/acquired-or-disposed";
import { FORM_3_TABLE_I, FORM_3_TABLE_II, TABLE_I, TABLE_II } from "@/paper/text/columns/form-columns";
import { readTableInColumns } from "@/paper/text/columns/read-table-in-columns";
import { tableIISpans, tableISpans } from "@/paper/text/columns/table-headings";
import { CUT_OFF, isCutOff, readNotes } from "./explanation-of-responses";
import { type FilingBoxes, formNumber, planBox, readBoxesInColumns } from "./filing-boxes";
import { type FormSections, formSections } from "./form-sections";
import { readOwnersInColumns } from "./reporting-owners";
import { readSignatures } from "./signature-lines";
import { signaturesBelowNotes } from "./signatures-below-notes";
import {
  accessionNumberIn,
  cellOfPieces,
  isBlank,
  pieceOf,
  type SourceLine,
  sourceLines,
  sourceText,
} from "./source-lines";
import { topBoxes } from "./top-boxes";

type FormNumber = "3" | "4" | "5";
type Table<Name extends string> = { rows: PrintedRow<Name>[]; unplaced: PrintedCell[] } | null;
type TableII = TableIIColumn | "amountOfEither";

/** What the two kinds of text (with its columns, or in reading order) are read for. */
type Parts = { boxes: FilingBoxes; owners: PrintedOwner[]; tableI: Table<TableIColumn>; tableII: Table<TableII> };
type IsNote = (mark: string) => boolean;

/** Reads a form as text of a PDF or a page gives it. Null where the text is no such form. */
export function readTextForm(text: string): PrintedSource | null {
  const source = sourceText(text);
  const lines = sourceLines(source);
  if (!hasColumns(lines)) return readLostColumns(text);
  const sections = formSections(lines);
  const form = formNumber(lines);
  if (!sections || !form) return null;
  const below = belowTables(sections);
  const { notes, before } = readNotes(below.explanation);
  // Text may have lost where the last note begins; a mark of it is a mark all the same.
  const isNote: IsNote = (mark) =>
    notes.length > 0 && Number(mark) <= Math.max(...notes.map((note) => Number(note.mark))) + 1;
  const parts = partsInColumns(sections, form, isNote);
  if (!parts) return null;
  const { boxes, owners, tableI, tableII } = parts;
  // Printed pages draw these boxes; EDGAR's own show an X, as they do in box 5.
  const showsX = !sections.boxes.some(({ text }) => /_+\s?X?_*\s*Director/i.test(text));
  const boxesAtTop = showsX ? topBoxes(sections.boxes) : { exitBox: null, planBox: planBox(sections.boxes) };
  const accessionNumber = accessionNumberIn(source);
  const printed: PrintedForm = {
    form,
    ...boxesAtTop,
    form3HoldingsReported: null,
    form4TransactionsReported: null,
    issuerName: boxes.issuerName,
    tradingSymbol: boxes.tradingSymbol,
    periodOfReport: boxes.periodOfReport,
    dateOfOriginal: boxes.dateOfOriginal,
    isJoint: boxes.isJoint,
    noSecuritiesOwned: {
      ticked: before.some(({ text }) => /^No securities are beneficially owned/i.test(text)),
      places: [],
    },
    owners,
    tableI: tableI
      ? tableI.rows.map((row) => completed<TableIColumn>(row, TABLE_I_COLUMNS, form === "3" ? FORM_3_TABLE_I : TABLE_I))
      : null,
    tableII: tableII
      ? tableII.rows.map((row) => completed<TableII>(row, TABLE_II_COLUMNS, form === "3" ? FORM_3_TABLE_II : TABLE_II))
      : null,
    notes,
    remarks: remarksOf(below.remarks),
    signatures: readSignatures(below.signatures),
    ...(accessionNumber === undefined ? {} : { accessionNumber }),
    unplaced: [...boxes.unplaced, ...(tableI?.unplaced ?? []), ...(tableII?.unplaced ?? [])],
    problems: [],
  };
  return { text: source, form: printed };
}

/** True for text that keeps its columns: box 2 stands beside box 1, and wide gaps part what stands side by side. */
const hasColumns = (lines: SourceLine[]) =>
  lines.filter(({ text }) => /\S {3,}\S/.test(text)).length > lines.filter((line) => !isBlank(line)).length * 0.15;

function partsInColumns(sections: FormSections, form: FormNumber, isNote: IsNote): Parts | null {
  const boxes = readBoxesInColumns(sections.boxes);
  if (!boxes) return null;
  const [first, ...others] = readOwnersInColumns(sections.owners ?? [], boxes.owner);
  const tableI =
    sections.tableI &&
    readTableInColumns(
      sections.tableI,
      form === "3" ? FORM_3_TABLE_I : TABLE_I,
      (headings) => tableISpans(headings, form),
      isNote,
    );
  const tableII =
    sections.tableII &&
    readTableInColumns(
      sections.tableII,
      form === "3" ? FORM_3_TABLE_II : TABLE_II,
      (headings) => tableIISpans(headings, form),
      isNote,
    );
  return {
    boxes,
    owners: [withAddressOf(boxes.owner, first), ...others],
    tableI: tableI && { ...tableI, rows: tableI.rows.map(({ spans: _, ...row }) => row) },
    tableII: tableII && { ...tableII, rows: tableII.rows.map(withAcquiredOrDisposed) },
  };
}

function remarksOf(lines: SourceLine[]): PrintedCell {
  const pieces = lines
    .filter((line) => !isBlank(line))
    .map((line) => pieceOf(line, /^\s*Remarks:/.exec(line.text)?.[0].length ?? 0))
    .filter(({ text }) => text !== "");
  return isCutOff(pieces, pieces) ? { ...cellOfPieces(pieces), doubt: CUT_OFF } : cellOfPieces(pieces);
}

/** Where signatures have no heading of their own, they stand below the notes or the remarks. */
function belowTables({ explanation, remarks, signatures }: FormSections) {
  if (signatures) return { explanation: explanation ?? [], remarks: remarks ?? [], signatures };
  const parted = signaturesBelowNotes(remarks ?? explanation ?? []);
  return remarks
    ? { explanation: explanation ?? [], remarks: parted.notes, signatures: parted.signatures }
    : { explanation: parted.notes, remarks: [], signatures: parted.signatures };
}

/** Behind the form the first owner's address stands in lines as filed; in box 1 they run together. */
function withAddressOf(owner: PrintedOwner, listed: PrintedOwner | undefined): PrintedOwner {
  if (!listed || listed.street === null) return owner;
  const { street, cityLine, city, state, zip } = listed;
  return {
    ...owner,
    street,
    cityLine,
    ...(city === undefined ? {} : { city }),
    ...(state === undefined ? {} : { state }),
    ...(zip === undefined ? {} : { zip }),
  };
}

/** A column that the form in hand does not have is an empty cell. */
function completed<Name extends string>(
  row: PrintedRow<Name>,
  all: readonly Name[],
  own: { name: Name }[],
): PrintedRow<Name> {
  const isAbsent = (name: Name) =>
    !own.some((column) => column.name === name || (column.name === "amountOfEither" && name.startsWith("amount")));
  const cells = { ...row.cells };
  for (const name of all.filter(isAbsent)) cells[name] = emptyCell();
  return { ...row, cells };
}
