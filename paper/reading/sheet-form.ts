import { formNumber } from "@/paper/form/form-number";
import {
  emptyCell,
  type PrintedBox,
  type PrintedCell,
  type PrintedForm,
  type PrintedNote,
} from "@/paper/form/printed-form";
import { tablesInColumns } from "@/paper/reading/columns/tables-in-columns";
import { behindLabel, type Phrase, phrasesOf } from "@/paper/words/phrases";
import { markRule, placesOfWords, plainCell } from "@/paper/words/printed-words";
import type { Sheet, SheetWord } from "@/paper/words/sheet";
import { accessionNumberIn, isBlank, pieceOf } from "@/paper/words/source-lines";
import { textLines } from "@/paper/words/text-lines";
import { CUT_OFF, isCutOff } from "./explanation-of-responses";
import { formBoxes } from "./form-boxes";
import { formHead } from "./form-head";
import { formNotes, RECOGNIZED, wordsBetween } from "./form-notes";
import { formOwners } from "./form-owners";
import { areaBelow, type FormPart, type Heading, headingsOf, isBoilerplate, sentenceEnds } from "./form-sections";
import { formSignatures, recognizedSignatures, typedSignature } from "./form-signatures";
import { formTables } from "./form-tables";

type Tables = Pick<PrintedForm, "tableI" | "tableII" | "unplaced">;

/** Reads the tables of a scan, in which letters may be wrong. */
type ScanReader = (sheet: Sheet, form: "3" | "4" | "5", notes: PrintedNote[], dates: string[]) => Tables;

/** The form on a sheet, from its labels and the lines around them. Null if the sheet does not have them. */
export function sheetForm(sheet: Sheet, scannedTables?: ScanReader): PrintedForm | null {
  const phrases = phrasesOf(sheet);
  const headings = headingsOf(phrases);
  const form = formNumber(phrases.map(({ text }) => text));
  const area = (part: FormPart) => areaBelow(part, headings, phrases, sheet.bottom);
  const areas = { tableI: area("tableI"), tableII: area("tableII") };
  const hasTables = areas.tableI !== null || areas.tableII !== null;
  const isForm =
    sheet.kind === "scanned"
      ? headings.length >= FEWEST_HEADINGS
      : hasTables && headings.some(({ part }) => part === "name");
  if (form === null || !isForm) return null;
  const ending = formEnding(sheet, phrases, headings);
  const head = formHead(sheet, phrases);
  const dates = head.periodOfReport ? [head.periodOfReport.text] : [];
  const tables = scannedTables?.(sheet, form, ending.notes, dates) ?? tablesOf(sheet, form, areas, ending.notes);
  if (sheet.kind === "drawn" && tables.tableI === null && tables.tableII === null) return null;
  return {
    form,
    ...formBoxes(sheet, phrases),
    ...head,
    noSecuritiesOwned: noSecurities(phrases, sheet.kind === "scanned" ? [] : headings),
    owners: formOwners(sheet, phrases, headings, area("owners")),
    ...tables,
    ...ending,
    ...accessionNumber(sheet),
    unplaced: [...tables.unplaced, ...ending.unplaced],
    problems: [],
  };
}

/** A scan may have lost any of its headings. */
const FEWEST_HEADINGS = 3;

type Area = { top: number; bottom: number };

function tablesOf(
  sheet: Sheet,
  form: "3" | "4" | "5",
  areas: { tableI: Area | null; tableII: Area | null },
  notes: PrintedNote[],
): Tables {
  if (sheet.kind === "layout") {
    const lines = { tableI: linesIn(sheet, areas.tableI), tableII: linesIn(sheet, areas.tableII) };
    return tablesInColumns(form, lines, isNoteOf(notes));
  }
  const inTables = sheet.words.filter(({ baseline }) =>
    [areas.tableI, areas.tableII].some((area) => area !== null && baseline > area.top && baseline < area.bottom),
  );
  const marks = markRule(inTables, new Set(notes.map(({ mark }) => mark)), sheet.kind === "typed");
  return formTables(sheet, form, areas, marks);
}

const linesIn = (sheet: Sheet, area: Area | null) =>
  area &&
  textLines(
    sheet,
    sheet.words.filter(({ baseline }) => baseline > area.top && baseline < area.bottom),
  );

