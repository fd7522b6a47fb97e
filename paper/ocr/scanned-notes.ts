import type { PrintedNote } from "@/paper/form/printed-form";
import { readNotes } from "@/paper/reading/explanation-of-responses";
import type { SourceLine } from "@/paper/words/source-lines";
import { beginsNearly } from "./nearly";

const DOUBT = "Read by OCR: letters may be mistaken.";

/** Footnotes, if their marks are complete and consecutive. If one was misread, no text can be assigned to its number. */
export function scannedNotes(lines: SourceLine[]): PrintedNote[] {
  const bare = lines
    .map((line) => ({
      ...line,
      text: line.text.replace(/^[\s.,:;_~|‘'“"*-]+(?=[(A-Za-z0-9])/, (signs) => " ".repeat(signs.length)),
    }))
    .filter(
      ({ text }) =>
        !beginsNearly(text.replace(/^\W+/, ""), "If the form is filed by more than one") &&
        !beginsNearly(text.replace(/^\W+/, ""), "Intentional misstatements or omissions"),
    );
  const { notes, before } = readNotes(bare);
  const isMarked = bare.filter(({ text }) =>
    /^\s*[([{][^)\]}\s]{1,3}[)\]}]|^\s*[A-Za-z0-9@©®]{1,2}[)\]}]\s/.test(text),
  ).length;
  const isWhole =
    notes.length === isMarked && before.length === 0 && notes.every(({ mark }, index) => mark === String(index + 1));
  return isWhole ? notes.map(({ mark, text }) => ({ mark, text: { ...text, doubt: text.doubt ?? DOUBT } })) : [];
}
