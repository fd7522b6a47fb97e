import { withoutInnerStops } from "@/lib/footnotes/vocabulary/sentences";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { bracketSpans, nameKey, namesBefore } from "./defined-names";
import type { HeldNote } from "./held-note";
import type { FoundHolder } from "./named-holders";
import type { NameInNote } from "./names-in-note";
import { unnamedBefore } from "./unnamed-vehicles";

/**
 * Those whose securities somebody may be deemed to own, or disclaims: "He disclaims beneficial ownership of the Roe Funds'
 * securities", "voting power over the shares of Roe III".
 */
export function managedHolders(note: HeldNote): FoundHolder[] {
  return [
    ...ownersNamed(note),
    ...ownersReferredTo(note),
    ...ownersAfter(note),
    ...ownersBefore(note),
    ...ownersAsThey(note),
  ];
}

export const mayBeManaged = (lower: string): boolean =>
  (power.test(lower) && theirShares.test(lower)) || forWhom.test(lower);
const forWhom = /\b(?:for|on) whose (?:account|behalf)/;
const power = /disclaim|ownership|power|control|discretion|deemed|attributed|acquire|\bvoted\b/;
const securities = pattern()`(?:shares|securities|stock|units|warrants|holdings)`;
const theirShares = pattern("i")`
  ['’]s? \s+ (?:(?:reported|directly|such)\s+){0,2} ${securities} \b | \b ${securities} \s+ of \s | \b whose\s+ ${securities}
 | \b (?:they|by\s+(?:each\s+of\s+|both\s+of\s+)?them|by\s+(?:these|those|all)\s+(?:two|three|four|five)) \b
`;
const theirsNext = pattern(
  "i",
)`^ (?:['’]s?)? \s+ (?:(?:reported|directly|held)\s+){0,2} ${securities} \b (?!\s+(?:price|exchange|plan|option|award|ownership)\b)`;

/** "Roe I's and Roe II's securities" */
const andTheirs = pattern()`^ ['’]s?,? \s+ (?:and|or) \s+ (?:the\s+)? [A-Z][^.;,]{0,${NEAR}}? ['’]s? \s+ ${securities} \b`;

/** Who may be deemed to own, and who disclaims. A power that nobody has says nothing of who holds. */
const ofPower = pattern("i")`
  \b (?:
    beneficial(?:ly)?\s+own\w* | (?:voting|dispositive|investment|investing)\b[^.;]{0,${NEAR}}?\b(?:power|control|discretion|authority) |
    powers?\b[^.;]{0,${NEAR}}?\bto\s+(?:vote|dispose|invest|direct) | deemed\s+to\s+(?:\w+ly\s+)?(?:own|share|have|hold) | (?:entitled|rights?)\s+to\s+acquire | disclaim(?:s|ed|ing)?
  ) \b (?:(?!\b(?:shares|securities|stock)\s+of\b)[^.;]){0,${CLAUSE}} $
`;
const noPower =
  /\b(?:no|not|neither|nor|without)\b[^.;]{0,80}\b(?:power|control|discretion|authority|interest)\b[^.;]*$/i;

