import { amountValue } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, itemsFrom, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, NEAR, SENTENCE, type Words } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import type { IncludedComponent } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { componentKind } from "./component-kinds";
import { count, withoutMarks } from "./component-parts";

/** A part of a reported number, and the place of its words. */
export type FoundComponent = { part: IncludedComponent; start: number; end: number };

/** Names for a number of securities: "of this amount", "included in the total". */
export const sum = pattern()`
  shares | securities | units | total | amount | number | holdings? | balance | stock | figure | ownership |
  position | column\s+\d+ | rsus
`;
const ofSome = pattern("i")`
  (?:
    \bof\s+ (?:which|(?:these|such|those|the|this)\s+(?:(?!and\b|or\b)[\w,-]+\s+){0,3}?${sum}|(?:these|those|them)(?=,\s)) |
    ^\W*of\s+ (?:shares|securities|units)(?=\s+(?:reported|listed|shown|held|owned|beneficially)\b)
  ) (?=\W)
  (?!\s+(?:sold|purchased|withheld|disposed))
`;
/** Shares that were sold or given away are not part of the rest. */
export const wentAway = pattern("i")`
  \b (?:were|was|are|is) \s+ (?:
    (?:(?:later|since|then|subsequently)\s+)? (?:kept(?!\s+as) | given | taken | withdrawn | (?!restricted|unvested|deferred|unearned|earned|owned|included|represented)\w+ed\b(?!\s+as\s+["“]?(?:unvested\s+)?(?:restricted|performance|deferred|rsus?|psus?)\b) | sold | withheld) |
    exempt | being(?!\s+held\b) | not | now
  ) \b
`;

const part = pattern()`
  (?!(?:un)?vested\b\W*(?:$|and\b|as\b)|exercisable|subject\s+to\s+(?:vesting|forfeiture))
  (?:(?!(?:,|\band)\s+(?:(?:the\s+remaining\s+)?\d[\d,.]*\s|the\s+(?:rest|balance|remainder)\b))[^;]){3,160}
`;
/** "7,464 of these shares represent restricted stock units", "of which 500 are RSUs", "of these, 300 are RSUs and 200 are PSUs" */
const ofThese = pattern("gi")`
  ${count} \s+ (?:(?:shares|units|securities)\s+ (?:of\s+(?:(?:class|series)\s+\w+\s+)?(?:common|ordinary|capital|preferred)\s+(?:stock|shares)\s+)?)? (?<which>
    of\s+ (?:which|(?:these|such|those|the|this)\s+(?:(?!and\b|or\b)[\w,-]+\s+){0,2}?${sum})
    (?:(?!,|\band\b|\b(?:vests?|will|shall|may|if|when)\b)[^;.]){0,${NEAR}}? \s+
  )? (?:
    are | represents? | were | is | consists?\s+of | (?:came|come|comes|derives?|resulted|results?)\s+from | relates?\s+to | constitutes? | belongs?\s+to | remains?(?=\s+(?:held\s+)?in\s+(?:escrow|trust|the|an?|his|her)\b)
  ) \s+ ${part}
`;
/** "(40,000 are RSUs) and 12,500 by performance units": a number whose verb is that of the part before. */
const oneMore = pattern("iy")`
  [\s,]* (?:\b(?:and|plus|with)\s+)? (?:the\s+(?:other|remaining)\s+)? ${count} \s+ (?:(?:shares|units|securities)\s+)? (
    (?:
      (?:held|owned) \s+ (?:by|in|through|under|jointly) | by | in | through | under | underlying | acquired | purchased |
      as | to | (?:up)?on(?=\s+(?:the\s+)?(?:vesting|settlement|conversion)\s+of) | unvested | deferred | restricted | rsus? | psus? | performance | phantom | from
    ) \b (?!\s+(?:all|the\s+aggregate|aggregate|addition|which)\b)
    (?:(?!(?:,|\band)\s+(?:the\s+remaining\s+)?\d[\d,.]*\s|\b(?:were|was|will|shall|may|vests?)\b)[^;.]){0,120}
  )
`;
/** "founder shares, of which up to 562,500 are subject to forfeiture" */
const mayBeForfeited = pattern("gi")`
  \b (?:of\s+which\s+)? (?:an\s+aggregate\s+of\s+)? up\s+to\s+ ${count} \s+ (?:(?:[\w-]+\s+){0,3}?(?:shares|units)\s+)?
  (?:of\s+(?:which|(?:these|those|such|the)(?:\s+(?:[\w-]+\s+){0,3}?(?:shares|units|securities))?)\s+)? (?:(?:are|is|were|remain|will\s+be)\s+subject\s+to\s+forfeiture|(?:will|may|shall)\s+be\s+forfeited) \b
`;
/** "Roe LLC owns 2,000 of these shares" */
const ownsSome = pattern("gi")`
  \b (?:owns?|holds?) \s+ ${count} \s+ (?:(?:shares|units)\s+)? of \s+ (?:the|these|such|those|said) \s+ (?:(?:reported|foregoing)\s+)? (?:shares|securities|units) \b
  (?:\s+(?:reported|shown|listed)(?:\s+(?:herein|here|above))?)? (?!\s+(?:of|in)\s)
`;
/** "and Doe LLC owns 1,500" */
const ownsMore = pattern("iy")`
  (?:,|;|\s+and)\s (?:(?!\b(?:owns?|holds?|reporting\s+person)\b)[^.;]|\.(?=\S|\s+[(a-z])){3,${CLAUSE}}? \s (?:owns?|holds?) \s+ ${count} (?=\s*(?:[,;.]|$|and\s)) |
  ,?\s+and\s+ (?:the\s+(?:other|remaining)\s+)? ${count} \s+ (?:(?:shares|units)\s+)? (?:are|is) \s+ (?:held|owned) \s+ (?:\w+ly\s+)? by \s
`;
export const insiderOwns = /\b(?:reporting\s+person|he|she|issuer|company)\s+(?:\w+ly\s+)?$/i;
const isGot =
  /\b(?:were|was)\s+(?:acquired|purchased|issued|received|granted|awarded|credited|allocated|obtained|accrued)\b/i;
