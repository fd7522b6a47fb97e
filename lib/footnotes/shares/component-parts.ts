import { amountValue, isWhole, numeral } from "@/lib/footnotes/vocabulary/numerals";
import { placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, NEAR } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";
import { planNext, shareCounts } from "./share-counts";

/** A part of a list: its words and its number, if one is written. */
export type Part = { text: string; start: number; end: number; shares: string | null; isPlain: boolean };

export const count = pattern()`
  (?<![$€£\w.,/#-]) (\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|${numeral})
  (?![\d%]|,\d|\.\d|/|\(k\)|\s*percent|-|\)\s*\d) ${isWhole}
  # "Column 5 consists of"
  (?<!\b(?:columns?|rows?|lines?|tables?|items?|(?:foot)?notes?|forms?|rules?|sections?|exhibits?)\s{1,3}[\w,.]{1,12})
`;
/** The same words with blanks for the marks of items: "Of these, (i) 500 are RSUs and (ii) 200 are PSUs" */
export const withoutMarks = (words: string): string =>
  words.replace(/\s\((?:[a-z]|[ivx]{2,4})\)(?=\s)/gi, (mark) => " ".repeat(mark.length));
const unit = pattern()`
  shares? | units? | rsus? | psus? | prsus? | dsus? | stock | securities | options? | interests? | ads[s]? |
  awards? | equivalents?
`;
/** Whether words name securities at all. */
export const anyUnit = pattern("i")`\b ${unit} \b`;

/** Words after which a list is about something else. */
const endsParts = pattern("i")`
  \b (?:
    excludes? | excluding | but\s+not | does\s+not | do\s+not | not\s+includ\w+ | exclusive\s+of |
    in\s+addition\s+to | net\s+of(?!\s+(?:(?:shares|units)\s+)?(?:withheld|withholding|tax)) | (?:vest(?:s|ed|ing)?|lapses?|exercisable) (?:\s+(?:is|are|will)\s+[^;.:]{0,${NEAR}}?)? \s+ (?:as\s+follows | (?:(?:according|pursuant)\s+to|in\s+accordance\s+with|on|over|under|per)\s+ (?:the\s+)? following\s+(?:vesting\s+)?(?:schedules?|dates?|terms)) | gives?\s+effect\s+to |
    (?:as\s+to|with\s+respect\s+to|for) \s+the\s+
      (?:(?:other|remaining)\b|balance\b|rest\b|[\d,.]+\s+(?:other|remaining)\b)
  ) \b
`;

/** The words of a list, up to those about what is not part of it. */
export const upToEnd = (words: string): string => words.slice(0, endsParts.exec(words)?.index);

