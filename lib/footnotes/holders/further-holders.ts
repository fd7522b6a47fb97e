import { placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersFrom, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import type { HeldNote } from "./held-note";
import type { FoundHolder } from "./named-holders";

const furtherCount = pattern("gi")`
  (?:^|[\s(]) (?:\d[\d,]*|(?:the\s+)?(?:rest|balance|remainder|remaining|others?))\s+ (?:(?:of\s+)?(?:such\s+|these\s+|the\s+)?(?:shares|units)\s+)? (?:(?:are|is|were)\s+)?
  (?:held\s+|owned\s+|sold\s+|purchased\s+|acquired\s+|bought\s+)? (?:by|in\s+the\s+name\s+of|in(?=\s+(?:an?|the|his|her|[\w'’]+['’]s?)\s+(?:[\w()'’-]+\s+){0,6}?(?:iras?|401\(?k?\)?|k?esop|plan|trust|utma|ugma|keogh)\b)) \s+
`;

const MOST_FURTHER = 12;

const aboutHolder = pattern()`(?:(?!\bthrough\b|\bby\b(?!\s+(?:the\s+reporting\s+person|him|her)\b))[^.;]){0,${CLAUSE}}?`;
/** "held by Roe LLC, of which he is the sole manager, and by Doe LP": the clause between them contains no other "by". */
const andBy = pattern("i")`
  ^ (?:\s*\([^()]*\))?
  (?:,?\s+(?:of|for|in|over|to|with|as\s+to|with\s+respect\s+to)\s+(?:which|whom)\b|,\s+(?:an?|the|its|whose|which|who)\s) ${aboutHolder}
  ,?\s+ (?:and|as\s+well\s+as) \s+ (?:(?:also|directly|indirectly|partly|in\s+part)\s+)? (?:held\s+|owned\s+)?
  (?:by|through|in\s+the\s+name\s+of) \s+
`;

/** "held by Roe Inc., which is owned by the reporting person and by his brother": the owners of Roe Inc. */
const ownersOfIt =
  /\b(?:owned|controlled|managed|run)\s+(?:\w+\s+)?by\s+(?:the\s+reporting\s+person|him|her)\s+and\s+(?:\w+\s+)?by\s+$/i;

/** Those who are named after the next "and by". */
export function furtherHolders(note: HeldNote, from: number): FoundHolder[] {
  const more = andBy.exec(lettersFrom(note.text, from, SENTENCE));
  if (more && ownersOfIt.test(more[0])) return [];
  const list = more && note.lists.listAt(from + more[0].length, { allowShort: false });
  return list ? [...list.holders, ...furtherHolders(note, list.end)] : [];
}

/** "held by the Roe Trust and 500 (shares) by Jane Roe's son" */
export const furtherCounts = (note: HeldNote, from: number): FoundHolder[] =>
  [...placesOf(note.restOfSentence(from), furtherCount, MOST_FURTHER)]
    .map((more) => from + more.index + more[0].length)
    .filter((place) => !note.isExcluded(place))
    .flatMap((place) => note.holdersAt(place));
