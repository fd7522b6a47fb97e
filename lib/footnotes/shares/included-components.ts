import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { MOST_SENTENCES, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { withLists } from "@/lib/footnotes/vocabulary/sentence-lists";
import { CLAUSE, lettersBefore, NEAR, SENTENCE, type Words } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import type { IncludedComponent, Stated } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { componentKind } from "./component-kinds";
import { anyUnit, byMistake, notOfShares, ofAdjustment, partsOf, upToEnd } from "./component-parts";
import { continuedParts } from "./continued-list";
import { mayBeDollars } from "./conversion-words";
import { isHeldOrNamed, isInstalment, isOfKinds, listedKinds } from "./listed-kinds";
import { markedParts } from "./marked-parts";
import {
  afterSale,
  ifAny,
  isLeft,
  isNoHolding,
  isOfEach,
  isOnlyTrade,
  itsAssets,
  numberNext,
  ofAward,
  ofDividend,
  ofOption,
  ofPart,
  ofPartToo,
  ofPercent,
  ofSale,
  portionOf,
  reflectsChange,
  wasGivenUp,
  wentOn,
  wentTo,
  withoutChange,
} from "./not-parts";
import { partsAlone, partsOfKinds } from "./parts-alone";
import { partsBesideOwn } from "./parts-beside-own";
import { partsByHolder } from "./parts-by-holder";
import { partsIncludedIn } from "./parts-included-in";
import { withoutMakeup, withoutPartsOfPart, withoutVesting } from "./parts-of-part";
import { type FoundComponent, partsHeldBy, partsOfThese, sum } from "./parts-of-total";
import { afterTransaction, heldByInsider, negated, notNumber, ofNumber, ofUnit, verb } from "./verbs-of-parts";

/** The named parts that a reported number includes, according to the note. */
export function readIncludedComponents(note: NoteText): Stated<IncludedComponent[]> | null {
  const { lower } = note;
  const alone = [...partsAlone(note.text), ...continuedParts(note.text), ...partsBesideOwn(note.text)];
  if (alone.length === 0 && !mayInclude.test(lower) && !byHolder.test(lower)) return null;
  const text = withoutVesting(note.text);
  const sentences =
    text === note.text
      ? note.unstopped
      : note.unstopped.map((words) => ({ ...words, text: withoutVesting(words.text) }));
  const joined = withLists(text, sentences.slice(0, MOST_SENTENCES), mayInclude, listItem, markedItem);
  const found = joined.flatMap((sentence, index) =>
    mayInclude.test(sentence.text) ? componentsIn(sentence, joined[index - 1]) : [],
  );
  const distinct = found.filter(
    (component, index) => !found.slice(0, index).some((other) => isSameAgain(text, other, component)),
  );
  if (distinct.length === 0) distinct.push(...(alone.length > 0 ? alone : partsByHolder(text)));
  if (distinct.length === 0) return null;
  return {
    value: distinct.map(({ part }) => part),
    spans: distinct.map(({ start, end }) => [start, start + text.slice(start, end).replace(blanked, "").length]),
  };
}

/** Where something was left out at the end of a part. */
const blanked = /\s{3,}\W*$/;

/**
 * Whether a part is said again. Two of the same number in one sentence are two: "300 shares held by his wife and 300 shares held
 * by his son".
 */
function isSameAgain(text: string, before: FoundComponent, { part, start, end }: FoundComponent): boolean {
  if (before.part.what !== part.what || before.part.shares !== part.shares) return false;
  if (part.shares === null || before.end > start || /[.;]\s+\p{Lu}/u.test(text.slice(before.end - 1, start)))
    return true;
  const words = text.slice(start, end);
  const isReferredTo = /^\d/.test(words) && /\b(?:the|these|those|such)\s+$/i.test(lettersBefore(text, start, NEAR));
  return words === text.slice(before.start, before.end) || isReferredTo;
}

/** "; (b) 2,000 RSUs; and (c) 40 shares" */
const listItem =
  /^(?:and\s+)?(?:\(?\w{1,4}\)|\d|(?:[^;.]|\.(?=[\w,]|\s+[a-z(])){2,80}\(\d[\d,]*(?:\s+(?:shares|units|warrants))?\)[;.]?$)/i;
const markedItem = /^(?:and\s+)?\(?(?:[ivx]+|[b-h])\)\s+\d/i;
const mayInclude = pattern("i")`
  \b (?:
    includ | inclusive\s+of | among\s | outright\b | directly(?:,|\s+and)\s+\d | (?:held|owned)\s+(?:\w+\s+){0,2}?as\s+follows | the\s+following\s+(?:shares|securities)\s*: | consist | compris | combines | counts | takes?\s+(?:into\s+)?account |
    respectively\b | up\s+to\s+[\d,]+\s+of\b | reflect(?!s?\s+(?:the\s+)?weighted) | of\s+which\b |
    (?:held|owned|those\s+of|the\s+following\s+(?:\w+\s+)?holds?)\s[^;]{3,${CLAUSE}}?\((?:as\s+to\s+)?\d | \d+\s+(?:(?:shares|units)\s+)?(?:are|is|were)\s+(?:\w+ly\s+)?(?:held|owned)\s | \d+\s+(?:[a-z'’-]+\s+){0,5}(?:shares|units|adss?|stock|warrants|securities|interests|options)\s+(?:are|is|were)\s+(?:\w+ly\s+)?(?:held|owned|registered)\s[\s\S]{0,${SENTENCE}}\d | (?:makes?|made)\s+up\s+[\d,]+\s+of\b | as\s+follows\s*:\s+by\b |
    of\s+ (?:these|such|those|the|this|his|her) \s+ (?:[\w,-]+\s+){0,3}? (?:${sum}) \b | of\s+(?:shares|securities|units)\s+(?:reported|listed|shown|held|owned|beneficially)\b | of\s+(?:these|those|them),\s+(?:\(\w{1,3}\)\s+)?\d |
    represent(?!s?\s+(?:the\s+|an?\s+)?(?:weighted|average))
  )
`;

/** "1,400 shares owned by spouse; 250 shares owned by children" */
const byHolder = pattern()`
  # "Roe Fund, L.P. (9,500); Roe Fund II, L.P. (3,800)."
  ^\W* (?:[^();]|\([^()\d]*\)){3,${CLAUSE}}? \s \( \d[\d,]{2,} (?:\s+(?:shares|units))? \) \s* ; |
  ^[^.;]{0,${NEAR}}:\s+ [\d,]+ \s+ (?:directly|by) \b [^;]* ; |
  ^\W* \d[\d,]* \s+ (?:shares|units) (?:\s*:|\s[-–—]) \s [^;]* ; |
  ^\W* [\d,]+ \s+ (?:shares|units) \s+ (?:(?:are\s+)?(?:held|owned)\s+)? (?:by|in|through|directly|jointly)\b [^;]* ; |
  ^\W* [\d,]+ \s+ (?:shares|units) \s+ (?:are\s+)? (?:held|owned)\s+by\b [^;]* \band\s+[\d,]+\s |
  # "two trusts, each of which holds 500 shares"
  \b each \s+ (?:of\s+which\s+|\w+\s+)? (?:holds|holding|owns|owning|with|is\s+the) \s | \d\s+shares\s+each\b | \b(?:by\s+)?each\s+of\s |
  # "Roe LP holds 500 shares and Doe LP holds 300 shares"
  \b (?:holds?|owns?|held|owned|owner\s+of|holder\s+of) \s [^;]{0,${NEAR}}? \d [\s\S]{0,${4 * SENTENCE}}? \b (?:holds?|owns?|held|owned|owner\s+of|holder\s+of) \s [^;]{0,${NEAR}}? \d
`;

/** ", in addition to shares owned outright," */
const besides = /^\s*,\s*in\s+addition\s+to\s+[^,;]{1,80},/i;

/** More than any sentence has. */
const MOST_VERBS = 8;
/** The most words before a verb that say what number it is about. */
const FARTHEST = 200;
const LONGEST_LIST = 800;
const LONGEST_MARKED = 2_000;
/** "consist of 3,000 shares held by each of Roe I LLC and Roe II LLC" */
const heldByEach = /\b(?:held|owned)\s+(?:\w+ly\s+|of\s+record\s+)?by\s+each\s+of\b/i;
const firstWords =
  /^\W*(?:as\s+of\s+[\w\s/.-]{4,20}(?:,\s*\d{4})?,\s+)?(?:total\s+|also\s+|balance\s+|amount\s+)?(?:(?:adjusted|increased|corrected|revised|updated|restated|amended)\s+to\s+)?$/i;
const ofBalance = /\b(?:number|amount|total|balance|holdings?|ownership|owned)\b/i;
/** "The total represents 900 shares owned jointly and 400 RSUs" */
const reportedTotal = pattern("i")`
  ^\W* (?:(?:the|this|such|that|his|her)\s+)? (?:(?:reported|aggregate|total|ending|combined)\s+)* (?:
    totals? | balance | aggregate | holdings? | (?:beneficial\s+)?ownership |
    (?:number|amount|figure) (?:\s+(?:of\s+(?:shares|securities|units)\s+)?(?:reported|shown|owned|held|beneficially\s+owned)|\s+in\s+column\s+\d+)?
  ) (?:\s+(?:reported|shown|given)(?:\s+(?:here|above|herein))?|\s+in\s+column\s+\d+)? \s+ $
`;

/** Shares received without a separate report. A note that reflects them states that they are part of a total. */
const reinvested = pattern("i")`
  ^\s* (?:[\d,.]+\s+)? (?:additional\s+)?shares\s+ (?:of\s+(?:[\w'’]+\s+){1,6}?)? (?:acquired|purchased|bought|received|obtained|credited) \b[^;]*\b
  (?:dividends?|drip|espp|employee\s+stock\s+purchase) \b
`;
/** "and 162 shares purchased on November 30, 2017": the same kind as those before, or at the beginning as those after. */
const samePurchase = pattern("i")`
  ^\W*[\d,.]+\s+ (?:additional\s+)? (?:shares?\s+)?
  (?:(?:so\s+)?(?:purchased|acquired|bought|granted|vest(?:ing)?|that\s+(?:will\s+)?vests?|awarded)\s+(?:in\s+the\s+same\s+(?:way|manner)\s+)?)?(?:(?:(?:on|in)\s+(?:${MONTH}|\d(?!01\s?\(?k))|\d{1,2}[/-])[\w\s,./]{0,25}|(?:this|last|(?:the\s+)?(?:prior|previous|current))\s+year | (?:acquired|purchased|bought)\s+(?:under|in|through|pursuant\s+to)\s+(?:that|the\s+same|such|said)\s+(?:plan|program)\b[^;]{0,${NEAR}}) (?:,\s+in\s+(?:[\w-]+\s+){0,2}?transactions?\b[^;]*)? \W*$
`;
/** "250 shares and 231 shares acquired under the plan on May 1 and June 1, respectively" */
const bareShares = /^[\d,.]+\s+(?:additional\s+)?(?:shares|units)$/i;
/** "its 2023 Inducement Plan (2,023 units)", "2023 (204 shares)": another plan or year of the same kind. */
const nextPlanOrYear = pattern("i")`
  ^\W* (?:on\s+)? (?:\d{1,2}/\d{1,2}/\d{2,4}|${MONTH}\.?\s+\d{1,2},\s+\d{4}) \s \( [\d,.]+ (?:\s+(?:shares|units))? \) \W*$ |
  ^\W* (?:(?:in|under|its|their|the|his|her|(?:issuer|company)['’]s)\s+){0,3} (?:19|20)\d\d\b [^()]{0,${NEAR}}
  \( [\d,.]+ (?:\s+(?:shares|units))? \) \W*$
`;
/** "Column 5 total: 40,112 shares held outright, 9,000 RSUs": a list without a verb, whose first part is what is owned outright. */
const ownedOutright = pattern("i")`
  ^\W* (?:[^:.;]{0,${NEAR}}\b(?:total|balance|holdings?|amount)\s*:\s*)?
  (?=[\d,.]+\s+ (?:[\w-]+\s+){0,2}? shares?\s+ (?:(?:held|owned)\s+)? outright \b) |
  ^[^.;]{0,${CLAUSE}}? \b (?:reporting\s+person|he|she) \s+ (?:\w+ly\s+)? (?:owns|holds|owned|held|continues?\s+to\s+(?:own|hold)) \s+ (?=[\d,.]+\s+ shares \s+ (?:of\s+(?:[\w'’]+\s+){1,6}?)? directly (?:,|\s+and) \s)
`;
/** "6,000 RSUs granted under the plan: 3,000 granted in 2023, 3,000 granted in 2024": the numbers after it are its parts. */
const isBrokenDown = ({ text, shares }: { text: string; shares: string | null }): boolean =>
  shares !== null && /:\s*$/.test(text) && componentKind(text) !== "other";
/** "900 shares through his IRA" */
const throughVehicle = /^[\d,.]+\s+shares\s+(?:(?:held|owned)\s+)?(?:indirectly,?\s+)?(?:through|by|in|via)\s/i;
/** "7,000 shares received in the merger and 500 shares purchased in a private placement" */
const gotInDeal = pattern("i")`
  ^[\d,.]+\s+ (?:(?!options?|rsus?|units|rights)[\w'’-]+\s+){0,8}? (?:shares?|stock) \s+ (?:(?:that|which)\s+(?:were|was)\s+)? (?:received|acquired|purchased|bought|issued|obtained) \b (?!.*(?:[$€£]|\b(?:prices?|sold|withheld|respectively)\b))
  .* \b (?:merger|combination|placement|offering|conversion|exchange|exercise|open\s+market|spin-?off|reorgani[sz]ation|acquisition|distribution|settlement|vesting) \b
`;
/** "Reflects the grant of 4,000 units, of which 2,000 vest in May": what was granted. */
const isGrant = /^\s*(?:the|an?)\s+(?:[\w-]+\s+){0,2}?(?:grant|award|issuance)\s+of\b/i;
/** "These sales include (i) 500 shares sold to pay the exercise price and (ii) 300 shares sold for taxes": the parts of what was sold. */
const ofSales =
  /\b(?:sales|shares\s+(?:reported\s+as\s+)?sold|number\s+of\s+shares\s+sold|dispositions?)(?:\s+reported(?:\s+\w+)?)?\s+$/i;
/** "The ownership of Roe Inc. includes 500 shares": not what the reporting person owns. */
const ofOwner =
  /\b(?:ownership\s+of|OWNERSHIP\s+OF)\s+(?!(?:the|THE)\s+|(?:[Rr]eporting|REPORTING)\b)(?:M[rs]{1,2}\.\s+)?\p{Lu}[^,;]{1,40}?\s+(?:also\s+)?$/u;
const countInBrackets = /\([\d,.]+(?:\s+(?:shares|units))?\)\W*$/i;
function componentsIn(whole: Words, previous: Words | undefined): FoundComponent[] {
  const sentence = { ...whole, text: withoutMakeup(whole.text) };
  return withoutPartsOfPart(allComponentsIn(sentence, previous), sentence.text, sentence.start);
}

function allComponentsIn(sentence: Words, previous: Words | undefined): FoundComponent[] {
  const { text, start } = sentence;
  const found: FoundComponent[] = [];
  const add = (part: IncludedComponent, from: number, to: number) =>
    found.push({ part, start: start + from, end: start + to });

  const said = /\bincluded\b/i.test(text) ? partsIncludedIn(sentence, previous) : [];
  const kinds = said.length > 0 ? said : partsOfKinds(sentence);
  const some = kinds.length > 0 ? kinds : partsOfThese(sentence);
  if (some.length > 0) return some;
  const verbs = [...placesOf(text, verb, MOST_VERBS)].filter((match) => !isOfEach(text, match));
  for (const [index, match] of verbs.entries()) {
    const [, includes, consists, reflects, represents] = match;
    const before = text.slice(Math.max(0, match.index - FARTHEST), match.index);
    const isFirst = match.index < FARTHEST && firstWords.test(before);
    if (!isFirst && !ofNumber.test(before) && !ofSales.test(before)) continue;
    const isOfOther = notNumber.test(before) && !afterTransaction.test(before) && !heldByInsider.test(before);
    if (negated.test(before) || ofUnit.test(before) || isOfOther) continue;
    const from = match.index + match[0].length;
    const next = verbs[index + 1]?.index ?? text.length;
    const all = text.slice(from, Math.min(next, from + LONGEST_LIST));
    if (notOfShares.test(all) || ofSale.test(all) || (/\bincluded$/i.test(match[0]) && byMistake.test(all))) continue;
    const lead = besides.exec(all)?.[0].length ?? 0;
    const marked = markedParts(text.slice(from, from + LONGEST_MARKED));
    const said = marked ? text.slice(from, from + LONGEST_MARKED) : all.slice(0, lead) + upToEnd(all.slice(lead));
    const rest = reflects ? withoutChange(said) : said;
    const isOfTotal =
      reflects &&
      (reinvested.test(rest) || /\b(?:also|balance|total|amount)\s+$/i.test(`${before}${match[0].slice(0, 5)}`));
    if ((reflects || represents) && !isOfTotal && !(anyUnit.test(rest) && /\d/.test(rest))) continue;
    if (/account/i.test(includes ?? "") && (reflectsChange.test(rest) || ofDividend.test(rest))) continue;
    if (ofAdjustment.test(rest) || (includes && isOnlyTrade.test(rest))) continue;
    if (ofOption.test(before) && !/^\s*(?:[\w-]+\s+){0,3}\d/.test(rest)) continue;
    if (includes && itsAssets.test(before) && !/\d/.test(rest)) continue;
    if (/^(?:also\s+)?included$/i.test(match[0]) && ofAward.test(before)) continue;
    if (reflects && isFirst && isGrant.test(rest)) continue;
    if (includes && ofOwner.test(before)) continue;
    if (reflects && (reflectsChange.test(rest) || (!isFirst && !ofBalance.test(before)))) continue;
    const parts = marked ?? partsOf(rest);
    if (reflects && !isOfTotal && parts.every(({ shares }) => shares === null)) continue;
    const isList = parts.length > 1 && parts.every(({ shares }) => shares !== null);
    const isOfTotals =
      parts.some(({ isPlain }) => isPlain) ||
      isHeldOrNamed(parts) ||
      parts.every(({ text }) => gotInDeal.test(text)) ||
      isOfKinds(parts) ||
      parts.every(({ text }) => countInBrackets.test(text));
    const isOfReported =
      represents &&
      reportedTotal.test(before) &&
      numberNext.test(rest) &&
      !parts.some(({ text }) => wasGivenUp.test(text));
    const isOfMarked =
      marked !== null && isFirst && !parts.some(({ text }) => wasGivenUp.test(text) || wentOn.test(text));
    if (represents && !(isList && (isOfTotals || isOfReported || isOfMarked))) continue;
    if (represents && (isLeft.test(rest.slice(0, parts[0]?.start)) || afterSale.test(rest))) continue;
    if (represents && (ofPercent.test(rest) || parts.some(({ text }) => isNoHolding.test(text)))) continue;
    if ((reflects && isFirst && !isList && !isOfTotal) || (consists && parts.length === 1 && !heldByEach.test(rest)))
      continue;
    const isRespective = /\brespectively\b/i.test(rest);
    const named = parts.find(
      ({ text }) =>
        componentKind(text) !== "other" || !(samePurchase.test(text) || (isRespective && bareShares.test(text))),
    );
    let kindBefore = named && componentKind(named.text);
    const listed = listedKinds(rest, parts);
    for (const [at, part] of parts.entries()) {
      const own = listed[at] ?? componentKind(part.text);
      const isBare = isRespective && bareShares.test(part.text);
      const isSame = isBare || (own === "other" && (samePurchase.test(part.text) || nextPlanOrYear.test(part.text)));
      const what = (isSame && kindBefore) || own;
      kindBefore = what;
      if (/\bof\s+(?:which|these)\s*$/i.test(rest.slice(0, part.start))) continue;
      if (own === "other" && parts.slice(0, at).some(isBrokenDown)) continue;
      if (
        (part.isPlain && !isBare) ||
        ofPart.test(part.text) ||
        isInstalment(rest, part) ||
        (ofPartToo.test(part.text) && /\bof\s+(?:which|these|them)\b/i.test(rest.slice(0, part.start))) ||
        (wasGivenUp.test(part.text) && !(isList && includes && ofSales.test(before) && !mayBeDollars.test(rest))) ||
        (/^including$/i.test(includes ?? "") && wentTo.test(part.text)) ||
        (/^including$/i.test(includes ?? "") && part.shares === null) ||
        (part.shares === null && ifAny.test(rest))
      )
        continue;
      const shares = portionOf.test(rest.slice(0, part.start)) ? null : part.shares;
      add({ what, shares }, shares === null && at === 0 ? match.index : from + part.start, from + part.end);
    }
    // The other verbs say something about its items.
    if (marked && found.length > 0) break;
  }
  return found.length > 0 ? found : [...partsHeldBy(sentence), ...partsBeside(sentence)];
}

/** The parts of known kinds that are listed after the shares owned outright. */
function partsBeside({ text, start }: Words): FoundComponent[] {
  const lead = ownedOutright.exec(text)?.[0].length;
  if (lead === undefined) return [];
  return partsOf(text.slice(lead))
    .slice(1)
    .flatMap((part) => {
      const what = componentKind(part.text);
      if ((what === "other" && !throughVehicle.test(part.text)) || part.shares === null) return [];
      return [{ part: { what, shares: part.shares }, start: start + lead + part.start, end: start + lead + part.end }];
    });
}
