import {
  emptyCell,
  type PrintedBox,
  type PrintedForm,
  type PrintedOwner,
  type PrintedSource,
  type Told,
  UNTOLD_RELATIONSHIP,
} from "@/paper/form/printed-form";
import { formNumber } from "@/paper/lost-columns/lost-boxes";
import { readNotes } from "@/paper/reading/explanation-of-responses";
import { CITY_LINE, cellOf } from "@/paper/reading/owners-in-columns";
import { cellOfPieces, isBlank, pieceOf, type SourceLine, sourceText } from "@/paper/words/source-lines";
import { asciiTableI, asciiTableII } from "./ascii-tables";
import { type NumberedBox, numberedBoxes } from "./numbered-boxes";
import { submissionHeader } from "./submission-header";

const TABLE = /Table\s+I{1,2}\s*-+\s*(Non-? ?)?Deriv/i;

/**
 * Reads a form from before 2003, drawn in characters: numbered boxes, and tables with bars between the columns, as in EDGAR's
 * full submissions of the time. What is not drawn clearly stays unread. Null for any other text.
 */
export function readAsciiForm(text: string): PrintedSource | null {
  const source = sourceText(text);
  const all: SourceLine[] = source.flatMap((page, at) =>
    page.map((line, index) => ({ text: line, page: at + 1, line: index + 1 })),
  );
  const header = submissionHeader(all.map((line) => line.text));
  const from = all.findIndex((line) => /^\s*1\.\s+Name and Address of Reporting Person/i.test(line.text));
  const tables = all.flatMap((line, index) => (TABLE.test(line.text) ? [index] : []));
  const [first] = tables;
  if (from === -1 || first === undefined || first < from) return null;
  const boxes = numberedBoxes(all.slice(from, first));
  if (boxes.length < 4) return null;
  const end = all.findIndex((line, index) => index > first && /^\s*Explanation of Responses/i.test(line.text));
  const below = all.slice(end === -1 ? all.length : end + 1).filter((line) => !/^\s*<\//.test(line.text));
  const signatureAt = below.findIndex((line) => /SIGNATURE OF REPORTING PERSON/i.test(line.text));
  const { notes } = readNotes(below.slice(0, signatureAt === -1 ? below.length : signatureAt));
  const isNote = (mark: string) => notes.some((note) => note.mark === mark);
  const form = header.form ?? formNumber(all.slice(0, from));
  const part = (name: RegExp) => {
    const start = tables.find((index) => name.test(all[index]?.text ?? ""));
    if (start === undefined) return null;
    const next =
      tables.find((index) => index > start && !name.test(all[index]?.text ?? "")) ?? (end === -1 ? all.length : end);
    return all.slice(start, next);
  };
  const box = (label: RegExp) => boxes.find((one) => label.test(one.label));
  const relationships = box(/^Relationship/i);
  const printed: PrintedForm = {
    form,
    exitBox: checkBefore(all.slice(0, from), /Check this box if no longer/i),
    planBox: "absent",
    form3HoldingsReported: null,
    form4TransactionsReported: null,
    ...issuerOf(box(/^Issuer Name/i)),
    ...(header.issuerCik === undefined ? {} : { issuerCik: header.issuerCik }),
    periodOfReport: cellOf(box(/^(Statement for|Date of Event)/i)?.lines ?? []),
    dateOfOriginal: cellOf(box(/^If Amendment/i)?.lines ?? []) ?? emptyCell(),
    isJoint: jointOf(box(/^Individual or Joint/i)),
    noSecuritiesOwned: null,
    owners: [ownerOf(box(/^Name and Address/i), relationships, header.ownerCiks)],
    tableI: form === "3" ? null : asciiTableI(part(/Non-? ?Deriv/i), isNote),
    tableII: form === "3" ? null : asciiTableII(part(/II\s*-+\s*Deriv/i), isNote),
    notes,
    remarks: null,
    signatures: signatureAt === -1 ? [] : [signatureOf(below.slice(signatureAt + 1))],
    ...(header.accessionNumber === undefined ? {} : { accessionNumber: header.accessionNumber }),
    unplaced: [],
    problems: [],
  };
  return { text: source, form: printed };
}

/** `(X)` or `( )` before a label. */
function checkBefore(lines: { text: string; page: number; line: number }[], label: RegExp): Told<PrintedBox> {
  const pattern = new RegExp(`[([]\\s?([Xx])?\\s?[)\\]]\\s*${label.source}`, "i");
  for (const { text, page, line } of lines) {
    const found = pattern.exec(text);
    if (found)
      return {
        ticked: found[1] !== undefined,
        places: [{ page, line, from: found.index, to: found.index + found[0].length }],
      };
  }
  return null;
}

/** The name, and below it the symbol, a line of capitals. */
function issuerOf(box: NumberedBox | undefined): Pick<PrintedForm, "issuerName" | "tradingSymbol"> {
  const lines = box?.lines ?? [];
  const last = lines.at(-1);
  const isSymbol = lines.length > 1 && last !== undefined && /^\(?[A-Z][A-Z.]{0,6}\)?$/.test(last.text);
  return {
    issuerName: cellOf(isSymbol ? lines.slice(0, -1) : lines),
    tradingSymbol: isSymbol && last ? { ...cellOfPieces([last]), text: last.text.replace(/[()]/g, "") } : null,
  };
}

function jointOf(box: NumberedBox | undefined): Told<PrintedBox> {
  const one = checkBefore(box?.lines ?? [], /Form filed by One/);
  const more = checkBefore(box?.lines ?? [], /Form filed by More/);
  return one && more && one.ticked !== more.ticked ? more : null;
}

function ownerOf(
  address: NumberedBox | undefined,
  relationships: NumberedBox | undefined,
  ciks: string[],
): PrintedOwner {
  const [name, ...lines] = address?.lines ?? [];
  const city = lines.findIndex(({ text }) => CITY_LINE.test(text));
  const checks = relationships?.lines ?? [];
  const isOfficer = checkBefore(checks, /Officer/);
  const isOther = checkBefore(checks, /Other/);
  const texts = checks.filter(
    ({ text }) => !/[([]\s?[Xx]?\s?[)\]]/.test(text) && !/^\(?(specify|give title) below\)?$/i.test(text),
  );
  const isTold = texts.length === 0 || isOfficer?.ticked !== isOther?.ticked;
  const textFor = (box: Told<PrintedBox>) => (isTold ? (cellOf(box?.ticked ? texts : []) ?? emptyCell()) : null);
  const [cik] = ciks;
  return {
    ...UNTOLD_RELATIONSHIP,
    name: cellOf(name ? [name] : []),
    street: city === -1 ? null : lines.slice(0, city).map((line) => cellOfPieces([line])),
    cityLine: cellOf(lines[city] ? [lines[city]] : []),
    ...(cik !== undefined && ciks.length === 1 ? { cik } : {}),
    isDirector: checkBefore(checks, /Director/),
    isTenPercentOwner: checkBefore(checks, /10% Owner/),
    isOfficer,
    isOther,
    officerTitle: textFor(isOfficer),
    otherText: textFor(isOther),
  };
}

function signatureOf(lines: SourceLine[]) {
  const filled = lines.filter((line) => !isBlank(line)).map((line) => pieceOf(line));
  const dateAt = filled.findIndex(({ text }) => /^DATE:?$/i.test(text));
  const name = filled.slice(0, dateAt === -1 ? 1 : dateAt).filter(({ text }) => text !== "");
  const date = filled[dateAt + 1];
  return { name: cellOf(name), date: dateAt !== -1 && date ? cellOfPieces([date]) : null };
}
