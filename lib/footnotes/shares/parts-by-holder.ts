import { holderWord } from "@/lib/footnotes/vocabulary/holder-word";
import { amountValue } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, itemsFrom, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { componentKind } from "./component-kinds";
import { count, withoutMarks } from "./component-parts";
import { countByHolder, type FoundComponent, holderAndCount, insiderOwns } from "./parts-of-total";

/** "Common Shares", "shares of the issuer's Class A common stock" */
const noun = pattern()`
  (?:(?:(?:class|series)\s+[\w-]+|common|ordinary|preferred|restricted|subordinate|voting|depositary)\s+){0,3} (?:shares|units|securities|adss?|warrants)
    (?:\s+of\s+(?:(?:the\s+)?(?:issuer|company)['’]s\s+|(?:class|series)\s+[\w-]+\s+|common\s+|ordinary\s+|preferred\s+|capital\s+){1,4}(?:stock|shares))?
`;
const countHeld = pattern("gi")`
  ${count} \s+ (?:
    (?:${noun}\s+)? (?:(?:are|is|were)\s+)? (?:directly\s+|beneficially\s+)? (?:held|owned|registered) \s+
      (?:(?:directly\s+|of\s+record\s+|jointly\s+)? (?:by|in|through)|jointly\s+with) |
    # only beside a total: "2,400 shares by the Roe Trust; balance direct"
    (?:shares|units) \s+ by (?=[^;]*;\s[\s\S]*\b(?:balance|rest|remainder|remaining|total)\b) |
    # "500 shares are held by the Roe Trust and 500 shares by the Doe Trust"
    (?:(?:shares|units)\s+)? by (?<=\b(?:held|owned)\s[^.;]{0,${SENTENCE}}?\sand\s+[\d,]+\s+(?:(?:shares|units)\s+)?by)
  ) \s+ (?:(?!,?\s+and\s+(?:(?:warrants|options)\s+(?:to\s+\w+|for)\s+)?\d|,\s+(?:and\s+)?\d)[^;.]|\.(?=[,\w]|\s+[a-z])){2,${CLAUSE}}
`;
const mayBeHeld = /\b(?:held|owned|registered|by)\b/i;
/** "the 500 shares held by the Roe Trust": those named before, or a sum. */
const isNamedBefore = /\b(?:the|these|those|such|other|remaining|aggregate\s+of|total\s+of)\s+$/i;

const isLeftOut = /\b(?:exclud(?:es?|ed|ing)|exclusive\s+of|not\s+(?:includ|reflect)\w*)\b[^.;]*$/i;

/** A note about trades has numbers by those who traded. */
const trade =
  /\b(?:sold|sales?|bought|purchase[sd]?|acquired|transfer\w*|gift\w*|distribut\w*|withheld|exercise[sd]?)\b/i;

/** Not "10 shares of Doe Inc." */
const ofNoOther = pattern()`
  (?! \s+ (?:of|in) \s+ (?!(?:the\s+(?:issuer|company)|class|series|common|ordinary|preferred|capital|these|the\s+shares)\b) )
`;
/** "Roe LP holds 500 shares and Doe LP holds 300 shares": two holders at least. */
const holdsCount = pattern("gi")`
  \b (?:holds?|owns?|held|owned|(?:is|was)\s+(?:the|an?)\s+(?:[\w-]+\s+){0,2}(?:owner|holder)\s+of) \s+ (?:(?:directly|beneficially|of\s+record|also|an\s+aggregate\s+of)\s+)* ${count}
  (?! \s*% | \s+percent | \s+of\s+the\s+(?:membership|voting|outstanding|issued) | \s+(?:[\w-]+\s+){0,2}?(?:interests?|votes?|seats?|options?)\b )
  # "10 shares of Doe Inc."
  (?! \s+ (?:[\w-]+\s+){0,2}? (?:shares|units) \s+ (?:of|in) \s+ (?!(?:the\s+(?:issuer|company)|class|series|common|ordinary|preferred|capital)\b) )
  (?: \s+ (?:of\s+(?:the|these|such)\s+)? (?:\w+\s+){0,2}? (?:shares|units|warrants) \b )?
`;

/** "and 300 shares of Series B Preferred Stock": what the same holder has of another class. */
const ofOtherClass = pattern("iy")`
  (?: \s+ of\s+ (?:(?!and\b)[\w'’-]+\s+){1,5}? and \s+ ) ${count} \s+ (?:shares|units) \s+ of\s+ (?:[\w'’-]+\s+){0,2}? (?:series|class|common|ordinary|preferred) \b
`;
const withMore = (text: string, holding: readonly RegExpExecArray[]): RegExpExecArray[] =>
  holding.flatMap((match) => [match, ...itemsFrom(ofOtherClass, text, match.index + match[0].length)]);

const byInsider = /\bby\s+(?:the\s+reporting\s+person|him|her)(?:\s+(?:directly|personally|individually))?\W*$/i;

/** "As of May 1 Roe LP held 900 shares and as of June 1 Roe LP held 800 shares": one holder at two times. */
const nameAhead = /(?:\p{Lu}\S*\s+){1,6}(?=(?:[a-z]+ly\s+)?$)/u;
function isOfOne(text: string, all: readonly RegExpExecArray[]): boolean {
  const names = all.map(({ index }) => nameAhead.exec(lettersBefore(text, index, NEAR))?.[0]);
  return names.every((name) => name !== undefined && name === names[0]);
}

