import type { DocumentFootnote, DocumentObject, DocumentRow, OwnershipDocument } from "@/lib/edgar/ownership-document";
import { checksOf } from "@/paper/checks/checks-of";
import { cellText, dateOf as printedDateOf, typedDateOf } from "./cell-values";
import { ownerDocument } from "./owner-document";
import { isExact, type PaperKind, type PaperReading } from "./paper-reading";
import {
  emptyCell,
  type PrintedBox,
  type PrintedCell,
  type PrintedForm,
  type PrintedSource,
  type PrintedTableIIRow,
  type PrintedTableIRow,
  type Told,
} from "./printed-form";
import { ReadingLog } from "./reading-notes";
import { tableIIRow, tableIRow } from "./row-document";
import { signedNames } from "./signed-name";

const INCOMPLETE = { owners: "/reportingOwner", notes: "/footnotes", signatures: "/ownerSignature" } as const;

/** Turns the cells of a printed form into a document, and lists everything that is unread or uncertain. */
export function formReading(kind: PaperKind, { text, form }: PrintedSource): PaperReading {
  const notes = new ReadingLog();
  const exact = isExact(kind);
  const signatures = signedNames(kind, form.signatures);
  const dateOf = kind === "ascii" ? typedDateOf : printedDateOf;
  const leaf = (pointer: string, cell: Told<PrintedCell>, read = cellText): string | null => {
    if (cell === null) {
      notes.isUnread(pointer);
      return null;
    }
    notes.wasAt(pointer, cell);
    const value = read(cell.text);
    if (value !== null || cell.text === "") return value;
    return notes.otherThan(pointer, cell.text, exact);
  };
  const box = (pointer: string, printed: Told<PrintedBox>): string | null => {
    if (printed === null) {
      notes.isUnread(pointer);
      return null;
    }
    notes.wasAt(pointer, printed);
    return printed.ticked ? "1" : "0";
  };

  const isInitial = form.form === "3";
  const original = leaf("/dateOfOriginalSubmission", form.dateOfOriginal, dateOf);
  if (form.form === null) notes.isUnread("/documentType");
  const document: OwnershipDocument = {
    // An amendment is printed on the same form. Only the date of the original shows that it is one.
    documentType: form.form === null ? null : `${form.form}${original === null ? "" : "/A"}`,
    periodOfReport: leaf("/periodOfReport", form.periodOfReport, dateOf),
    dateOfOriginalSubmission: original,
    notSubjectToSection16: box("/notSubjectToSection16", form.exitBox),
    ...formBoxes(form, box),
    issuer: issuerDocument(form, leaf),
    reportingOwner: form.owners.map((owner, index) => ownerDocument(owner, `/reportingOwner/${index}`, notes)),
    nonDerivativeTable: rowsOf(
      isInitial ? withoutTrades(form.tableI) : form.tableI,
      "/nonDerivativeTable",
      notes,
      (row, pointer, line) => tableIRow(row, { pointer, line, notes, isExact: exact, dateOf }),
    ),
    derivativeTable: rowsOf(
      isInitial ? withoutDerivativeTrades(form.tableII) : form.tableII,
      "/derivativeTable",
      notes,
      (row, pointer, line) => tableIIRow(row, { pointer, line, notes, isExact: exact, dateOf }),
    ),
    footnotes: form.notes.map(({ mark, text: cell }, index): DocumentFootnote => {
      notes.wasAt(`/footnotes/${index}/text`, cell);
      return { id: `F${mark}`, text: cellText(cell.text) };
    }),
    remarks: leaf("/remarks", form.remarks),
    ownerSignature: signatures.map(({ name, date }, index) => ({
      signatureName: leaf(`/ownerSignature/${index}/signatureName`, name),
      signatureDate: leaf(`/ownerSignature/${index}/signatureDate`, date, dateOf),
    })),
  };
  if (form.owners.length === 0) notes.isUnread("/reportingOwner");
  for (const list of form.incomplete ?? []) notes.isUnread(INCOMPLETE[list]);
  sayMissingNotes(form, notes);
  for (const { text: left, places } of form.unplaced) {
    notes.problems.push({
      pointer: null,
      place: places[0] ?? null,
      message: `Could not be placed on the form: “${left}”`,
    });
  }
  for (const { message, place } of form.problems) notes.problems.push({ pointer: null, place: place ?? null, message });

  const checks = checksOf(document);
  if (!exact) {
    for (const { outcome, pointers, message } of checks) {
      if (outcome === "confirmed") continue;
      for (const pointer of pointers) if (!notes.unread.has(pointer)) notes.isUncertain(pointer, message);
    }
  }
  const { unread, uncertain, places, doubts, problems } = notes;
  return {
    kind,
    document,
    unread: [...unread],
    uncertain: [...uncertain].filter((pointer) => !unread.has(pointer)),
    checks,
    problems,
    places,
    doubts,
    accessionNumber: form.accessionNumber ?? null,
    text,
  };
}

