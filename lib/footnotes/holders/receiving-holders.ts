import { isOtherMovement } from "@/lib/footnotes/vocabulary/other-movements";
import { lettersBefore, lettersFrom, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { namedBefore } from "./described-holders";
import type { HeldNote } from "./held-note";
import { securitiesMoved } from "./holding-words";
import type { FoundHolder } from "./named-holders";

const notDone = pattern("i")`
  \b (?:
    any | permitted | may | not | on | restrictions?\s+on | upon | rights?\s+(?:to|of) | if | unless | prohibit\w* |
    agreed?\s+(?:not\s+)?to | will | shall | intends?\s+to | certain | subsequent(?:ly)?
  ) \s+ (?:be\s+|have\s+been\s+|such\s+)? $
`;

/** The object that is assigned is not a security. */
const onlyInterest = pattern("i")`
  ^\s+ (?:\w+\s+){0,3}? (?:
    (?:economic|pecuniary)\s+interests? | proceeds | rights? |
    interests?\s+in\s+(?!(?:the|these|such)\s+(?:shares|securities))
  ) \b
`;

const towards = pattern("gi")`
  (?<!
    \b (?:
      pursuant | subject | prior | according | respect | due | relating | related | equal | entitled | rights? |
      order | up | attributable | exempt | similar | connection | regard | issuer | successor
    ) \s
  ) \b (?:to|into|in\s+favor\s+of) \s+ (?:(?:the\s+)?(?:names?|capital)\s+of\s+|(?:an?\s+)?joint\s+(?:names?|accounts?|tenancy|ownership)\s+with\s+)?
`;

/** "distributed to the reporting person by Roe Fund, L.P.": the fund gave them away. */
const toInsiderBy = /^(?:the\s+)?(?:reporting\s+(?:person|owner)s?|him|her|them)\s+by\s/i;
/** The fact about the gift already says that it went to a charity. */
const isAnyCharity = ({ isUnnamed, words }: FoundHolder): boolean =>
  isUnnamed === true && /^organi[sz]ations?$/.test(words.at(-1) ?? "");

/** The greatest distance of a condition from the movement. */
const FARTHEST = 320;

/** "transferred to the Roe Trust" */
export function receivingHolders(note: HeldNote): FoundHolder[] {
  const { text } = note;
  return note.placesOf(securitiesMoved).flatMap((match) => {
    const start = match.index + match[0].length;
    const before = lettersBefore(text, match.index, NEAR);
    if (isOtherMovement(text.slice(Math.max(0, match.index - FARTHEST), match.index), text.slice(start))) return [];
    if (notDone.test(before) || /\binterests?\s+(?:was|were|is|are|has\s+been)\s+$/i.test(before)) return [];
    const rest = note.restOfSentence(start);
    const found: FoundHolder[] = [];
    for (const to of rest.matchAll(towards)) {
      if (found.length > 0 && !/\b(?:shares|\d[\d,]*)\s+$/i.test(rest.slice(0, to.index))) continue;
      if (onlyInterest.test(rest.slice(0, to.index))) continue;
      const place = start + to.index + to[0].length;
      if (toInsiderBy.test(lettersFrom(text, place, NEAR))) continue;
      if (/^it\b(?!['’])/i.test(lettersFrom(text, place, NEAR))) found.push(...namedBefore(note, match.index));
      found.push(...note.holdersAt(place, { allowShort: false }).filter((holder) => !isAnyCharity(holder)));
    }
    return found;
  });
}
