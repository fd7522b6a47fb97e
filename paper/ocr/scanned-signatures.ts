import type { PrintedSignature } from "@/paper/form/printed-form";
import { pieceOf, type SourceLine } from "@/paper/words/source-lines";

const ONCE = "Read by OCR in one place only: compare it with the page.";
const NAME_AND_DATE = /^[-_.:|‘'“"*\s]*(.*?)\s*[-_.:|}\])]*\s*(?<![\d/])(\d{2}\/\d{2}\/\d{4})[^\dA-Za-z]*$/;

/** Signatures that have their date on the same line. */
export function scannedSignatures(lines: SourceLine[], saidDates: ReadonlySet<string>): PrintedSignature[] {
  const rest = lines.filter(
    ({ text }) => /[A-Za-z]{3}/.test(text) && !/Signat?ure of|^\W*[“"*]*\s*D?ate\W*$/i.test(text),
  );
  return rest.flatMap((line): PrintedSignature[] => {
    const found = NAME_AND_DATE.exec(line.text);
    const [, name = "", date = ""] = found ?? [];
    if (!/[A-Za-z]{3}/.test(name)) return [];
    const from = line.text.indexOf(name);
    const at = line.text.lastIndexOf(date);
    const { page, line: number } = line;
    const trimmed = pieceOf(line, from, from + name.length);
    const dated = { text: date, marks: [], places: [{ page, line: number, from: at, to: at + date.length }] };
    return [
      {
        name: {
          text: trimmed.text,
          marks: [],
          places: [{ page, line: number, from: trimmed.from, to: trimmed.to }],
          doubt: ONCE,
        },
        date: saidDates.has(date) ? dated : { ...dated, doubt: ONCE },
      },
    ];
  });
}