const some = pattern()`part | portion | some | certain | number | half | most | majority`;
const someOf = pattern("i")`\b ${some} \s+of\s+`;
/** "Restricted stock units make up 17,300 of the reported securities" */
const makesSome = pattern("i")`
  (?:makes?\s+up|accounts?\s+for|constitutes?|represents?) \s+ ${count} \s+ (?:(?:shares|units)\s+)? of \s+ (?:the|these|this|those) \s+
`;
const makesUp = pattern("gi")`(?<name>\b(?:[\w-]+\s+){1,5}?) ${makesSome} (?:[\w,-]+\s+){0,3}? ${sum} \b`;
/** "A portion of the shares reported (1,250) are restricted shares", "some of the total (800 shares) is held in a 401(k) plan" */
const someInBrackets = pattern("gi")`
  \b ${some} \s+of\s+ (?:the|these|those|such|this|his|her) \s+
  (?:[\w-]+\s+){0,3}? ${sum} \b[^;.()]{0,${NEAR}}\( ${count} (?:\s+(?:shares|units))? \)\s*,?\s+ (
    (?:are|is|were|was|represents?|consists?\s+of|comes?|came|results?|resulted|derives?|relates?|constitutes?)
    \s+ ${part}
  )
`;
/** "A portion of these shares is represented by RSUs", "certain of the securities are restricted stock": no number. */
const someAre = pattern("i")`
  \b (?:(?:an?\s+)?(?:part|portion|number)|some|certain|most) \s+of\s+ (?:the|these|those|such|his|her) \s+
  (?:[\w-]+\s+){0,3}? ${sum} (?:\s+(?:reported|listed|shown|included|beneficially|owned|held)){0,3}
  (?:\s+(?:herein|above|on\s+this\s+(?:line|form|row)|in\s+(?:this\s+(?:row|line|report)|column\s+\d+)))? \s+
  (?:(?:are|is)\s+(?:represented\s+by\s+|in\s+the\s+form\s+of\s+)?|represents?\s+|consists?\s+of\s+|constitutes?\s+)
  (${part})
`;
/** "Of these shares, " at the beginning. */
const ofSomeBefore = pattern("i")`
  ${ofSome} (?:
    \s+ (?:
      reported | held | owned | beneficially | acquired | directly | indirectly | in | this | the | column | row | line |
      by\s+the\s+(?:reporting\s+)?\w+ | of\s+(?:class\s+\w+\s+)?(?:common|ordinary|capital)\s+(?:stock|shares) | listed | shown | disclosed | reflected | set\ forth | table | report | form | i | \d+ | herein | above | as | so
    )
  ){0,6} (?:\s+(?:as\s+of|on)\s+(?:the\s+)?[\w\s,./-]{4,30}?)? \s*[,:]?\s*$
`;

