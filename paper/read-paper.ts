import { isSubmission, parseSubmission } from "@/lib/edgar/submission";
import { decodeText } from "@/lib/values/decode-text";
import { formReading } from "@/paper/form/form-reading";
import type { PaperKind, PaperReading } from "@/paper/form/paper-reading";
import type { PrintedCell, PrintedForm, PrintedRow, PrintedSource } from "@/paper/form/printed-form";
import { isExactText } from "@/paper/words/layout/is-exact-text";
import type { PageImage } from "@/paper/words/pdf/page-image";
import { imageType, isPdf } from "./image-type";
import { LARGEST_PAPER } from "./largest-paper";

/** Far more than the longest form, and few enough to be read in seconds. A page of EDGAR with 30 rows has about 100,000. */
const LONGEST_TEXT = 4_000_000;

export type PaperOutcome =
  | { outcome: "read"; reading: PaperReading }
  /** Not such a form, or one that cannot be read. `message` says what was found and what to do. */
  | { outcome: "refused"; message: string };

/**
 * Reads a form that is not XML. Its type is detected from its content, not its name. Never throws because of what a file
 * contains.
 */
export async function readPaper(bytes: Buffer): Promise<PaperOutcome> {
  if (bytes.length > LARGEST_PAPER) {
    return refused(
      `the file is too large (${(bytes.length / 1e6).toFixed(1)} MB); the limit is ${LARGEST_PAPER / 1e6} MB`,
    );
  }
  if (isPdf(bytes)) return readPdf(bytes);
  if (imageType(bytes) !== null) return readScan([bytes]);
  return readText(decoded(bytes));
}

/** Characters that no form prints and no database accepts. The separators of lines and pages stay. */
const CONTROLS = /(?![\t\n\v\f\r])\p{Cc}|[\ufffe\uffff]/gu;

function decoded(bytes: Buffer): string {
  const wide = WIDE_MARKS.find(({ mark }) => mark.equals(bytes.subarray(0, 2)));
  const text = wide ? new TextDecoder(wide.encoding).decode(bytes) : decodeText(bytes);
  return text.replace(CONTROLS, " ");
}

const WIDE_MARKS = [
  { mark: Buffer.from([0xff, 0xfe]), encoding: "utf-16le" },
  { mark: Buffer.from([0xfe, 0xff]), encoding: "utf-16be" },
];

const refused = (message: string): PaperOutcome => ({ outcome: "refused", message });

const read = (kind: PaperKind, source: PrintedSource): PaperOutcome => ({
  outcome: "read",
  reading: formReading(kind, source),
});

async function readPdf(bytes: Buffer): Promise<PaperOutcome> {
  const { readPdfForm } = await import("@/paper/words/pdf/read-pdf-form");
  const pdf = await readPdfForm(new Uint8Array(bytes));
  switch (pdf.outcome) {
    case "form":
      return read("pdf", pdf.source);
    case "text": {
      const { readTextForm } = await import("@/paper/words/layout/read-text-form");
      const source = readTextForm(pdf.text.map((lines) => lines.join("\n")).join("\f"));
      if (!source) return refused(`${NO_FORM} PDF`);
      const { text, form } = source;
      const problems = [...form.problems, ...pdf.problems];
      return read("pdf", { text, form: doubtedTables({ ...form, problems }, NO_LINES) });
    }
    case "images":
      return readScan(pdf.pages);
    case "refused":
      return pdf;
  }
}

/** Loads every reader, for a process that will not be able to read its own program files later. */
export async function loadReaders(): Promise<void> {
  await Promise.all([
    import("@/paper/words/pdf/read-pdf-form"),
    import("@/paper/words/layout/read-text-form"),
    import("@/paper/ocr/read-images"),
    import("@/paper/html/read-html-form"),
    import("@/paper/words/ascii/read-ascii-form"),
    import("@/paper/ocr/read-ocr-tables"),
    import("@/paper/ocr/read-ocr-text"),
    // Optional, and loaded only for a scan.
    import("tesseract.js").catch(() => undefined),
  ]);
}

async function readScan(images: (Buffer | PageImage)[]): Promise<PaperOutcome> {
  const { readImages } = await import("@/paper/ocr/read-images");
  const scan = await readImages(images);
  return scan.outcome === "form" ? read("scan", scan.source) : scan;
}

async function readText(text: string): Promise<PaperOutcome> {
  if (text.length > LONGEST_TEXT) {
    return refused(
      `the text is too long for a form (${text.length.toLocaleString("en")} characters); keep only the text of the form`,
    );
  }
  if (/^[^<]{0,2000}<(?:\?xml[^>]*>\s*<)?(?:\w+:)?ownershipDocument\b/.test(text)) {
    return refused("this is ownership XML, not a paper form; load it with npm run ingest");
  }
  if (isHtml(text)) {
    const { readHtmlForm } = await import("@/paper/html/read-html-form");
    const page = readHtmlForm(text);
    return page ? read("html", page) : refused(`${NO_FORM} page`);
  }
  if (isSubmission(text) && parseSubmission(text).xml !== null) {
    return refused("this is a submission with ownership XML, not a paper form; load it with npm run ingest");
  }
  if (isSubmission(text) || IS_TAGGED.test(text)) {
    const { readAsciiForm } = await import("@/paper/words/ascii/read-ascii-form");
    const ascii = readAsciiForm(text);
    if (ascii) return read("ascii", ascii);
  }
  const { readOcrTables } = await import("@/paper/ocr/read-ocr-tables");
  const { readOcrText } = await import("@/paper/ocr/read-ocr-text");
  const { readTextForm } = await import("@/paper/words/layout/read-text-form");
  const tables = readOcrTables(text);
  if (tables) return read("ocr", tables);
  if (isExactText(text)) {
    const form = readTextForm(text);
    if (form) return read("text", form);
  }
  const ocr = readOcrText(text);
  return ocr ? read("ocr", ocr) : refused(`${NO_FORM} file`);
}

/** Tags that marked tables in plain text for EDGAR. */
const IS_TAGGED = /^<(?:TABLE|CAPTION)>/m;

const NO_LINES = "The page has no lines between its cells, so we inferred the column from the position of the text.";
const NO_FORM = "we found no Form 3, 4 or 5 in this";

const isHtml = (text: string) =>
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|table|div|meta|title)\b/i.test(text);

/** The form with every filled cell of its tables in doubt, if the source as a whole shows columns less reliably than letters. */
function doubtedTables(form: PrintedForm, doubt: string): PrintedForm {
  return { ...form, tableI: form.tableI?.map(doubted) ?? null, tableII: form.tableII?.map(doubted) ?? null };

  function doubted<Column extends string>(row: PrintedRow<Column>): PrintedRow<Column> {
    const cells: PrintedRow<Column>["cells"] = { ...row.cells };
    for (const [column, cell] of Object.entries(row.cells) as [Column, PrintedCell | undefined][]) {
      if (cell && (cell.text !== "" || cell.marks.length > 0)) cells[column] = { doubt, ...cell };
    }
    return { ...row, cells };
  }
}
