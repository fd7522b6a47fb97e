import type { Span } from "@/lib/record/stated-spans";
import { remembered } from "@/lib/values/remembered";
import { withinTextLimit } from "@/lib/values/text-limit";
import { inMainWords } from "./main-words";
import { inPlainWords } from "./plain-words";
import type { RewrittenText } from "./rewritten-text";
import { sentences, withoutNameStops } from "./sentences";
import type { Words } from "./words";

/** A note prepared for the readers of facts. What several of them need is computed once, when first needed. */
export type NoteText = {
  /** In plain words, up to `TEXT_LIMIT`. The spans that readers find are offsets in this text. */
  text: string;
  /** In lower case, with the same length, for quick tests of whether a word occurs. */
  lower: string;
  sentences: readonly Words[];
  /** The same with blanks for the full stops of names, as in "Roe Corp.'s", so that a pattern may take the others for ends. */
  unstopped: readonly Words[];
  /** The same note in the main words of its clauses alone, for what is not read in all of its words. */
  main: NoteText;
  /** Where words of this text are in the note as filed. */
  toFiled: (span: Span) => Span;
};

/** Several readers read a note one after the other, and filings of one insider repeat their notes. */
const MOST_TEXTS = 300;

export const noteText = remembered((whole) => asNote(inPlainWords(withinTextLimit(whole))), MOST_TEXTS);

function asNote(plain: RewrittenText): NoteText {
  const { text } = plain;
  let parts: readonly Words[] | null = null;
  let unstopped: readonly Words[] | null = null;
  let main: NoteText | null = null;
  const lower = text.toLowerCase();
  const note: NoteText = {
    text,
    // A few letters (İ) become longer in lower case.
    lower: lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    get sentences() {
      parts ??= sentences(text);
      return parts;
    },
    get unstopped() {
      unstopped ??= note.sentences.map((words) => ({ ...words, text: withoutNameStops(words.text) }));
      return unstopped;
    },
    get main() {
      main ??= mainNote();
      return main;
    },
    toFiled: (span) => plain.toFiled(span),
  };
  /** Most notes have main words alone. */
  const mainNote = () => {
    const words = inMainWords(plain);
    return words === plain ? note : asNote(words);
  };
  return note;
}