/** Footnote marks next to values whose footnote was not read. */
function sayMissingNotes({ tableI, tableII, notes: read }: PrintedForm, notes: ReadingLog) {
  const cells = [...(tableI ?? []), ...(tableII ?? [])].flatMap((row) =>
    Object.values<PrintedCell | undefined>(row.cells),
  );
  const marks = new Set(cells.flatMap((cell) => cell?.marks ?? []));
  for (const { mark } of read) marks.delete(mark);
  if (marks.size === 0) return;
  notes.isUnread("/footnotes");
  const missing = [...marks].sort((a, b) => Number(a) - Number(b)).join(", ");
  const message = `Footnote ${missing} is cited next to a value, but we did not find its text`;
  notes.problems.push({ pointer: "/footnotes", place: null, message });
}

type Leaf = (pointer: string, cell: Told<PrintedCell>, read?: typeof cellText) => string | null;
type Box = (pointer: string, printed: Told<PrintedBox>) => string | null;

/** Boxes that only some of the forms have. */
function formBoxes({ form, planBox, ...boxes }: PrintedForm, box: Box): DocumentObject {
  const document: DocumentObject = {};
  if (planBox !== "absent" && form !== "3") document.aff10b5One = box("/aff10b5One", planBox);
  if (form === "5") {
    document.form3HoldingsReported = box("/form3HoldingsReported", boxes.form3HoldingsReported);
    document.form4TransactionsReported = box("/form4TransactionsReported", boxes.form4TransactionsReported);
  }
  if (boxes.noSecuritiesOwned?.ticked) document.noSecuritiesOwned = box("/noSecuritiesOwned", boxes.noSecuritiesOwned);
  return document;
}

const issuerDocument = (form: PrintedForm, leaf: Leaf): DocumentObject => ({
  ...(form.issuerCik === undefined ? {} : { issuerCik: form.issuerCik }),
  issuerName: leaf("/issuer/issuerName", form.issuerName),
  issuerTradingSymbol: leaf("/issuer/issuerTradingSymbol", form.tradingSymbol),
  ...(form.foreignTradingSymbol === undefined
    ? {}
    : { issuerForeignTradingSymbol: leaf("/issuer/issuerForeignTradingSymbol", form.foreignTradingSymbol) }),
});

/** A Form 3 has no columns for trades, so they are not unread. */
const withoutTrades = (rows: Told<PrintedTableIRow[]>): Told<PrintedTableIRow[]> =>
  rows?.map((row) => ({ ...row, cells: { ...NO_TRADE, amount: NOTHING, acquiredDisposed: NOTHING, ...row.cells } })) ??
  null;

/** Its Table II also has no column for the balance: the amount of the underlying securities states it. */
const withoutDerivativeTrades = (rows: Told<PrintedTableIIRow[]>): Told<PrintedTableIIRow[]> =>
  rows?.map((row) => ({
    ...row,
    cells: { ...NO_TRADE, amountAcquired: NOTHING, amountDisposed: NOTHING, owned: NOTHING, ...row.cells },
  })) ?? null;

const NOTHING = emptyCell();
const NO_TRADE = {
  transactionDate: NOTHING,
  deemedExecutionDate: NOTHING,
  code: NOTHING,
  v: NOTHING,
  price: NOTHING,
};

function rowsOf<Row>(
  rows: Told<Row[]>,
  pointer: string,
  notes: ReadingLog,
  document: (row: Row, pointer: string, line: number) => DocumentRow,
): DocumentRow[] {
  if (rows === null) notes.isUnread(pointer);
  return (rows ?? []).map((row, index) => document(row, `${pointer}/${index}`, index + 1));
}
