import type {
  PrintedCell,
  PrintedOwner,
  PrintedSource,
  SourceText,
  TableIColumn,
  TableIIColumn,
} from "@/paper/form/printed-form";
import { imageSize } from "@/paper/words/ocr/grey-image";
import { openRecognizer, type Recognizer } from "@/paper/words/ocr/recognizer";
import { scannedPage } from "@/paper/words/ocr/scanned-page";
import { drawnColumns, type SeenPage, seenPage } from "@/paper/words/ocr/seen-page";
import type { PageImage } from "@/paper/words/pdf/page-image";
import { cellOfPieces, pieceOf, type SourceLine } from "@/paper/words/source-lines";
import { confirmNumbers } from "./confirm-numbers";
import { damagedBoxes } from "./damaged-boxes";
import { damagedOwners } from "./damaged-owners";
import { type DamagedRow, damagedTable, mayBeMark } from "./damaged-table";
import { isNearly } from "./nearly";
import { ocrFormNumber, printedRow } from "./read-ocr-tables";
import { scannedNotes } from "./scanned-notes";
import { scannedSections } from "./scanned-sections";
import { scannedSignatures } from "./scanned-signatures";

export type ScanOutcome = { outcome: "form"; source: PrintedSource } | { outcome: "refused"; message: string };

const MOST_PAGES = 30;
const MOST_MARKS = 20;
const MOST_POINTS = 40_000_000;
/** For all pages. A page with a full table takes about 20 seconds. */
const LONGEST = 300_000;
/** Pages that are read at once. Each takes one processor and about 150 MB. */
const MOST_AT_ONCE = 2;

const refused = (message: string): ScanOutcome => ({ outcome: "refused", message });

/** Reads a form from images of its pages, in their order. */
export async function readImages(images: (Buffer | PageImage)[]): Promise<ScanOutcome> {
  if (images.length === 0) return refused("there is no image of a page");
  if (images.length > MOST_PAGES) return refused(`${images.length} pages; the limit for scans is ${MOST_PAGES} pages`);
  for (const [index, image] of images.entries()) {
    const size = image instanceof Uint8Array ? imageSize(image) : image;
    if (!size || size.width === 0 || size.height === 0)
      return refused(`page ${index + 1} is an image that we cannot read`);
    if (size.width * size.height > MOST_POINTS)
      return refused(
        `page ${index + 1} has ${Math.round((size.width * size.height) / 1e6)} megapixels; up to ${MOST_POINTS / 1e6} are read`,
      );
  }
  const first = await openRecognizer();
  if (!first) {
    return refused(
      "Reading scans needs tesseract.js and its English data: npm install tesseract.js @tesseract.js-data/eng",
    );
  }
  const more = await Promise.all(Array.from({ length: Math.min(images.length, MOST_AT_ONCE) - 1 }, openRecognizer));
  const recognizers = [first, ...more].filter((recognizer) => recognizer !== null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<ScanOutcome>((resolve) => {
    timer = setTimeout(() => resolve(refused(`the scan took longer than ${LONGEST / 1000} seconds to read`)), LONGEST);
  });
  try {
    return await Promise.race([readPages(images, recognizers), late]);
  } catch {
    return refused("the image of a page is damaged and cannot be read");
  } finally {
    clearTimeout(timer);
    await Promise.all(recognizers.map((recognizer) => recognizer.close()));
  }
}

/** Each recognizer takes the next page that is still waiting. */
async function readPages(images: (Buffer | PageImage)[], recognizers: Recognizer[]): Promise<ScanOutcome> {
  const pages: (SeenPage | null)[] = images.map(() => null);
  const waiting = [...images.entries()];
  const work = async (recognizer: Recognizer) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, image] = next;
      const isFile = image instanceof Uint8Array;
      const grey = await recognizer.grey(isFile ? image : Buffer.from(image.png));
      pages[index] = grey && (await seenPage(scannedPage(grey, isFile ? null : image.dpi), recognizer));
    }
  };
  await Promise.all(recognizers.map(work));
  const unseen = pages.indexOf(null);
  if (unseen >= 0) return refused(`page ${unseen + 1} is an image that we cannot read`);
  const source = scannedForm(withWholeOwners(pages.filter((page) => page !== null)));
  return source ? { outcome: "form", source } : refused("we found no Form 3, 4 or 5 in the scan");
}

type Told = SourceLine & SeenPage["lines"][number];