/** "includes no RSUs", "includes only shares held directly", "includes commissions of $0.02 per share" */
export const notOfShares =
  /^\s*(?:no|none|neither|nothing|only|(?:the\s+)?(?:brokerage\s+)?(?:commissions?|fees|expenses|charges)|(?:the\s+reporting\s+person|him|her|m(?:r|s|rs)\.?\s\w+)(?!['’])(?=[,;.]|\s+(?:and|or|in|as|who)\b|$)|(?:the|an?)\s+(?:ability|feature|opportunity|(?:right|option)\s+to\s+have))\b/i;
export const byMistake = /\b(?:in\s+error|by\s+mistake|erroneously|mistakenly|incorrectly)\b/i;
/** "includes an adjustment for the split", "the effect of a split" */
export const ofAdjustment =
  /^\s*(?:(?:the|an?)\s+)?(?:[\w-]+\s+)?(?:adjustments?\s+(?:for|to)(?![^;.]{0,60}\breinvest)|(?:effects?|impact|result|benefit)\s+of)\b/i;

/** The longest name of a plan or an award. */
const LONGEST_NAME = 80;
const JUST_BEFORE = 40;
/** More than any list has. */
const MOST_PARTS = 8;

/** Only "shares of the issuer's common stock, $0.01 par value, owned by the reporting person". */
const plain = pattern("i")`
  ^\W* (?:(?:an?|the)\s+)? (?:aggregate\s+(?:of\s+)?)? (?:[\d,.]+\s+)? (?:
    (?:the\s+)?(?:issuer|company)['’]s\s+ | outstanding\s+ | issued\s+ | vested\s+ | unrestricted\s+ |
    additional\s+ | directly\s+ | (?:directly|beneficially)\s+owned\s+
  )* (?:shares?\s+of\s+)? (?:(?:the\s+)?(?:issuer|company)['’]s\s+)?
  # "shares of Roe Energy, Inc. common stock"
  (?:(?<=\bof\s+)(?:(?!restricted|performance|phantom|deferred|unvested|escrow|founder|preferred|earn|class\b|series\b)[\w'’&.,-]+\s+){1,5}(?=(?:class|series|common|ordinary|capital)\b))? (?:class\s+\w\s+|series\s+\w\s+)?
  (?:common\s+|ordinary\s+|capital\s+|preferred\s+)? (?:stock|shares?|units?|securities)
  (?:,?\s+(?:\$?[\d.]+\s+)?par\s+value[^,]*,?)? (?:
    \s+ (?:
      of\s+the\s+(?:issuer|company) |
      (?:directly\s+|beneficially\s+)? (?:owned|held)
        (?:\s+(?:directly|of\s+record|outright|in\s+street\s+name))?
        (?:\s+by\s+the\s+reporting\s+person(?:\s+directly)?)? (?:\s+directly)?
    )
  )? \W* (?:and|or)? \W*$
`;

export const isPlainPart = (words: string): boolean => plain.test(words);

/** "restricted stock awards of 9,900 shares": what the shares are is said before their number. */
const namedAhead = pattern("i")`
  \b (?:unvested\s+)? (?:restricted|performance) (?:[\s-]based)? \s+ (?:(?:stock|share)\s+)? (?:awards?|grants?) \s+ of \s+ $ |
  \b (?:espp|drip|(?:employee\s+)?stock\s+purchase\s+plan|dividend\s+reinvestment) \s+ (?:purchases?|acquisitions?) \s+ of \s+ $
`;
const nameAhead = (words: string, at: number): number => namedAhead.exec(words.slice(0, at))?.index ?? at;

/** "and 300 held in the 401(k)": a number of shares that does not repeat the word. */
const bareCount = pattern("gi")`
  (?:(?:,|\band) \s+|^\s*) (?!(?:19|20)\d\d\b) (\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) \s+
  (?=(?:(?:related|accrued|associated)\s+)?dividend\s+equivalents?\b|(?:that|which|so)\s|held\b|by\s+(?:the\s+reporting\s+person['’]s|his|her|their|each|an?|the\s+[A-Z])|acquired\b|purchased\b|granted\b|awarded\b|owned\b|in\s+(?:the|an?)\b|through\b|from\b|under\b|underlying\b|allocated\b)
`;

const numberOf = (match: RegExpExecArray): { start: number; text: string } => {
  const [words, text = ""] = match;
  return { start: match.index + words.lastIndexOf(text), text };
};

const listMark = pattern()`(?<![\w()])\(?(?:[ivx]+|[a-z]|\d)\)\s*`;
const joint = pattern()`and|or|as\s+well\s+as|plus|(?:together|along)\s+with|with`;
/** Brackets that are left out become blanks, hundreds of them: so no part of this pattern may match a row of blanks in more than one way. */
const betweenParts = pattern("i")`
  (?<![\s,;]) [\s,;]* (?:(?:${listMark} (?:${joint})? | ${joint}) [\s,;]*)? (?:${listMark})? (?:(?:approximately|an?\s+aggregate\s+of|a\s+total\s+of|(?:an?\s+)?(?<=\b(?:and|plus|an)\s+)additional)\s*)? $
`;

/** The parts of a list, each beginning at a number. Without a number, the whole list. */
export function partsOf(words: string): Part[] {
  const named = partsNumberedBehind(words);
  if (named.length > 0) return named;
  const counted = shareCounts(words).filter(
    ({ text, start, end }) =>
      !ofItsAward.test(lettersBefore(words, start, CLAUSE)) &&
      !(
        ofPlan.test(words.slice(0, start)) &&
        (planNext.test(words.slice(end, end + LONGEST_NAME)) ||
          (year.test(text) && awardAfter.test(words.slice(end, end + LONGEST_NAME))))
      ),
  );
  const bare =
    counted.length > 0 || /^\s*[\d,.]+\s+(?:purchased|acquired|held|owned|granted|awarded)\b/i.test(words)
      ? [...placesOf(words, bareCount, MOST_PARTS)].map(numberOf)
      : [];
  const starts = [...counted, ...bare.filter(({ start }) => counted.every((each) => each.start !== start))].sort(
    (a, b) => a.start - b.start,
  );
  const first = starts[0];
  const cut = (from: number, to: number, shares: string | null): Part => {
    const text = words.slice(from, to).replace(betweenParts, "");
    return { text, start: from, end: from + text.length, shares, isPlain: isPlainPart(text) };
  };
  if (!first) {
    const numbered = numberedRights.exec(words);
    if (numbered)
      return [cut(numbered[0].length - numbered[0].trimStart().length, words.length, amountValue(numbered[1] ?? ""))];
    return anyUnit.test(words) || byName.test(words) ? withoutNumbers(words, cut) : [];
  }
  const unnumbered = unnumberedFirst.test(words.slice(0, first.start))
    ? withoutNumbers(words.slice(0, first.start), cut)
    : [];
  const numbered = starts.map((match, index) => {
    const next = starts[index + 1];
    return cut(
      nameAhead(words, match.start),
      next ? nameAhead(words, next.start) : words.length,
      amountValue(match.text),
    );
  });
  return [...unnumbered, ...numbered.slice(0, -1), ...withLast(numbered.at(-1), cut)];
}

/** "500 RSUs and shares acquired through dividend reinvestment": the last part has no number. */
const unnumberedLast = pattern("i")`
  (?:,?\s+(?:and|plus|as\s+well\s+as)|,) \s+ (?= (?:(?:additional|certain)\s+)? shares \s+ (?:(?:that|which)\s+(?:were|was)\s+)? (?:acquired|purchased|bought|received|obtained|credited) \s [^;]*?
    \b (?:purchase\s+(?:plan|program) | espp | reinvest\w* | drip | 401\s?\(?k) )
`;
function withLast(part: Part | undefined, cut: (from: number, to: number, shares: string | null) => Part): Part[] {
  const last = part && unnumberedLast.exec(part.text);
  if (!part || !last) return part ? [part] : [];
  const from = part.start + last.index;
  return [cut(part.start, from, part.shares), cut(from + last[0].length, part.end, null)];
}

/** "shares acquired under the purchase plan and 400 RSUs": the first part has no number. */
const unnumberedFirst = pattern("i")`
  ^\s* (?:
    (?:additional\s+)? shares \s+ (?:acquired|purchased|bought|received|obtained|credited|held) \s [^;]* (?:purchase\s+(?:plan|program)|\bespp|dividends?|reinvestment|\b401\s?\(?k\)?(?:\s+plan)?) \b [^;]* |
    (?:unvested\s+)? (?:rsus|psus|restricted\s+(?:stock|shares?)(?:\s+units)?) (?:\s+(?:granted|awarded)\s[^;\d]*)?
  ) \s* (?:,|\band) \s+ (?:(?:approximately|an?\s+aggregate\s+of|a\s+total\s+of)\s+)? $
`;

/** "under the issuer's 423 employee stock purchase plan": a section number of the tax code. */
const ofPlan = /(?:\b(?:the|an?|under|section|code|§)|['’]s?)\s+$/i;

/** "500 shares acquired pursuant to an award of 2,000 RSUs": what was once granted, and no part. */
const ofItsAward = pattern("i")`
  \d[\d,.]*\s (?:(?!\band\b)[^;,]){3,${CLAUSE}}? \b (?:pursuant\s+to|in\s+accordance\s+with|in\s+connection\s+with|under|underlying|from|of|in|through|upon|on) \s+ (?:an?|the|his|her|such|that) \s+
  (?:(?!and\b)[\w-]+\s+){0,3}? (?:awards?|grants?|vesting|settlement) \s+ (?:\w+\s+)?of\s+ (?:(?:an?\s+(?:aggregate|total)\s+of|approximately|up\s+to)\s+)? $
`;
/** "under the 2015 performance share award" */
const year = /^(?:19|20)\d\d$/;
const awardAfter = /^\s+(?:(?!shares\b|units\b)[\w'’-]+\s+){1,4}?(?:award|grant|offering)s?\b/i;

/** A number after the securities it counts: "restricted shares (2,000)", "restricted stock awards totaling 9,500 shares". */
const numberBehind = pattern("gi")`
  (?:
    \( (?<=[\w.)'’]\s*\() (?!(?:19|20)\d\d\)|\d\)) (?:as\s+to\s+)? ${count} (?:\s+(?:shares|units))?
      (?:\s+as\s+of\s[^()]{1,${NEAR}})? (?:\s+each)? \) (?!\s*(?:shares?|units?|rsus?)\b) |
    \b (?:totall?ing|aggregating|amounting\s+to|in\s+the\s+amount\s+of) \s+ (?:an?\s+\w+\s+of\s+)? ${count}
      (?:\s+(?:shares|units))? |
    \b (?:(?:equivalents|rights)\s+(?=of\s)|(?:units|rsus|psus|awards?|stock)\s+(?!of\s))
      (?:of|with\s+respect\s+to|in\s+respect\s+of|covering|relating\s+to|representing|for) \s+ ${count} \s+
      (?:(?:underlying|common|ordinary)\s+)? (?:shares|units)
      (?!\s+of\s+(?:unvested\s+|performance\S*\s+)*restricted)
  )
`;
/** "188 in 2022 and in 2023 (204 shares)" */
const ofYear = pattern(
  "i",
)`^\W* (?:(?:in|on)\s+)? (?:(?:19|20)\d\d|\d{1,2}/\d{1,2}/\d{2,4}|${MONTH}\.?\s+\d{1,2},\s+\d{4}) \s* $`;
const countBefore = pattern(
  "i",
)`(?:\d(?<!\b(?:19|20)\d\d)|\b${numeral}|\bthousand|\b(?:rule|section|(?:foot)?notes?|item)\s+[\w-]*) \s*$`;
const glue = /^[\s,;]*(?:(?:and|as\s+well\s+as|plus)\b)?[\s,;]*/i;

const numberFollows = pattern("i")`
  [(]\d |
  (?:
    aling | alling | ating | amounting\s+to | amount\s+of | respect\s+to | respect\s+of | covering |
    representing | for | (?:equivalents|rights)\s+of
  ) \s
`;

/** The parts of a list in which every number follows what it counts. */
function partsNumberedBehind(words: string): Part[] {
  if (!numberFollows.test(words)) return [];
  const numbers = [...placesOf(words, numberBehind, MOST_PARTS)].filter(
    ({ index }) => !countBefore.test(words.slice(Math.max(0, index - JUST_BEFORE), index)),
  );
  const isAllBehind = shareCounts(words).every(({ start, end }) =>
    numbers.some(({ 0: all, index }) => index <= start && end <= index + all.length),
  );
  if (!isAllBehind) return [];
  let from = 0;
  return numbers.flatMap(({ 0: all, 1: bracketed, 2: written, 3: underlying, index }) => {
    const end = index + all.length;
    const start = from + (glue.exec(words.slice(from, end))?.[0].length ?? 0);
    from = end;
    const name = words.slice(start, underlying === undefined ? index : end);
    if (!/[a-z]{3}/i.test(name) && !ofYear.test(name)) return [];
    return [
      {
        text: words.slice(start, end),
        start,
        end,
        shares: amountValue(bracketed ?? written ?? underlying ?? ""),
        isPlain: isPlainPart(name),
      },
    ];
  });
}

/** "purchases under the ESPP", "reinvested dividends": parts whose names say that they are shares. */
const byName =
  /\b(?:purchases|acquisitions|contributions)\s+(?:\w+\s+){0,3}?(?:espp|drip)\b|\bdividends?\s+(?:and\s+\w+\s+)?reinvest|\breinvest\w*\s+(?:of\s+)?dividends?\b/i;

/** "341 dividend equivalent rights": not counted as a security elsewhere. */
const numberedRights = pattern(
  "i",
)`^\s* (?:(?:approximately|an?\s+(?:aggregate|total)\s+of)\s+)? ${count} \s+ (?:(?!series\b|tranches\b|types\b|kinds\b|grants\b|awards\b)[\w-]+\s+){0,3}? (?:rights|equivalents|rsus?|units?) \b`;

const nextKind = pattern("gi")`
  (?:,(?:\s+and)?|\s+and) \s+ (?:\(\w{1,3}\)\s+)? (?=
    (?:
      unvested\s+ | vested\s+ | deferred\s+ | performance | restricted | rsus?\b | psus?\b | phantom |
      shares?\s+ (?:of\s+(?:(?:the|issuer['’]s|company['’]s|class\s+\w|common|ordinary)\s+){0,3}(?:stock|shares?)\s+)? (?:acquired|held|purchased|issu|deferred|allocated|credited)
    ) |
    (?:(?:accrued|accumulated|related|associated)\s+)?dividend |
    (?<=\band\s+)(?:(?:through|under|pursuant\s+to|in|from|via)\s+)?(?:(?:the|his|her|an?)\s+)?(?:(?:issuer|company)['’]s\s+)?
      (?:(?:automatic\s+)?reinvest|dividend|drip\b|espp\b|employee\s+stock\s+purchase|401\s?\(?k)
  )
`;

/** "common stock owned and unvested restricted stock units" */
function withoutNumbers(words: string, cut: (from: number, to: number, shares: null) => Part): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { index, 0: between } of placesOf(words, nextKind, MOST_PARTS)) {
    const part = cut(from, index, null);
    if (!anyUnit.test(part.text)) continue;
    parts.push(part);
    from = index + between.length;
  }
  return [...parts, cut(from, words.length, null)];
}