/** The words of a sentence before a place. */
const sentenceBefore = (text: string, at: number): string =>
  withoutInnerStops(lettersBefore(text, at, SENTENCE)).replace(/^.*[.;]\s+(?=["“(]*[A-Z])/s, "");

function ownersNamed(note: HeldNote): FoundHolder[] {
  const { text, names, named } = note;
  return names.all.flatMap((name) => {
    const own = /['’]s?$/.exec(text.slice(name.start, name.end))?.[0].length ?? 0;
    const end = name.end - own;
    const after = lettersFrom(text, end, CLAUSE);
    if (!/^['’]/.test(after) || !(theirsNext.test(after) || andTheirs.test(after))) return [];
    const before = sentenceBefore(text, name.start);
    if (noPower.test(before) || note.isExcluded(name.start)) return [];
    const isOfPower = ofPower.test(before);
    return named
      .resolve({ ...name, end }, false)
      .filter((holder) => (isOfPower && !mayBeIssuer(holder)) || isManaged(note, holder));
  });
}

/** Names of issuers, more often than of those who hold for the insider. */
const mayBeIssuer = ({ words }: FoundHolder): boolean =>
  words.some((word) => /^(?:corp|corporation|inc|co|company|bancorp|plc|ag|sa|nv)$/.test(word));

/** "power over that fund's shares" */
const referredTo = pattern("gi")`
  \b (?:that|the|this|such|those|these|both) \s+ (?:(?:two|three|four)\s+)? (?:funds?|partnerships?|entit(?:y|ies)|llcs?) (?=['’]s?\s+(?:shares|securities|holdings)\b) |
  # "the securities of those three partnerships"
  \b (?:shares|securities) \s+ of\s+ (?:that|this|those|these) \s+ (?:(?:two|three|four|five)\s+)? (?:funds?|partnerships?|entit(?:y|ies)|llcs?|trusts?) \b
`;

function ownersReferredTo(note: HeldNote): FoundHolder[] {
  return note.placesOf(referredTo).flatMap(({ index, 0: words }) => {
    const before = sentenceBefore(note.text, index);
    const reference =
      ofPower.test(before) && !noPower.test(before) ? unnamedBefore(note.text, index + words.length) : null;
    return reference?.isReference ? note.named.refer(reference) : [];
  });
}

const sharesOf = pattern(
  "giu",
)`\b ${securities} \s+ (?:and\s+(?:of\s+)?those\s+)? of \s+ (?:each\s+of\s+)? (?=(?:the\s+)?\p{Lu})`;

function ownersAfter(note: HeldNote): FoundHolder[] {
  return note.placesOf(sharesOf).flatMap(({ index, 0: words }) => {
    const before = sentenceBefore(note.text, index);
    const isOfPower = ofPower.test(before) || mayBeHis.test(lettersFrom(note.text, index, SENTENCE));
    const isAnother = andThose.test(words);
    if (!(isOfPower || isAnother) || noPower.test(before)) return [];
    const list = note.holdersAt(index + words.length, { allowShort: false });
    const isOwned = ownershipOfWhich.test(lettersFrom(note.text, index, SENTENCE));
    const isTheirs = (holder: FoundHolder) =>
      isManaged(note, holder) || ((isPower.test(before) || isOwned) && isFund(holder));
    return isAnother || list.some(isTheirs)
      ? list.filter(
          (holder) => isAnother || isTheirs(holder) || endsItem.test(lettersFrom(note.text, holder.end, NEAR)),
        )
      : [];
  });
}
const endsItem = /^(?:\s*\([^()]*\))*\s*(?:[,.;]|$|\band\b|\bmay\b)/;
/** "Roe III's shares and those of the Roe Funds" */
const andThose = /\band\s+(?:of\s+)?those\s+of\b/i;
/** "voting and investment power over the shares of Roe Fund, LP" */
const isPower = /\b(?:voting|dispositive|investment)\b[^.;]{0,40}\bpower\s+over\s+(?:\w+\s+){0,3}$/i;
const isFund = (holder: FoundHolder): boolean =>
  !mayBeIssuer(holder) && holder.words.some((word) => /^(?:lp|llc|funds?|trust)$/.test(word));

/** "Shares of the Roe Funds may be attributed to" */
const mayBeHis =
  /^[^.;]{0,160}?(?:\bmay\s+be\s+(?:attributed|deemed)\b|,\s+(?:the\s+)?(?:beneficial\s+)?ownership\s+of\s+which\b)/i;
const ownershipOfWhich = /^[^.;]{0,160}?,\s+(?:the\s+)?(?:beneficial\s+)?ownership\s+of\s+which\b/i;
/** "the Roe Funds, the securities of which he disclaims owning", "Roe LLC, whose shares he may be deemed to own" */
const ofWhich = pattern("gi")`
  ,\s+ (?:(?:all\s+)?(?:the\s+)? (?:shares|securities) \s+ of\s+which|(?:over\s+|in\s+)?whose\s+(?:shares|securities)) \s+ (?=[^.;]{0,${NEAR}}? \b (?:disclaims?|deemed|attributed|acquire|votes?) \b) |
  # "the manager of Roe LP, for whose account the shares were purchased"
  ,\s+ (?:for|on)\s+whose\s+ (?:accounts?|behalf) \s+ (?=(?:the|these|those)\s+ ${securities} \s+ (?:are|were|is|was)\b)
`;

function ownersBefore(note: HeldNote): FoundHolder[] {
  const { text, names, named } = note;
  return note.placesOf(ofWhich).flatMap(({ index }) =>
    namesBefore(names, bracketSpans(text), index).flatMap((full) => {
      const name = names.all.find(({ start }) => start === full.start);
      return name ? named.resolve(name, false) : [];
    }),
  );
}

/** "the general partner of Roe I and Roe II, and may be deemed to own the shares they hold" */
const theyHold = pattern("gi")`
  \b ${securities} \s+ (?: (?:(?:that|which)\s+)? they\s+ (?:(?:each|both|directly|jointly)\s+)? (?:hold|own) | (?:(?:that|which)\s+(?:are|were)\s+)? (?:directly\s+)? (?:held|owned) \s+ (?:directly\s+)? by\s+(?:them|each\s+of\s+them|both\s+of\s+them|(?:these|those|all)\s+(?:two|three|four|five)(?=\s*[,.;]|\s+and\b|$)) ) \b |
  # "the adviser to Roe LP and Roe Ltd., and these hold the shares"
  \b and\s+ (?:these|they|both|both\s+of\s+them|all\s+of\s+them) \s+ (?:hold|own) \s+ (?:the|these|those) \s+ (?:\w+\s+)? ${securities} \b
`;

/** The last two or more that the sentence says somebody manages. */
function ownersAsThey(note: HeldNote): FoundHolder[] {
  const { text, names, named } = note;
  return note.placesOf(theyHold).flatMap(({ index }) => {
    const brackets = bracketSpans(text);
    const before = names.all.filter(({ end }) => end <= index && index - end < FARTHEST);
    for (const { end } of before.reverse()) {
      const list = namesBefore(names, brackets, end);
      const [first] = list;
      if (!first || list.length < 2 || !manages.test(lettersBefore(text, first.start, NEAR))) continue;
      return list.flatMap((full) => {
        const name = names.all.find(({ start }) => start === full.start);
        return name ? named.resolve(name) : [];
      });
    }
    return [];
  });
}
const FARTHEST = 400;

/** "the general partner of Roe II, L.P. and Roe III, L.P.", but not "a director of", which insiders are of the issuer. */
const manages = pattern("i")`
  \b (?: (?:partner|member|manager|advis[eo]r|committee|trustee|owner|sponsor)s? \s+ (?:of|to) | controls | manages | advises ) \s+
  (?:(?!\b(?:is|are|was|which|who|whose)\b)[^.;]){0,260} $
`;
const innerStop = /\.(?!\s+[A-Z])/g;
const isManagedNext = pattern("i")`
  ^ (?:\s*\([^()]*\))* (?:
    ,?\s+(?:is|are)\s+(?:\w+ly\s+)?(?:managed|advised|controlled|run)\s+by\b |
    ,\s+(?:(?:of|for|to)\s+which\s|whose\s) [^.;]{0,${CLAUSE}}? \b (?:general\s+partner|managing\s+member|manager|advis[eo]r|trustee)s? \b
  )
`;

/** Whether the note says that somebody manages a holder. */
function isManaged({ text, names, named }: HeldNote, { words }: FoundHolder): boolean {
  const key = nameKey(words);
  const isSame = (name: NameInNote) =>
    nameKey(name.words) === key || named.definition(nameKey(name.words))?.some((other) => nameKey(other.words) === key);
  return names.all.some(
    (name) =>
      isSame(name) &&
      (manages.test(lettersBefore(text, name.start, 320).replace(innerStop, " ")) ||
        isManagedNext.test(lettersFrom(text, name.end, CLAUSE))),
  );
}
