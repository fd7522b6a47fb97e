import type { PrintedSource, Told } from "@/paper/form/printed-form";
import { cellOfPieces, pieceOf, type SourceLine, sourceLines, sourceText } from "@/paper/words/source-lines";
import { isOfPrint } from "./is-of-print";
import { scannedBoxes } from "./scanned-boxes";
import { scannedNotes } from "./scanned-notes";
import { scannedOwners } from "./scanned-owners";
import { scannedSections } from "./scanned-sections";
import { scannedSignatures } from "./scanned-signatures";

const DOUBT = "Read by OCR: letters may be mistaken.";
const DATE = /(?<![\d/])\d{2}\/\d{2}\/\d{4}(?![\d/])/g;

/**
 * Reads the OCR text of a scan without its tables: rulings run into words, rows run together, and a row that was not recognized
 * leaves no gap. What is read here is in two places on the page or marked as uncertain. Rows of tables are unread, because
 * nothing in such a text shows how many there are.
 */
export function readOcrText(text: string): PrintedSource | null {
  if (!isOfPrint(text)) return null;
  const source = sourceText(text);
  const lines = sourceLines(source);
  const sections = scannedSections(lines);
  const form = sections && formNumber(sections.top);
  if (!sections || !form) return null;
  const saidDates = datesSaidTwice(lines);
  const owners = scannedOwners(sections.owners, sections.top);
  const [first, ...others] = owners;
  const boxes = scannedBoxes(sections.top, first?.name?.text ?? null, saidDates);
  const signatures = scannedSignatures(sections.signatures, saidDates);
  const notes = scannedNotes(sections.explanation);
  const remarks = sections.remarks
    .map((line) => pieceOf(line, /^\W*remarks?\W*/i.exec(line.text)?.[0].length ?? 0))
    .filter(({ text }) => text !== "");
  return {
    text: source,
    form: {
      form,
      exitBox: null,
      planBox: sections.top.some(({ text }) => /10b5|written plan|pursuant to a contract/i.test(text))
        ? null
        : "absent",
      form3HoldingsReported: null,
      form4TransactionsReported: null,
      issuerName: boxes.issuerName,
      tradingSymbol: boxes.tradingSymbol,
      periodOfReport: boxes.periodOfReport,
      dateOfOriginal: null,
      isJoint: boxes.isJoint,
      noSecuritiesOwned: null,
      owners: first ? [{ ...first, ...boxes.relationships }, ...others] : [],
      tableI: null,
      tableII: null,
      notes,
      remarks: remarks.length > 0 ? { ...cellOfPieces(remarks), doubt: DOUBT } : null,
      signatures,
      unplaced: [],
      problems: [
        {
          message:
            "We cannot tell the rows of the tables apart in this text. A scan or an image of the pages gives a better reading",
        },
      ],
      incomplete: ["owners", "notes", "signatures"],
    },
  };
}

/** The form's title gives its number. Its large `FORM 4` is often broken. */
function formNumber(top: SourceLine[]): Told<"3" | "4" | "5"> {
  const text = top.map((line) => line.text).join(" ");
  if (/INITIAL\s+STATEMENT\s+OF\s+BENEF/i.test(text)) return "3";
  if (/ANNUAL\s+STATEMENT\s+OF\s+CHANGES/i.test(text)) return "5";
  return /STATEMENT\s+OF\s+CHANGES\s+IN\s+BENEF/i.test(text) ? "4" : null;
}

function datesSaidTwice(lines: SourceLine[]): Set<string> {
  const times = new Map<string, number>();
  for (const [date] of lines.flatMap(({ text }) => [...text.matchAll(DATE)]))
    times.set(date, (times.get(date) ?? 0) + 1);
  return new Set([...times].filter(([, count]) => count > 1).map(([date]) => date));
}
