import type { PrintedSource } from "@/paper/form/printed-form";
import { type Heading, headingsOf } from "@/paper/reading/form-sections";
import { sheetForm } from "@/paper/reading/sheet-form";
import { recognizedSheet } from "@/paper/words/ocr/recognized-text";
import { phrasesOf } from "@/paper/words/phrases";
import { isBlank, type SourceLine, sourceLines, sourceText } from "@/paper/words/source-lines";
import { isOfPrint } from "./is-of-print";
import { scannedBoxes } from "./scanned-boxes";
import { scannedOwners } from "./scanned-owners";

const DATE = /(?<![\d/])\d{2}\/\d{2}\/\d{4}(?![\d/])/g;
const UNREAD_TABLES =
  "We cannot separate the rows of the tables in this text. For a better reading, upload a scan or an image of the pages";

/**
 * Reads the OCR text of a scan without its tables: rulings run into words, rows run together, and a row that was not recognised
 * leaves no gap. Boxes and owners without cells are read if they are in two places on the page, or marked as uncertain.
 */
export function readOcrText(text: string): PrintedSource | null {
  if (!isOfPrint(text)) return null;
  const source = sourceText(text);
  const sheet = recognizedSheet(source);
  const form = sheetForm(sheet, () => ({ tableI: null, tableII: null, unplaced: [] }));
  if (!form) return null;
  const lines = sourceLines(source);
  const { top, owners: listed } = partsOf(
    lines.filter((line) => !isBlank(line)),
    headingsOf(phrasesOf(sheet)),
  );
  const saidDates = datesSaidTwice(lines);
  const [first, ...others] = scannedOwners(listed, top);
  const { relationships, ...boxes } = scannedBoxes(top, first?.name?.text ?? null, saidDates);
  return {
    text: source,
    form: {
      ...form,
      ...boxes,
      dateOfOriginal: null,
      owners: first ? [{ ...first, ...relationships }, ...others] : [],
      problems: [{ message: UNREAD_TABLES }],
      incomplete: ["owners", "notes", "signatures"],
    },
  };
}

/** The lines above the first table, and those below the heading of the owners. */
function partsOf(lines: SourceLine[], headings: Heading[]): { top: SourceLine[]; owners: SourceLine[] } {
  const starts = headings
    .filter(({ part }) => part !== "name")
    .map(({ part, phrase }) => {
      const place = phrase.words[0]?.place;
      return { part, at: lines.findIndex(({ page, line }) => page === place?.page && line === place.line) };
    })
    .sort((a, b) => a.at - b.at);
  const owners = starts.findIndex(({ part }) => part === "owners");
  return {
    top: lines.slice(0, starts[0]?.at),
    owners: owners < 0 ? [] : lines.slice((starts[owners]?.at ?? 0) + 1, starts[owners + 1]?.at),
  };
}

function datesSaidTwice(lines: SourceLine[]): Set<string> {
  const times = new Map<string, number>();
  for (const [date] of lines.flatMap(({ text }) => [...text.matchAll(DATE)]))
    times.set(date, (times.get(date) ?? 0) + 1);
  return new Set([...times].filter(([, count]) => count > 1).map(([date]) => date));
}
