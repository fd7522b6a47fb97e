import { pattern } from "@/lib/values/pattern";
import type { Phrase } from "@/paper/words/phrases";

/** Headings of a form's parts, in any order. */
const HEADINGS = {
  name: /^1\s?\.?\s*Name and Address of Reporting/i,
  tableI: /^Table I\s*[-–—:]/i,
  tableII: /^Table II\s*[-–—:]/i,
  owners: /^Reporting Owners$/i,
  signatures: /^Signatures?$/i,
  explanation: /^Explanation of Responses\s*:?/i,
  remarks: /^Remarks\s*[:;]/i,
} as const;

/** Sentences of the form itself, below its tables and footnotes. */
const SENTENCE_STARTS = [
  "If the form is filed by more than one",
  "Intentional misstatements",
  "Potential persons",
  "Persons who respond",
];
const BOILERPLATE = pattern("i")`
  ^ (?: ${SENTENCE_STARTS}
  | (?: Reminder \s* : \ ? Report | Note \s* : \ ? File ) \  (?: on | three )
  | \*{1,2} \s* (?: If\ the\ form | Intentional )
  | SEC\ \d{4}
  | \*{1,2} $
  )
`;

export const isBoilerplate = ({ text }: Pick<Phrase, "text">) => BOILERPLATE.test(text);

/** Ends of those sentences that may be on a line of their own before a footnote. */
const SENTENCES = [
  "If the form is filed by more than one reporting person, see Instruction 4(b)(v).",
  "If the form is filed by more than one reporting person, see Instruction 5(b)(v).",
  "Intentional misstatements or omissions of facts constitute Federal Criminal Violations. See 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).",
];

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The phrases that continue one of the form's own sentences from the line above. */
export function sentenceEnds(phrases: Phrase[]): Set<Phrase> {
  const ends = new Set<Phrase>();
  for (const start of phrases.filter(({ text }) => /^(?:\*{1,2}\s*)?(?:If the form|Intentional)/i.test(text))) {
    let said = letters(start.text);
    const below = phrases.filter(
      ({ baseline, left }) =>
        baseline > start.baseline &&
        baseline < start.baseline + 6 * start.size &&
        left > start.left - start.size &&
        left < start.right,
    );
    for (const phrase of below.sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
      const longer = said + letters(phrase.text);
      if (!SENTENCES.some((sentence) => letters(sentence).startsWith(longer))) break;
      said = longer;
      ends.add(phrase);
    }
    const beside = phrases.filter(
      (phrase) => phrase !== start && Math.abs(phrase.baseline - start.baseline) < 1 && phrase.left > start.right,
    );
    for (const phrase of beside) {
      if (SENTENCES.some((sentence) => letters(sentence).includes(letters(start.text) + letters(phrase.text))))
        ends.add(phrase);
    }
  }
  return ends;
}

export type FormPart = keyof typeof HEADINGS;
export type Heading = { part: FormPart; phrase: Phrase };

/** The headings found, from the top. Only the boxes of owners may occur more than once. */
export function headingsOf(phrases: Phrase[]): Heading[] {
  const found: Heading[] = [];
  for (const phrase of phrases) {
    const part = (Object.keys(HEADINGS) as FormPart[]).find((part) => HEADINGS[part].test(phrase.text));
    if (part && (part === "name" || !found.some((heading) => heading.part === part))) found.push({ part, phrase });
  }
  return found;
}

/** From below a heading to the top of the next one, or to the first sentence of the form itself. */
export function areaBelow(
  part: FormPart,
  headings: Heading[],
  phrases: Phrase[],
  sheetBottom: number,
): { top: number; bottom: number } | null {
  const phrase = headings.find((heading) => heading.part === part)?.phrase;
  if (!phrase) return null;
  const next = headings.map(({ phrase }) => phrase.top).filter((top) => top > phrase.bottom);
  const sentence = phrases.find((other) => other.top > phrase.bottom && isBoilerplate(other));
  return { top: phrase.bottom, bottom: Math.min(sheetBottom, sentence?.top ?? Infinity, ...next) };
}