/** Joins an owner whose cells a page break cuts, on the page where they begin. */
function withWholeOwners(pages: SeenPage[]): SeenPage[] {
  const whole = pages.map(({ lines }) => ({ lines: [...lines] }));
  for (const [index, page] of whole.entries()) {
    const at = page.lines.findIndex(({ kind, open }) => kind === "owners" && open === "above");
    const before = whole[index - 1]?.lines;
    const cut = before?.findLastIndex(({ kind, open }) => kind === "owners" && open === "below") ?? -1;
    const [begin, end] = [before?.[cut], page.lines[at]];
    if (!before || !begin || !end) continue;
    const rest = end.text.split("\t");
    const text = begin.text
      .split("\t")
      .map((cell, column) => [cell, rest[column] ?? ""].filter(Boolean).join("<br>"))
      .join("\t");
    before[cut] = { kind: "owners", text, doubts: begin.doubts };
    page.lines.splice(at, 1);
  }
  return whole;
}

/** The form found on the recognized pages. */
function scannedForm(pages: SeenPage[]): PrintedSource | null {
  const text: SourceText = pages.map(({ lines }) => lines.map((line) => line.text));
  const lines = pages.flatMap(({ lines }, page) =>
    lines.map((line, at): Told => ({ ...line, page: page + 1, line: at + 1 })),
  );
  const sections = scannedSections(lines.filter(({ kind }) => kind === "text" || kind === "boxes"));
  const form = ocrFormNumber(lines);
  if (!sections || !form) return null;
  const notes = scannedNotes(sections.explanation);
  const lastMark =
    Math.max(...sections.explanation.map(({ text }) => Number(/^\W*\((\d{1,2})\)/.exec(text)?.[1] ?? 0)), 0) ||
    MOST_MARKS;
  const isMark = (mark: string) => Number(mark) >= 1 && Number(mark) <= lastMark;
  const said = new Set<string>();
  const boxes = damagedBoxes(lines.filter(({ kind }) => kind === "boxes"));
  const signatures = scannedSignatures(sections.signatures, said);
  const { owners } = damagedOwners(
    lines.slice(startOfOwners(lines)).filter(({ kind }) => kind === "owners"),
    boxes,
    signatures,
  );
  const doubted = doubtedIn(lines);
  const start = Math.max(
    0,
    lines.findIndex(({ text }) => /Non-?Deriv|Title of Secur/i.test(text)),
  );
  const tables = (["I", "II"] as const).map((table) => {
    const heads = drawnColumns(form, table).map(({ name }) => name);
    const rows = lines.slice(start).filter(({ kind, text }) => kind === `table${table}` && isRowOf(heads.length, text));
    return withLikeTitles(damagedTable(rows, form, table, isMark, heads).map((row) => doubtedRow(row, doubted)));
  });
  const dates = boxes.periodOfReport ? [boxes.periodOfReport.text] : [];
  const [rowsI = [], rowsII = []] = confirmNumbers(tables, notes, dates);
  const remarks = sections.remarks
    .map((line) => pieceOf(line, /^\W*remarks?\W*/i.exec(line.text)?.[0].length ?? 0))
    .filter(({ text }) => text !== "");
  const hasTables = pages.some(({ lines }) => lines.some(({ kind }) => kind === "tableI" || kind === "tableII"));
  return {
    text,
    form: {
      form,
      exitBox: null,
      planBox: lines.some(({ text }) => /10b5|written plan/i.test(text)) ? null : "absent",
      form3HoldingsReported: null,
      form4TransactionsReported: null,
      issuerName: boxes.issuerName && doubted(boxes.issuerName),
      tradingSymbol: boxes.tradingSymbol && doubted(boxes.tradingSymbol),
      periodOfReport: boxes.periodOfReport && doubted(boxes.periodOfReport),
      dateOfOriginal: boxes.dateOfOriginal,
      isJoint: boxes.isJoint,
      noSecuritiesOwned: null,
      owners: owners.map((owner) => doubtedOwner(owner, doubted)),
      tableI: hasTables ? rowsI.map((row) => printedRow<TableIColumn>(withoutMisread(row))) : null,
      tableII: hasTables
        ? rowsII.map((row) => printedRow<TableIIColumn | "amountOfEither">(withoutMisread(row)))
        : null,
      notes,
      remarks: remarks.length > 0 ? { ...cellOfPieces(remarks), doubt: "Read by OCR: letters may be mistaken." } : null,
      signatures,
      unplaced: [],
      problems: [],
      incomplete: ["owners", "notes", "signatures"],
    },
  };
}

