import type { Element } from "domhandler";
import { getElementsByTagName } from "domutils";
import { COLUMN_KINDS, printedColumns } from "@/paper/form/form-columns";
import {
  type PrintedBox,
  type PrintedCell,
  type PrintedForm,
  type PrintedSource,
  TABLE_I_COLUMNS,
  TABLE_II_COLUMNS,
  type TableIColumn,
  type TableIIColumn,
  type Told,
} from "@/paper/form/printed-form";
import { explanationOfResponses, NO_SECURITIES, type PageExplanation } from "./explanation-of-responses";
import { boxOf } from "./form-boxes";
import { formOnPage } from "./form-on-page";
import { issuerOnPage } from "./issuer-box";
import { ownersOf } from "./owners";
import { accessionNumberOfPage } from "./page-links";
import { parsePage } from "./parse-page";
import { cellOfPagePieces, type PagePiece, piecesOf, pieceWith, restOf } from "./printed-text";
import { securitiesRows } from "./securities-tables";
import { signaturesIn } from "./signatures";
import { tableIColumn, tableIIColumn } from "./table-columns";
import { type VisiblePage, visiblePage } from "./visible-page";

/**
 * Reads a Form 3, 4 or 5 from an HTML page: by the SEC's own style sheets or in EDGAR's viewer, of any year, as served or as
 * saved by a browser. Null for any other page, and for one that is too long or too deep to be a form.
 */
export function readHtmlForm(html: string): PrintedSource | null {
  const document = parsePage(html);
  if (!document) return null;
  const page = visiblePage(document);
  const found = formOnPage(document, piecesOf(page.chunks));
  if (!found) return null;
  const { form, pieces, end, problems } = found;
  const tables = getElementsByTagName("table", document).filter((table) => page.spanOf(table)[1] <= end);
  const owners = ownersOf(page, pieces, tables);
  const securities = tablesOf(page, tables, form);
  const explanation = explanationOfResponses(page, tables);
  const joint = isJoint(page, pieces);
  const incomplete: PrintedForm["incomplete"] = explanation ? [] : ["notes", "signatures"];
  if (joint?.ticked && owners.owners.length < 2) incomplete.push("owners");
  const accessionNumber = accessionNumberOfPage(document);
  return {
    text: [page.lines],
    form: {
      form,
      ...topBoxes(page, pieces, form),
      ...issuerOnPage(page, pieces),
      periodOfReport: valueUnder(page, pieces, PERIOD),
      dateOfOriginal: valueUnder(page, pieces, DATE_OF_ORIGINAL),
      isJoint: joint,
      owners: owners.owners,
      tableI: unlessCutOff(securities.tableI, explanation),
      tableII: unlessCutOff(securities.tableII, explanation),
      noSecuritiesOwned: noSecuritiesOwned(form, explanation?.noSecurities ?? securities.noSecurities),
      notes: explanation?.notes ?? [],
      remarks: explanation?.remarks ?? null,
      signatures: signaturesIn(page, tables),
      ...(incomplete.length === 0 ? {} : { incomplete }),
      ...(accessionNumber === null ? {} : { accessionNumber }),
      unplaced: [...owners.unplaced, ...securities.unplaced, ...(explanation?.unplaced ?? [])],
      problems: explanation ? problems : [...problems, { message: CUT_OFF }],
    },
  };
}

type FormNumber = PrintedForm["form"];

const PERIOD =
  /(?:Date of Earliest Transaction|Date of Event Requiring Statement|Statement for (?:Issuer.?s Fiscal Year Ended|Month\/Day\/Year|\(?Month))/i;
const DATE_OF_ORIGINAL = /If Amendment, Date (?:of )?Original(?:ly)? Filed/i;
const DATE_FORMAT = /^\s*\(?Month\/(?:Day\/)?Year\)?/i;

/** The text after a label in its cell; null if the label is missing. */
function valueUnder(page: VisiblePage, pieces: PagePiece[], label: RegExp): Told<PrintedCell> {
  const found = pieceWith(pieces, label);
  if (!found?.cell) return null;
  const [first, ...others] = piecesOf(page.chunksOf(found.cell)).filter(({ cell }) => cell === found.cell);
  const match = first && label.exec(first.text);
  if (!first || !match) return null;
  const behind = [restOf(first, match.index + match[0].length), ...others].flatMap((piece) => {
    const format = piece && DATE_FORMAT.exec(piece.text);
    return piece ? ((format ? restOf(piece, format[0].length) : piece) ?? []) : [];
  });
  return cellOfPagePieces(behind);
}

type TopBoxes = Pick<PrintedForm, "exitBox" | "planBox" | "form3HoldingsReported" | "form4TransactionsReported">;

function topBoxes(page: VisiblePage, pieces: PagePiece[], form: FormNumber): TopBoxes {
  const box = (label: RegExp) => boxOf(page, pieces, label);
  const plan = /Check this box to indicate that a transaction was made pursuant to/i;
  return {
    // Form 3 has no such box.
    exitBox: form === "3" ? { ticked: false, places: [] } : box(/Check (?:this )?box if no longer subject/i),
    planBox: pieces.some(({ text }) => plan.test(text)) ? box(plan) : "absent",
    form3HoldingsReported: form === "5" ? box(/Form 3 Holdings Reported/i) : null,
    form4TransactionsReported: form === "5" ? box(/Form 4 Transactions Reported/i) : null,
  };
}

function isJoint(page: VisiblePage, pieces: PagePiece[]): Told<PrintedBox> {
  const one = boxOf(page, pieces, /Form filed by One Reporting Person/i);
  const more = boxOf(page, pieces, /Form filed by More than One Reporting Person/i);
  if (one && more && one.ticked === more.ticked) {
    return one.ticked ? { ...more, doubt: "Both boxes are checked: filed by one person, and by more than one." } : null;
  }
  return more ?? (one && { ...one, ticked: !one.ticked });
}

function tablesOf(page: VisiblePage, tables: Element[], form: FormNumber) {
  const isWords = (column: TableIColumn | TableIIColumn) => COLUMN_KINDS[column] === "text";
  const tableI = securitiesRows(page, tables, {
    title: /^title of security\W*$/,
    columns: TABLE_I_COLUMNS,
    columnOf: tableIColumn,
    isPrinted: (column) => printedColumns.I(form).includes(column),
    isWords,
  });
  const tableII = securitiesRows(page, tables, {
    title: /^title of derivative security\W*$/,
    columns: TABLE_II_COLUMNS,
    columnOf: tableIIColumn,
    isPrinted: (column) => printedColumns.II(form).includes(column),
    isWords,
  });
  const unplaced = [...tableI.unplaced, ...tableII.unplaced];
  const noSecurities = unplaced.find(({ text }) => NO_SECURITIES.test(text)) ?? null;
  return {
    tableI: tableI.rows,
    tableII: tableII.rows,
    noSecurities,
    unplaced: unplaced.filter(({ text }) => !NO_SECURITIES.test(text)),
  };
}

/** Form 3 says so among the footnotes, or in place of rows. */
const noSecuritiesOwned = (form: FormNumber, said: PrintedCell | null): Told<PrintedBox> =>
  form === "3" ? { ticked: said !== null, places: said?.places ?? [] } : null;

/** Every page has the title of the explanations, even without any. A page without it was cut off before it. */
const CUT_OFF = "The page was cut off before the explanations and remarks. Rows may be missing.";

/** On a page that was cut off, a table without rows may have had some. */
const unlessCutOff = <Row>(rows: Told<Row[]>, explanation: PageExplanation | null): Told<Row[]> =>
  explanation === null && rows?.length === 0 ? null : rows;
