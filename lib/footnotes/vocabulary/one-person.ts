import { pattern } from "@/lib/values/pattern";
import { ALL, placesOf } from "./places-of";
import { relativeWords } from "./relatives";
import type { RewrittenText } from "./rewritten-text";
import { lettersBefore, lettersFrom, NEAR } from "./words";

/** Not the month of "adopted by Mr. Roe November 6, 2024". */
const titled = pattern("gu")`
  \b (?:MR|MS|DR) \.\s+ (?:[A-Z]\.\s+)? \p{Lu}{2,} (?:['’-]\p{Lu}+)* |
  \b (?:Mr|Ms|Dr) \.?\s+ (?:[A-Z]\.\s+)? \p{Lu}\p{L}* (?:['’-]\p{Lu}\p{L}+)*
  (?: \s+ (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d) \p{Lu}\p{L}+ (?!\p{L}) )?
`;
const roles = pattern("g")`
  \b [Tt]he \s+ (?:(?:insider|filer|officer|executive|executive\s+officer|director|undersigned)|[Rr]eporting\s+(?:[Oo]wner|[Ii]ndividual)|[Ff]iling\s+[Pp]erson)
  (?!['’]?s?\s+[\w-]*\s*(?:plan|compensation|fees?|program|deferral)\b) (?=['’\s,.;)]) (?!\s+[A-Z])
`;

/** "his wife, Mrs. Roe", "Mrs. Roe, the wife of" */
const ofRelative = pattern("i")`\b ${relativeWords} ,?\s+ $`;
const isRelative = pattern(
  "i",
)`^,?\s+ (?:\(?(?:his|her|the|an?|who\s+is)\s+) (?:[\w'’-]+\s+){0,3}? ${relativeWords} \b`;

/** The insider, whatever the note calls him. */
export function onePerson(plain: RewrittenText): RewrittenText {
  const people = Array.from(placesOf(plain.text, titled, ALL), ([name]) => name);
  const isOne = people.length > 0 && people.every((name) => name === people[0]);
  const named = isOne
    ? plain.replace(titled, ({ 0: words, index, input }) =>
        ofRelative.test(lettersBefore(input, index, NEAR)) ||
        isRelative.test(lettersFrom(input, index + words.length, NEAR))
          ? words
          : insiderAt(input, index),
      )
    : plain;
  return named.replace(roles, ({ index, input }) => insiderAt(input, index));
}

const insiderAt = (text: string, at: number): string =>
  /(?:^|[.;:]\s+)["“(]*$/.test(lettersBefore(text, at, 4)) ? "The reporting person" : "the reporting person";