/** Owners come after both tables, whose headings may have as many cells as a row of owners. */
const startOfOwners = (lines: Told[]) =>
  Math.max(
    lines.findLastIndex(({ kind }) => kind === "tableI" || kind === "tableII"),
    lines.findIndex(({ text }) => /^\W*Reporting Owner/i.test(text)),
    0,
  );

/** A row in which one ruling was missed, or one too many was seen, is still a row of the table. */
const isRowOf = (columns: number, text: string) => Math.abs(text.split("\t").length - columns) <= (columns > 8 ? 1 : 0);

/**
 * Marks cells whose letters were hard to see as uncertain. A text that ends in what may be a mark, or is one, is left unassigned.
 */
function doubtedRow(row: DamagedRow, doubted: Doubted): DamagedRow {
  const all = Object.entries(row.cells);
  const told = all.filter(
    ([column, cell]) => !(cell.kind === "text" && BROKEN_MARK.test(cell.text)) && !mayBeMark(column, cell),
  );
  const cells = Object.fromEntries(told.map(([name, cell]) => [name, doubted(cell)]));
  const untold = all.flatMap((entry) => (told.includes(entry) ? [] : [entry[1]]));
  return { ...row, cells, unplaced: [...row.unplaced, ...untold] };
}

/** If two titles differ in a letter or two, but not in their class, the rarer one is misread. */
function withLikeTitles(rows: DamagedRow[]): DamagedRow[] {
  const titles = rows.flatMap(({ cells }) => (cells.securityTitle ? [cells.securityTitle.text] : []));
  const count = (text: string) => titles.filter((title) => title === text).length;
  const withoutClass = (text: string) => text.replace(/\b[A-Z]\b/g, "");
  const isLike = (other: string, text: string) =>
    withoutClass(other) !== withoutClass(text) && isNearly(other, text) && count(other) >= count(text);
  return rows.map((row) => {
    const title = row.cells.securityTitle;
    const like = title && titles.find((other) => isLike(other, title.text));
    return title && like !== undefined
      ? { ...row, cells: { ...row.cells, securityTitle: { ...title, doubt: `Another row has “${like}”.` } } }
      : row;
  });
}

/** Misread cells are left unassigned: if their letters were hard to see, so were the marks next to them. */
function withoutMisread(row: DamagedRow): DamagedRow {
  const all = Object.entries(row.cells);
  const cells = Object.fromEntries(all.filter(([, cell]) => !cell.misread));
  return { ...row, cells, unplaced: [...row.unplaced, ...all.flatMap(([, cell]) => (cell.misread ? [cell] : []))] };
}

/** `L.P. ©) 3`, `Stock (V`, `LLC 4)`. */
const BROKEN_MARK = /[©®™°*]\W*\d{0,2}\W*$|[({[]\s*\S{0,2}\s*[)}\]]?$|\s\d{1,2}[)}\]]?$/;

type Doubted = <Cell extends PrintedCell>(cell: Cell) => Cell;

const HARD_TO_SEE = "The letters were hard to see: compare them with the page.";

/** Signs within words that a form seldom prints, and that specks and rulings are often read as. */
const ODD_LETTERS = /[|~_{}<>=\\^]|\bC\/0|[a-z][’‘]\s|(?<!\bNon)[a-z]-[A-Z]|[a-z]{2}[A-Z]|[A-Za-z]\d[A-Za-z]|\s[a-z]$/;

const doubtedIn = (lines: Told[]): Doubted => {
  const at = new Map(lines.map((line) => [`${line.page}:${line.line}`, line]));
  return (cell) => {
    const isFaint = cell.places.some(({ page, line, from }) =>
      at.get(`${page}:${line}`)?.doubts.some((one) => one.from <= from && from <= one.to),
    );
    return (isFaint || ODD_LETTERS.test(cell.text)) && cell.doubt === undefined
      ? { ...cell, doubt: HARD_TO_SEE }
      : cell;
  };
};

const doubtedOwner = (owner: PrintedOwner, doubted: Doubted): PrintedOwner => ({
  ...owner,
  name: owner.name && doubted(owner.name),
  street: owner.street ? owner.street.map(doubted) : null,
  cityLine: owner.cityLine && doubted(owner.cityLine),
  officerTitle: owner.officerTitle && doubted(owner.officerTitle),
  otherText: owner.otherText && doubted(owner.otherText),
});
