import type { PrintedSignature } from "@/paper/form/printed-form";
import { isBlank, type SourceLine } from "@/paper/words/source-lines";
import { cellsOfLine } from "./cells-of-line";
import { isThere, type OcrCell, ocrCell, plain } from "./ocr-cell";

/** A date with a letter in it is used only if the rest of the form confirms it. */
export type DamagedSignature = PrintedSignature & { misreadDate?: OcrCell };

const LABEL = /(<u>)?\s*\*{2,}\s*(<\/u>)?\s*Signature of[\s\S]*$/i;
const DATE_AT_END = /[\dA-Za-z|]{1,2}\/[\dA-Za-z|]{1,2}\/[\dA-Za-z|]{4}\s*$/;

export function damagedSignatures(lines: SourceLine[]): DamagedSignature[] {
  return lines
    .filter((line) => !isBlank(line))
    .flatMap((line): DamagedSignature[] => {
      const label = LABEL.exec(line.text);
      const end = label ? label.index : line.text.length;
      const spans = cellsOfLine(line.text, line.page, line.line) ?? [
        { line: line.text, page: line.page, number: line.line, from: 0, to: end },
      ];
      const cells = spans
        .filter(({ from }) => from < end || end === 0)
        .map((span) => ocrCell({ ...span, to: Math.min(span.to, Math.max(end, span.from)) }, () => false))
        .filter(isThere);
      const [first, ...others] = cells;
      if (!first || /Signature of|^Date$/i.test(plain(first.text))) return [];
      const dated = others.find(({ kind }) => kind === "date") ?? dateIn(first);
      const { from } = first.span;
      const name =
        dated && dated.span.from > from && dated.span.to <= first.span.to
          ? ocrCell({ ...first.span, to: dated.span.from }, () => false)
          : first;
      return [
        {
          name: { text: name.text, marks: [], places: name.places },
          date: dated && !dated.misread ? { text: dated.text, marks: [], places: dated.places } : null,
          ...(dated?.misread ? { misreadDate: dated } : {}),
        },
      ];
    });
}

function dateIn(cell: OcrCell): OcrCell | undefined {
  const { line, from, to } = cell.span;
  const found = DATE_AT_END.exec(line.slice(from, to));
  return found ? ocrCell({ ...cell.span, from: from + found.index }, () => false) : undefined;
}
