import { CLAUSE, lettersBefore, lettersFrom, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { bracketSpans, namesBefore } from "./defined-names";
import type { HeldNote } from "./held-note";
import { noPerson } from "./list-words";
import type { FoundHolder } from "./named-holders";
import { unnamedBefore } from "./unnamed-vehicles";

/**
 * Holders whom the words before a relative clause name: "a director of Roe Ltd., in whose name the shares are registered", "attorney for his
 * father, to whom the shares belong".
 */
const theShares = pattern()`
  (?:(?:all|each|both|some|half|most|certain|any)\s+(?:of\s+)?)? (?:(?:the|these|those|such|said|this|that|his|her)\s+)? (?:[\d,]{3,}\s+(?:of\s+(?:the|these)\s+)?)?
  (?:(?:reported|remaining|underlying|subject|common|ordinary|preferred|class\s+\w|series\s+\w|founder|restricted|listed)\s+){0,2}
  (?:shares?|securities|units|stock|warrants?|options?|notes?|debentures?|adss?|they)
`;
const relativeClause = pattern("gi")`
  \b (?:
    to\s+(?:which|whom) \s+ (?:
      ${theShares} \s+ (?:(?:are|were|is|was|have\s+been|has\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:issued|transferred|contributed|conveyed|assigned|distributed|delivered|given|registered|sold|granted|allotted)|belong(?:s|ed)?) |
      (?:he|she|the\s+reporting\s+person) \s+ (?:has\s+|had\s+|\w+ly\s+)? (?:transferred|contributed|conveyed|assigned|gave|sold|delivered|gifted) \s+ (?=${theShares}\b)
    ) |
    (?: (?:in|under|into|to)\s+whose\s+(?:sole\s+|own\s+|joint\s+)?(?:names?|accounts?) | (?:for|on|to)\s+whose\s+(?:sole\s+|own\s+)?(?:accounts?|benefit|behalf) | (?:in|by|through|with)\s+(?:which|whom) ) \s+
      ${theShares} \s+ (?:(?:are|were|is|was|have\s+been|has\s+been|had\s+been)\s+(?:\w+ly\s+|now\s+|all\s+|being\s+)?)? (?:held|owned|registered|issued|titled|carried|kept|recorded|purchased|acquired|bought|sold|subscribed|standing|stand)
    |
    # "the entity through which the reporting person holds"
    (?:in|by|through|via)\s+which \s+ (?:the\s+reporting\s+person|he|she|they|(?:Mr|Ms|Dr|Mrs)\.?\s+\w+) \s+ (?:\w+ly\s+)? (?:holds?|held|owns?|owned|purchased|acquired|bought|sold|invested) \s+ (?=${theShares}\b)
  ) \b
`;
export const mayBeRelative = (lower: string): boolean =>
  /\b(?:to|in|by|through|with|via|under|into|for|on) (?:which|whom|whose)\b/.test(lower);

/** "Roe LLC is the entity through which" */
const isEntity =
  /\s+(?:is|was|are|were)\s+(?:the|an?)\s+(?:[\w-]+\s+){0,3}?(?:entit(?:y|ies)|vehicles?|compan(?:y|ies)|funds?|partnerships?|trusts?|corporations?|firms?)$|,\s+(?:the|an?)\s+(?:[\w-]+\s+){0,4}?(?:entit(?:y|ies)|vehicles?|compan(?:y|ies)|funds?|partnerships?|trusts?|corporations?|firms?)$/i;
/** Those who only did something else. */
const noHolder = /\b(?:agreement|plan|program|offering|transactions?|merger|manner|account|broker(?:age)?|capacity)$/i;

export function relativeClauses(note: HeldNote): FoundHolder[] {
  const { text, names, named } = note;
  return note.placesOf(relativeClause).flatMap(({ index: place }) => {
    const at = place - (/,?\s+$/.exec(lettersBefore(text, place, 4))?.[0].length ?? 0);
    const index = at - (isEntity.exec(lettersBefore(text, at, NEAR))?.[0].length ?? 0);
    if (noHolder.test(lettersBefore(text, index, NEAR))) return [];
    const brackets = bracketSpans(text);
    const list = namesBefore(names, brackets, index);
    if (list.length > 0)
      return list.flatMap((full) => {
        const name = names.all.find(({ start }) => start === full.start);
        if (!name) return [];
        const isPerson = !name.isVehicle && name.words.length > 1 && !noPerson.test(name.words.join(" "));
        return isPerson ? [{ ...name, isUnnamed: false, relation: null }] : named.resolve(name);
      });
    const before = unnamedBefore(text, index);
    if (!before) return [];
    if (before.isReference) return named.refer(before);
    const { nameStart: start, end, head, relation } = before;
    return [{ start, end, words: [head], isUnnamed: true, relation }];
  });
}

/** "purchased with the working capital of Roe Fund LP" */
const withFunds = pattern("gi")`
  \b (?:purchased|acquired|bought|paid\s+for|purchase|acquisition) \b [^.;]{0,${NEAR}}? \b (?:with|using|from|out\s+of) \s+ (?:(?:the|available|general|personal|own)\s+)*
  (?:working\s+capital|(?:investment\s+|corporate\s+|partnership\s+|trust\s+)?(?:funds|assets|capital|cash|money|monies)) (?:\s+(?:on\s+hand|available))? \s+ of \s+ (?=(?:the\s+)?[A-Z\d])
`;
/** "shares attributable to his interest in Roe LP", "his pro rata share of the holdings of Roe Partners" */
const ofInterest = pattern("gi")`
  \b (?:shares|stock|securities|units|holdings|number\s+shown|amount\s+shown) \b [^.;]{0,${NEAR}}? \b (?:attributable|allocable|allocated|corresponding|attributed) \s+ to\s+ (?:
    (?:the\s+reporting\s+person['’]s|his|her|its|the)\s+ (?:[\w.%-]+\s+){0,4}? (?:interests?|stake|ownership|investment|shareholdings?|membership) \s+ (?:in|of) |
    (?:the\s+)?reporting\s+person\s*,?\s+ (?:as|through|by\s+virtue\s+of|by\s+reason\s+of|because\s+of) \s [^.;,]{0,${NEAR}}? \b (?:in|of)
  ) \s+ (?=(?:the\s+)?[A-Z\d]) |
  \b (?:his|her|its|(?:the\s+)?reporting\s+person['’]s) \s+ (?:pro[\s-]?rata|proportionate|indirect|proportional|allocable) \s+ (?:share|interest|portion|part) \s+ (?:of|in) \s+
    (?:(?:the|these|all)\s+)? (?:holdings?|position|portfolio) \s+ (?:of|in) \s+ (?=(?:the\s+)?[A-Z\d]) |
  \d\s?% \s+ of\s+the\s+ (?:holdings?|position) \s+ of \s+ (?=(?:the\s+)?[A-Z\d])
`;
const isFund =
  /^(?:l\.?p|llc|llp|lllp|funds?|partners|partnership|associates|trusts?|investors|holdings|group|club|ventures|investments?|properties|brothers|sons|inc|ltd|enterprises|company|co)$/;

export const mayBeOfInterest = (lower: string): boolean =>
  /\b(?:attribut|alloca(?:ble|ted)|corresponding)|\b(?:pro[\s-]?rata|proportiona\w*|indirect|allocable) (?:share|interest|portion|part)|(?:capital|funds|assets|cash|money|monies|hand) of\b|% of the (?:holding|position)/.test(
    lower,
  );

export const holdersByInterest = (note: HeldNote): FoundHolder[] =>
  [...note.placesOf(ofInterest), ...note.placesOf(withFunds)].flatMap(({ index, 0: words }) =>
    note
      .holdersAt(index + words.length, { allowShort: false })
      .filter((holder) => !holder.isUnnamed && holder.words.some((word) => isFund.test(word))),
  );

/** "Roe Fund LP's purchase of the shares", "the sale of Roe LLC's shares" */
const theirTrade =
  /^(?:['’]s?)?\s+(?:(?:open[\s-]market|private|reported)\s+)?(?:(?:sales?|purchases?|exercise|conversion|acquisition|disposition)\s+of\b|(?:shares|units|warrants|notes|securities)\s+(?:were|are|was|have\s+been)\s+(?:sold|held|registered|converted|exchanged|purchased|acquired)\b)/i;
const tradeOf = /\b(?:sales?|purchases?|exercise|conversion|disposition)\s+of\s+(?:the\s+)?$/i;
const theirShares = /^(?:['’]s?)?\s+(?:[\d,]+\s+)?(?:shares|units|warrants|notes|securities)\b/i;

export const owningVehicles = ({ text, names, named }: HeldNote): FoundHolder[] =>
  names.all.flatMap((name) => {
    if (!name.isVehicle || name.words.length < 2 || !name.words.some((word) => isFund.test(word))) return [];
    const own = /['’]s?$/.exec(text.slice(name.start, name.end))?.[0].length ?? 0;
    const after = lettersFrom(text, name.end - own, CLAUSE);
    // "its shares were sold before he joined the firm"
    if (/\bbefore\s+(?:he|she|the\s+reporting)\b/i.test(after)) return [];
    const isOwner =
      /^['’]/.test(after) &&
      (theirTrade.test(after) || (theirShares.test(after) && tradeOf.test(lettersBefore(text, name.start, NEAR))));
    return isOwner && !name.words.some((word) => mayBeIssuer.test(word))
      ? named.resolve({ ...name, end: name.end - own }, false)
      : [];
  });
const mayBeIssuer = /^(?:corp|corporation|inc|co|company|bancorp|plc|ag|sa|nv)$/;