/** "Of these shares, 1,216 were …, in a transaction exempt under …, and 5,900 are" */
const ofSomeFirst = pattern("i")`^\W* ${ofSome}`;

const dayAhead = pattern("i")`(?:\b\d{1,2}(?:st|nd|rd|th)?,?|${MONTH}\.?,?)\s+$`;

/** "and", between two numbers of these shares. */
const LONGEST_GLUE = 12;

/** Some of the shares: "7,464 of these shares are", "a portion of the shares (1,250) are". */
export function partsOfThese({ text: marked, start }: Words): FoundComponent[] {
  const text = withoutMarks(marked);
  const found: FoundComponent[] = [];
  const ofWhat = componentKind(ofSome.exec(text)?.[0] ?? "");
  const add = (said: string, shares: string | null, from: number, length: number) =>
    found.push({
      part: {
        what: componentKind(said) === "other" ? ofWhat : componentKind(said),
        shares: shares && amountValue(shares),
      },
      start: start + from,
      end: start + from + length,
    });
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const { index, 0: words, 1: shares = "", groups } of ofSome.test(text) ? placesOf(text, ofThese, ALL) : []) {
    const isOfThese =
      groups?.which !== undefined ||
      ofSomeBefore.test(text.slice(0, index).replace(allBut, "")) ||
      (found.length > 0 && ofSomeFirst.test(text) && /,\s+and\s+$/.test(text.slice(0, index))) ||
      index - lastEnd < LONGEST_GLUE;
    const isYear = /^(?:19|20)\d\d$/.test(shares) && dayAhead.test(text.slice(0, index));
    if (
      isYear ||
      !isOfThese ||
      !isStillHeld(words.split(/\b(?:until|unless|if|that\s+(?:will|may|shall))\b/i)[0] ?? "", words) ||
      forOne.test(words)
    )
      continue;
    lastEnd = index + words.length;
    if (isOutright.test(words)) continue;
    if (allBut.test(lettersBefore(text, index, NEAR))) {
      if (componentKind(words) !== "other") add(words, null, index, words.length);
      continue;
    }
    add(words, shares, index, words.length);
    for (const { index: at, 0: all, 1: further = "", 2: said = "" } of itemsFrom(oneMore, text, index + words.length))
      add(said, further, at + all.indexOf(further), all.length - all.indexOf(further));
  }
  for (const { index, 0: words, 1: shares = "" } of placesOf(text, mayBeForfeited, ALL)) {
    if (/\bof\s+(?:which|these|those|such|the)\b/i.test(words)) add("", shares, index, words.length);
  }
  for (const { index, 0: words, 1: shares = "" } of placesOf(text, ownsSome, ALL)) {
    if (insiderOwns.test(lettersBefore(text, index, NEAR))) continue;
    add(words, shares, index, words.length);
    for (const { index: at, 0: all, 1: owned, 2: remaining } of itemsFrom(ownsMore, text, index + words.length)) {
      const further = owned ?? remaining ?? "";
      add(all, further, at + all.lastIndexOf(further), further.length);
    }
  }
  for (const { index, 0: words, 2: shares = "", groups: { name = "" } = {} } of makesSome.test(text)
    ? placesOf(text, makesUp, ALL)
    : []) {
    if (componentKind(name) !== "other") add(name, shares, index, words.length);
  }
  for (const { index, 0: words, 1: shares = "", 2: said = "" } of someOf.test(text)
    ? placesOf(text, someInBrackets, ALL)
    : []) {
    if (isStillHeld(mainClause(said), said)) add(said, shares, index, words.length);
  }
  const unnumbered = found.length === 0 && someOf.test(text) ? someAre.exec(text) : null;
  const said = mainClause(unnumbered?.[1] ?? "");
  const what = componentKind(said);
  if (unnumbered && what !== "other" && !/\d/.test(said) && isStillHeld(said, said)) {
    const from = start + unnumbered.index;
    found.push({ part: { what, shares: null }, start: from, end: from + unnumbered[0].length });
  }
  return found;
}