/** The text may have lost the start of the last footnote. Its marks are still marks. */
const isNoteOf = (notes: PrintedNote[]) => (mark: string) =>
  notes.length > 0 && Number(mark) <= Math.max(...notes.map((note) => Number(note.mark))) + 1;

const NO_SECURITIES = /^No securities are beneficially owned\.?$/i;

/** Form 3 says at the start of the explanations that no securities are owned. */
function noSecurities(phrases: Phrase[], headings: Heading[]): PrintedBox | null {
  const said = phrases.find(({ text }) => NO_SECURITIES.test(text));
  if (said) return { ticked: true, places: placesOfWords(said.words) };
  const heading = headings.find(({ part }) => part === "explanation");
  return heading ? { ticked: false, places: placesOfWords(heading.phrase.words) } : null;
}

const ONCE = "Read by OCR in one place only: compare it with the page.";

type Ending = Pick<PrintedForm, "notes" | "remarks" | "signatures" | "unplaced">;

/** Footnotes, remarks and signatures, which are below the tables in either order. */
function formEnding(sheet: Sheet, phrases: Phrase[], headings: Heading[]): Ending {
  const heading = (part: FormPart) => headings.find((heading) => heading.part === part)?.phrase;
  const [explanation, remarks, signatureHeading] = [heading("explanation"), heading("remarks"), heading("signatures")];
  const { signatures, words: signed } =
    sheet.kind === "typed"
      ? typedSignature(phrases)
      : sheet.kind === "scanned"
        ? recognizedSignatures(phrases, areaBelow("signatures", headings, phrases, sheet.bottom))
        : formSignatures(phrases, signatureHeading?.bottom ?? null);
  const endBelow = (phrase: Phrase) =>
    Math.min(
      sheet.bottom,
      ...headings.map(({ phrase }) => phrase.top).filter((top) => top > phrase.bottom),
      ...phrases.filter((other) => other.top > phrase.bottom && isClosing(other)).map(({ top }) => top),
    );
  const isScanned = sheet.kind === "scanned";
  const once = (cell: PrintedCell | null) => (cell && isScanned ? { ...cell, doubt: cell.doubt ?? ONCE } : cell);
  const ends = sentenceEnds(phrases);
  const isOut = (phrase: Phrase) =>
    isBoilerplate(phrase) ||
    ends.has(phrase) ||
    NO_SECURITIES.test(phrase.text) ||
    phrase.words.some((word) => signed.has(word));
  const { notes, unplaced } = explanation
    ? formNotes(sheet, wordsBetween(phrases, explanation.bottom, endBelow(explanation), isOut))
    : { notes: [], unplaced: [] };
  const remark = remarks && [
    ...(behindLabel(remarks.words, /^Remarks\s*[:;]\s*/i) ?? []),
    ...wordsBetween(phrases, remarks.bottom, endBelow(remarks), isOut),
  ];
  return {
    notes,
    unplaced,
    signatures: signatures.map(({ name, date }) => ({ name: once(name), date: once(date) })),
    remarks: remark
      ? remarkCell(sheet, remark)
      : explanation && (sheet.kind === "drawn" || sheet.kind === "layout")
        ? emptyCell()
        : null,
  };
}

function remarkCell(sheet: Sheet, words: SheetWord[]): PrintedCell {
  const lines = textLines(sheet, words)
    .filter((line) => !isBlank(line))
    .map((line) => pieceOf(line));
  if (sheet.kind === "scanned") return { ...plainCell(words), doubt: RECOGNIZED };
  return sheet.kind === "layout" && isCutOff(lines, lines) ? { ...plainCell(words), doubt: CUT_OFF } : plainCell(words);
}

/** The sentences of the form that end footnotes and remarks. The two about joint filers and misstatements may begin them. */
const isClosing = (phrase: Phrase) => isBoilerplate(phrase) && !/^(?:\*|If the form|Intentional)/i.test(phrase.text);

/** From the address that a browser prints at the edge of a page. */
function accessionNumber({ edges }: Sheet): Pick<PrintedForm, "accessionNumber"> {
  const number = accessionNumberIn([edges]);
  return number === undefined ? {} : { accessionNumber: number };
}
