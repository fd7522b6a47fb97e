import { relativeWords } from "@/lib/footnotes/vocabulary/relatives";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import type { HeldNote } from "./held-note";
import { controlledBy } from "./holding-words";
import { endsUnnamed } from "./name-words";
import type { FoundHolder } from "./named-holders";
import type { NameInNote } from "./names-in-note";
import { type UnnamedVehicle, unnamedBefore } from "./unnamed-vehicles";

/** "in which", "over whose investments" */
export const prepositional = pattern()`(?:of|for|in|over|with|by|through|to) \s+ (?:which|whose|whom) \b`;
/** ", each managed by the reporting person," */
export const runBy = pattern()`
  (?:(?:each|both|all)\s+(?:of\s+which\s+(?:is|are)\s+)?)? (?:(?:wholly|solely|jointly|majority|directly|indirectly)[\s-]+)*
  (?:owned|controlled|managed|advised|run|led|formed|organi[sz]ed|established|created) \s+ (?:by|under|in) \b
`;
export const notSubject =
  /\b(?:(?:neither|none)(?:\s+of)?|(?:one|two|three|four|some|certain|any|either)\s+of|nor|if|when|once|unless|until|than|,\s+an?\s+(?:separate\s+)?series\s+of)\s+(?:the\s+|any\s+of\s+the\s+)?$/i;
/** "Roe Associates, a California limited partnership": the same holder again. "His IRA" has an owner before it. */
export function isDescribed(text: string, all: readonly NameInNote[], { start, words }: NameInNote): boolean {
  const before = lettersBefore(text, start, NEAR);
  const aside = /,\s+an?\s+$/i.exec(before)?.[0];
  if (aside !== undefined) return all.some(({ end, isVehicle }) => isVehicle && end === start - aside.length);
  return words.length === 1 && /(?:['’]s?|\b(?:his|her|their|my))\s+(?:[a-z][\w-]*\s+){0,3}$/i.test(before);
}

/** ", of which he is a limited partner," before the verb; "for which Roe LLC is the adviser"; "the trust that" */
const asideBefore = pattern("i")`
  (?:
    \s*\([^()]{0,${CLAUSE}}\) | ,\s+(?:${prepositional}|${runBy}\s|an?\s|as\s|whose\s|aged\s|who\s|both\s|all\s)[^,;.]{0,${CLAUSE}}, |
    \s+(?:of|for|over)\s+which\s[^,;.]{0,${CLAUSE}} | ,?\s+(?:that|which|who) | ,\s+(?:and\s+|but\s+)?not\s[^,;.]{2,${NEAR}}, |
    \s+${controlledBy}\s[^,;.]{0,${NEAR}}
  ) \s* (?:(?:directly|also|then|has|have|had)\s+)* $
`;

const ofInsider = pattern("i")`
  \b (?:(?:${relativeWords})\s+of|for\s+the\s+(?:sole\s+)?benefit\s+of) \s+ (?:the\s+)? reporting\s+(?:person|owner) $
`;
const endsHolder = (before: string): boolean =>
  endsUnnamed.test(before.slice(-20)) || ofInsider.test(before.slice(-NEAR));

/** "a trust created by his father holds": the trust. */
const madeByRelative = pattern("i")`
  (?<=\w) \s+ (?:(?:that|which)\s+was\s+)? (?:established|created|settled|formed|founded|funded|organi[sz]ed|set\s+up|opened|maintained|controlled|managed|owned|run)
  \s+ by \s+ (?:the\s+reporting\s+person['’]s|his|her|their) \s+ (?:[\w'’-]+\s+){0,2}? (?:${relativeWords}) $
`;

/** "a trust under the will of her grandmother, that owns": not the grandmother. */
const ofSomebody =
  /\b(?:will|estate|death|memory|name|guardian|custodian|beneficiary|trustee|benefit|behalf)\s+(?:of|for)\s+$/i;

const adverbsBefore = /\s(?:(?:each|both|together|jointly|also|directly|beneficially)\s+)+$/i;

/** An unnamed vehicle or relative before a verb: "a trust for his children holds". */
export function unnamedActing({ text, names, named }: HeldNote, verb: number): FoundHolder[] {
  const adverbs = adverbsBefore.exec(lettersBefore(text, verb, NEAR))?.[0].length ?? 0;
  let end = text.slice(0, verb - adverbs).trimEnd().length;
  const before = lettersBefore(text, end, SENTENCE);
  const founder = madeByRelative.exec(before);
  if (founder) {
    end -= before.length - founder.index;
    const vehicle = names.all.find((name) => name.isVehicle && name.end === end);
    if (vehicle) return named.resolve(vehicle, false);
  } else if (!endsHolder(before)) {
    const aside = asideBefore.exec(before);
    if (!aside) return [];
    end -= before.length - aside.index;
  }
  if (!endsHolder(lettersBefore(text, end, SENTENCE))) return [];
  const unnamed = unnamedBefore(text, end);
  if (
    !unnamed ||
    names.all.some((name) => name.end === end && name.start <= unnamed.nameStart && !isDescribed(text, names.all, name))
  )
    return [];
  if (notSubject.test(text.slice(Math.max(0, unnamed.start - 30), unnamed.start))) return [];
  // "Jane Roe, wife of the reporting person, owns": she is named
  if (
    unnamed.relation &&
    names.all.some(
      ({ end, words }) => words.length > 1 && /^,\s+(?:the\s+|an?\s+)?$/i.test(text.slice(end, unnamed.start)),
    )
  )
    return [];
  if (unnamed.relation && ofSomebody.test(lettersBefore(text, unnamed.start, NEAR))) return [];
  // "the partnership that owns these shares, Roe LP, is"
  const apposed = /^[^.;,]{3,60},\s+(?=(?:the\s+)?\p{Lu})/u.exec(lettersFrom(text, verb, CLAUSE))?.[0].length;
  const apposite =
    apposed === undefined || !/\b(?:that|which)\s+$/.test(`${before} `) ? null : names.at(verb + apposed);
  if (apposite?.isVehicle && text[apposite.end] === ",") return named.resolve(apposite, false);
  if (unnamed.isReference) return named.refer(unnamed);
  const comma = /(?:,|\s(?:is|was))\s+$/.exec(lettersBefore(text, unnamed.start, NEAR))?.[0];
  const called = comma && names.all.find((name) => name.isVehicle && name.end === unnamed.start - comma.length);
  // "the Roe Foundation, a charity that owns 500 shares", "the Roe Trust is a revocable trust that owns"
  if (called) return named.resolve(called, false);
  const other = otherBefore(text, unnamed);
  return (other ? [other, unnamed] : [unnamed]).map(({ nameStart: start, end, head, relation }) => ({
    start,
    end,
    words: [head],
    isUnnamed: true,
    relation,
  }));
}

/** "(Ms. Roe's husband) and their two sons each own": the relative before "and". */
function otherBefore(text: string, { start, relation }: UnnamedVehicle): UnnamedVehicle | null {
  const and = /\s+and\s+$/i.exec(lettersBefore(text, start, NEAR))?.[0];
  const other = relation === null || and === undefined ? null : unnamedBefore(text, start - and.length);
  return other?.relation ? other : null;
}