export const mainClause = (said: string): string => said.split(/\b(?:that|which|when|who)\b/i)[0] ?? "";

/** "All but 4,000 of these shares are RSUs": the others have no number. */
const allBut = /\ball\s+(?:but|except(?:\s+for)?|other\s+than)\s+(?:the\s+)?$/i;

/** "41,250 of the shares are owned outright": not a part of another kind. */
const isOutright =
  /\b(?:are|is|were)\s+(?:owned|held)\s+(?:outright|directly)(?:\s+by\s+the\s+reporting\s+person)?\W*(?:and\W*)?$/i;

/** "forty of which represent one share", "900 of the units each represent a right to receive a share" */
const forOne = /\beach\s+represents?\b|\brepresents?\s+(?:one|an?|1)\s+(?:share|unit|interest)\b|^one\s+of\s+which\b/i;

/** "were acquired under the plan" is a part, "were sold" is not. */
const isStillHeld = (main: string, said: string): boolean =>
  !wentAway.test(main) || (componentKind(said) !== "other" && isGot.test(said));

const heldBy =
  /\bthe\s+following\b[^:.;]{0,60}?\b(?:holds?|owns?)\b[^:.;]{0,60}:\s*|\b(?:(?:held|owned)\s+(?:(?:directly|indirectly|beneficially|of\s+record)\s+)*(?:by|in):?|those\s+of)\s+(?:(?:each\s+of\s+)?the\s+following\s+(?:(?:entities|funds|persons|holders|trusts|partnerships|accounts)\s*)?(?:(?:is|are|was|were)\s*)?:\s*)?|\b(?:held|owned|indirectly,?)\s+(?:\w+\s+){0,2}?as\s+follows\s*:\s*/gi;
/** "Roe Fund A, L.P. (11,200 shares)" */
export const holderAndCount = pattern("y")`
  [\s,;]* (?:and\s+|&\s+)? (?:\(\w{1,3}\)\s*)? (?:[Bb]y\s+)? (?:the\s+)? (?<name>(?:\(k\)|\([A-Z]\w+\)(?=,?\s[A-Z])|(?!\b(?:which|who|whom|is|are|was|were|has|have|may)\b)[^();]){3,90}?)
  \s \( (?!(?:19|20)\d\d\)) (?:as\s+to\s+|holding\s+)? ${count} (?:\s+(?:shares|units|warrants))? (?:\s+each)? \)
`;

/** "held as follows: 12,000 by the Roe Trust, 8,500 by Roe LP" */
const asFollows =
  /\bownership\s+of\s+the\s+following\s+(?:shares|securities)\s*:\s*|\b(?:held|owned)\s+(?:\w+\s+){0,2}?(?:as\s+follows|by\s+the\s+following(?:\s+(?:entities|funds|persons|holders|trusts|partnerships))?)\s*:\s*/i;
