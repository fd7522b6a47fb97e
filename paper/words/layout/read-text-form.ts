import type { PrintedSource } from "@/paper/form/printed-form";
import { readLostColumns } from "@/paper/lost-columns/read-lost-columns";
import { sheetForm } from "@/paper/reading/sheet-form";
import { layoutSheet } from "@/paper/words/layout/layout-sheet";
import { isBlank, type SourceLine, sourceLines, sourceText } from "@/paper/words/source-lines";

/** Reads a form from the text of a PDF or page. Null for any other text. */
export function readTextForm(text: string): PrintedSource | null {
  const source = sourceText(text);
  if (!hasColumns(sourceLines(source))) return readLostColumns(text);
  const form = sheetForm(layoutSheet(source));
  return form && { text: source, form };
}

/** True for text that keeps its columns: box 2 is next to box 1, and wide gaps separate what is side by side. */
const hasColumns = (lines: SourceLine[]) =>
  lines.filter(({ text }) => /\S {3,}\S/.test(text)).length > lines.filter((line) => !isBlank(line)).length * 0.15;