/** "(i) 12,500 shares are held by the Roe Trust; (ii) 4,100 shares are held by Roe LLC": a note that only lists holders. */
export function partsByHolder(text: string): FoundComponent[] {
  if (trade.test(text) && !/\b(?:held|owned|holds|owns)\b/i.test(text)) return [];
  const held = mayBeHeld.test(text)
    ? [...placesOf(withoutMarks(text), countHeld, ALL)].filter(
        ({ index }) => !isNamedBefore.test(lettersBefore(text, index, NEAR)) && !isLeftOut.test(text.slice(0, index)),
      )
    : [];
  const all = [...placesOf(text, holdsCount, ALL)];
  const holding = all.filter(({ index }) => !insiderOwns.test(lettersBefore(text, index, NEAR)));
  const ofOthers = all.length > 1 && !isOfOne(text, all) ? withMore(text, holding) : [];
  const found = (held.length > 1 ? held.filter(([words]) => !byInsider.test(words)) : ofOthers).map(
    ({ index, 0: words, 1: shares = "" }): FoundComponent => ({
      part: { what: componentKind(words), shares: amountValue(shares) },
      start: index,
      end: index + words.length,
    }),
  );
  if (found.length > 0) return found;
  const listed = onlyListed(text);
  return listed.length > 0 ? listed : [...partsOfEach(text)];
}

/** "three trusts, each of which holds 6,200 shares": one part, as of "6,200 shares held by each". */
const eachHolds = pattern("gi")`
  (?:,|\band) \s+ each \s+ (?:
    (?:of\s+which|trust|fund|partnership|entity|account|vehicle) \s+ (?:holds|holding|owns|owning|is\s+the\s+(?:record\s+)?(?:holder|owner)\s+of) |
    (?:holding|owning|with)(?<=\b(?:trusts|funds|partnerships|entities|accounts|vehicles|llcs|grats)\b[^.;]{0,${NEAR}}\s\w+)
  ) \s+ (?:(?:directly|of\s+record|approximately)\s+)* ${count} \s+ (?:shares|units)\b ${ofNoOther}
`;
/** "6,200 shares are held by each of three trusts", "in trust for three grandchildren (800 shares each)" */
const byEach = pattern("gi")`
  ${count} \s+ shares \s+ (?:(?:are|is|were)\s+)? (?:(?:held|owned)\s+)? by\s+each\s+of\s+ (?:two|three|four|five|six) \b |
  \( ${count} \s+ shares\s+each \) |
  # "each of the Roe Trusts holds 4,000 shares", "the Roe Trust and the Doe Trust hold 4,000 shares each"
  \b each\s+of\s+ (?!the\s+following\b)(?:the|these|his|her|two|three|four|five)\s [^.;,]{3,${NEAR}}? \s (?:holds|owns) \s+ ${count} \s+ shares \b ${ofNoOther} |
  \b (?:hold|own) \s+ ${count} \s+ shares\s+each \b
`;
function* partsOfEach(text: string): Generator<FoundComponent> {
  const isTrade = trade.test(text);
  for (const { index, 0: words, 1: one, 2: other, 3: third, 4: shares = "" } of isTrade
    ? []
    : placesOf(text, byEach, ALL))
    yield {
      part: { what: "other", shares: amountValue(one ?? other ?? third ?? shares) },
      start: index,
      end: index + words.length,
    };
  for (const { index, 0: words, 1: shares = "" } of placesOf(text, eachHolds, ALL)) {
    const start = index + words.search(/each/i);
    yield { part: { what: "other", shares: amountValue(shares) }, start, end: index + words.length };
  }
}

const ofHolder = pattern()`\b${holderWord}\W*$`;
/** "Shares beneficially owned: 3,300 directly; 1,200 by spouse; 500 by daughter." */
const ownedLead = /^\W*(?:[\w-]+\s+){0,4}?(?:held|owned|ownership|holdings?)\s*:\s+/i;
const directCount = /^[\s;,]*(?:and\s+)?[\d,]+\s+(?:shares\s+)?(?:owned\s+|held\s+)?direct(?:ly)?\s*(?=[;,])/i;

/** "5,000 shares - spouse; 300 shares - children" */
const countAndName = pattern("y")`
  [\s,;]* (?:and\s+)? ${count} \s+ (?:shares|units) (?:\s*:|\s[-–—]) \s+ (?:by\s+)? (?<name>[^:;()]{2,90}?) (?=\s*(?:;|\.?\s*$))
`;
/** "Roe Fund, L.P. (9,500); Roe Fund II, L.P. (3,800).": a note of nothing but holders and their numbers. */
function onlyListed(text: string): FoundComponent[] {
  const lead = ownedLead.exec(text)?.[0].length ?? 0;
  const own = lead === 0 ? 0 : (directCount.exec(text.slice(lead))?.[0].length ?? 0);
  if (lead > 0) return partsListed(text, lead + own, countByHolder, 1);
  for (const [item, group] of [
    [holderAndCount, 2],
    [countAndName, 1],
  ] as const) {
    const parts = partsListed(text, 0, item, group, ofHolder);
    if (parts.length > 0) return parts;
  }
  return [];
}

/** The items of a list that is all of a note from a place on. */
function partsListed(text: string, from: number, pattern: RegExp, group: number, holder?: RegExp): FoundComponent[] {
  const items = [...itemsFrom(pattern, text, from)];
  const last = items.at(-1);
  if (!last || items.length < 2 || !/^[\s.;]*$/.test(text.slice(last.index + last[0].length))) return [];
  const names = items.map(({ groups }) => groups?.name ?? "");
  if (holder && !names.every((name) => holder.test(name) && !/:/.test(name))) return [];
  return items.map((item): FoundComponent => {
    const words = item[0];
    const start = item.index + words.search(/[^\s,;]/);
    return {
      part: { what: componentKind(words), shares: amountValue(item[group] ?? "") },
      start,
      end: item.index + words.length,
    };
  });
}