export const countByHolder = pattern("y")`
  [\s,;]* (?:and\s+|&\s+)? (?:\(\w{1,3}\)\s*)? (?:${count}) \s+ (?:(?:shares|units)\s+)? (?:(?:are|is)\s+)? (?:held\s+|owned\s+)? (?:by|in|through|for)\s+
  (?:(?!,?\s+and\s+(?:\d|\(\w{1,3}\)\s)|[,;]\s+(?:and\s+)?(?:\d|\(\w{1,3}\)\s))[^;]){3,${NEAR}}?
  (?=\.?$|[,;]?\s+(?:and\s+)?(?:\d|\(\w{1,3}\)\s)|,\s+of\s+which|;|\s+\((?:collectively|together)\b)
`;

/** "Roe Fund I, L.P. and Roe Fund II, L.P., which hold 812,000 and 204,550 shares, respectively" */
const holdRespectively = pattern("i")`
  # "held by Roe I, L.P. and Roe II, L.P. in the amounts of 12,800 and 4,700, respectively"
  \b (?:held|owned) \s [^;]{3,${SENTENCE}}? \b in\s+the\s+amounts?\s+of\s+ (?<amounts>[\d,.]+ (?:,?\s+(?:and\s+)?[\d,.]+){1,6}) (?:\s+shares)? ,?\s+ respectively\b |
  # "power over 12,800, 4,700 and 900 shares of common stock held by Roe I, Roe II and Roe III, respectively"
  (?<numbers>\d[\d,.]* (?:,?\s+(?:and\s+)?\d[\d,.]*){1,6}) \s+ (?:[\w'’-]+\s+){1,7}? (?:(?:that|which)\s+)?(?:(?:are|were)\s+)? (?:held|owned) \s+ (?:\w+ly\s+|of\s+record\s+)? by\s [^;]{3,${SENTENCE}}? ,?\s+ respectively\b |
  \b (?:holds?|owns?|held|owned) \s+ (?:(?:of\s+record|directly|beneficially)\s+)? (?<counts>[\d,.]+ (?:,?\s+(?:and\s+)?[\d,.]+){1,6}) \s+
  (?:of\s+(?:the|these|such)\s+)? (?:[\w-]+\s+){0,2}? (?:shares|units|securities) \b [^.;]{0,${NEAR}}? \b respectively\b
`;
function partsRespectively({ text, start }: Words): FoundComponent[] {
  const found = holdRespectively.exec(text);
  const counts = found?.groups?.counts ?? found?.groups?.amounts ?? found?.groups?.numbers ?? "";
  const from = start + (found?.index ?? 0) + (found?.[0].indexOf(counts) ?? 0);
  return [...placesOf(counts, /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g, ALL)].map(({ index, 0: shares }) => ({
    part: { what: "other", shares: amountValue(shares) },
    start: from + index,
    end: from + index + shares.length,
  }));
}

/** "Shares held by Roe Fund A, L.P. (11,200) and Roe Fund B, L.P. (4,800)": the parts by their holders. */
export function partsHeldBy({ text, start }: Words): FoundComponent[] {
  for (const lead of placesOf(text, heldBy, ALL)) {
    const found = [...itemsFrom(holderAndCount, text, lead.index + lead[0].length)].map(
      ({ index, 0: words, 2: shares = "", groups: { name = "" } = {} }): FoundComponent => ({
        part: { what: componentKind(name), shares: amountValue(shares) },
        start: start + index + words.indexOf(name),
        end: start + index + words.length,
      }),
    );
    if (found.length > 1) return found;
  }
  const lead = asFollows.exec(text);
  if (!lead) return partsRespectively({ text, start, end: start + text.length });
  const found = [...itemsFrom(countByHolder, text, lead.index + lead[0].length)].map(
    ({ index, 0: words, 1: shares = "" }): FoundComponent => ({
      part: { what: componentKind(words), shares: amountValue(shares) },
      start: start + index + words.indexOf(shares),
      end: start + index + words.length,
    }),
  );
  return found.length > 1 ? found : [];
}
