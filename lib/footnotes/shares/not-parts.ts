import { lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";

/** Words after "includes", "reflects" and the like that are about a change, a price or a part of a part, and not about a part. */

/** "represents the shares that remain after the sale of 5,000 shares and of 1,000 shares" */
export const isLeft = /\b(?:after|remain\w*|following)\b/i;

export const ofPercent = /^\s*(?:approximately\s+)?\d[\d.]*\s*(?:%|percent)/i;

/** "5,000 options at $4.00", "4,000 target units" */
export const isNoHolding =
  /\bat\s+(?:an?\s+[\w\s]{0,30}\s)?\$|\b(?:target|maximum|minimum)\b|\b(?:received|issued|exchanged)\s+(?:in\s+exchange\s+)?for\b/i;

export const afterSale = pattern("i")`
  \b (?:after|following|from) \s+ (?:the|these|this) \s+ (?:reported\s+)? (?:sales?|gifts?|dispositions?|transfers?|withholding|transactions?) \s+of\b
`;

/** Not "represents the shares that remain after the sale of 500 shares". */
export const numberNext =
  /^\s*(?:(?:an?|the)\s+(?:total|aggregate|sum)\s+of\s+|approximately\s+|\(?\w{1,3}\)\s*)?\d[\d,.]*(?![\d,.]|\s*%|\s+percent)/i;

export const reflectsChange = pattern("i")`
  ^\s* (?:(?:the|an?)\s+)? (?:[\w-]+\s+){0,3}? (?:
    transfer | (?:increase|decrease|reduction|addition|settlement)\b | sale | disposition | forfeiture | withholding | cancell?ation | gift | distribution | exercise |
    conversion | split | adjustment | vesting | return
  ) |
  # "reflects 500 shares transferred to the trust"
  \b shares\s+ (?:of\s+(?:[\w'’]+\s+){1,5})? (?:transferred|contributed) \b
`;

/** "a prior transfer of shares, as well as shares acquired through dividend reinvestment": blanks for the change. */
const changeAhead = pattern("i")`
  ^\s* (?:(?:the|an?)\s+)? (?:prior\s+|previous\s+)? (?:transfer|sale|disposition|gift|distribution|forfeiture|withholding) \s+of\s [^;]*? (?:,?\s+(?:and|as\s+well\s+as)) \s+
  (?=(?:additional\s+)?shares\s+(?:acquired|purchased|bought|obtained|received|credited)\s)
`;
export const withoutChange = (words: string): string =>
  words.replace(changeAhead, (change) => " ".repeat(change.length));

/** "takes account of the 5% stock dividend" */
export const ofDividend = /^\s*(?:the|an?)?(?:\s+[\w%.-]+){0,3}\s+dividend\b(?!\s+(?:equivalent|reinvest|share))/i;

/** "The transactions include the sale of shares to cover tax": a trade, and not a part of a number. */
export const isOnlyTrade = pattern("i")`
  ^\s* (?:(?:the|an?|certain)\s+)? (?:automatic\s+|mandatory\s+)? (?:sales?|withholding|surrender|disposition|forfeiture|gift|transfer) \s+of\s+ (?:(?:the|these|such|certain)\s+)? (?:[a-z-]+\s+){0,3}? (?:shares|stock|units) \b
`;

/** "The fund is an option of the plan, and it includes shares contributed by the company": what a fund invests in. */
export const itsAssets =
  /^\W*the\s+(?:fund|plan|account|stock\s+fund)\s+(?:is|are|was)\b[^;]*,?\s+(?:and|but)\s+it\s+(?:also\s+)?$/i;

/** "Options include tandem stock appreciation rights": what comes with them. */
export const ofOption = /^\W*(?:(?:the|these|such|all)\s+)?(?:stock\s+)?options?\s+(?:also\s+)?$/i;

/** "An award, which covered 480,000 shares and included incentive stock options": what was granted, and not what is reported. */
export const ofAward = pattern("i")`
  \b (?:awards?|grants?) \b [^;]{0,${SENTENCE}}? \b (?: (?:which|that|and) \s+ (?:also\s+)? | (?:award|grant)s?\s+ ) $
`;

const eachUnit = /\b(?:each|each\s+of\s+which|which(?:\s+each)?|each\s+(?:such\s+)?(?:rsu|psu|unit))\s+$/i;
const aRight = /^\s+(?:the|an?)\s+(?:contingent\s+|conditional\s+)?rights?\b/i;
/** "4,000 RSUs, each of which represents the right to receive one share, and 200 shares": the list goes on after these words. */
export const isOfEach = (text: string, { index, 0: words }: RegExpExecArray): boolean =>
  /^represents?$/i.test(words) &&
  eachUnit.test(lettersBefore(text, index, NEAR)) &&
  aRight.test(lettersFrom(text, index + words.length, NEAR));

/** "16,000 units, 2,000 of which vest on March 3": a part of a part. */
export const ofPart = /^[\d,.]+\s+of\s+(?:which|whom|them|these|those)\b/i;

/** "of which 4,560 will vest on May 1 and 4,560 on June 1": the other number is a part of that part too. */
export const ofPartToo = pattern("i")`
  ^[\d,.]+\s+ (?:(?:shares|units|options)\s+)? (?:(?:will|shall|that|which|are)\s+)* (?:vest(?:s|ed|ing)?\b|(?:were|was|are)\s+(?:granted|awarded|issued|scheduled)\b|(?:on|in)\s+(?:${MONTH}\b|\d))
`;

/** "a distribution of 9,000 shares, including 400 shares to the reporting person": what somebody received. */
export const wentTo = /^[\d,.]+\s+(?:(?:shares|units)\s+)?to\s/i;

/** "shares withheld for taxes", "shares that the general partners then distributed to their partners": not held any more. */
export const wasGivenUp =
  /^\W*(?:[\d,.]+\s+)?shares\s+(?:that|which)\s+(?!(?:were|was|have|had|are|is)\b)[^;.,]{2,90}?\bdistributed\b(?!\s+to\s+(?:the\s+reporting|him\b|her\b))|^\W*(?:(?:[\d,.]+\s+)?shares\s+(?:of\s+(?:(?!which|restricted)[\w'’&.,-]+\s+){1,6}?(?:stock|shares|units)\s+)?(?:(?:that|which)\s+were\s+)?|[\d,.]+\s+(?:(?:shares|units)\s+)?(?:(?:that|which)\s+)?(?:were|was)\s+)(?:withheld|surrendered|sold|forfeited|disposed|cancell?ed)\b/i;

/** "includes the sale of shares", "includes shares sold to pay taxes": what was done, and not what is held. */
export const ofSale = pattern("i")`
  ^\s* (?:the\s+|an?\s+)? (?:
    (?:sales?|withholding|disposition|surrender|forfeiture)\s+of\b |
    (?:aggregate\s+of\s+)? shares\s+ (?:(?:that|which)\s+(?:were|was)\s+)? (?:sold|withheld|surrendered|forfeited)\b
  )
`;

/** "Represents (i) 5,000 shares distributed to the limited partners and (ii) 300 shares contributed": the parts of a trade. */
export const wentOn =
  /\b(?:distribut|transfer|gift|donat|contribut|withh|sold|sale|surrender|forfeit|deliver|exchang|tender)/i;

/** "shares purchased, if any, through the purchase plan" */
export const ifAny = /\bif\s+any\b/i;

/** "the remaining portion of the 67,500 RSUs": a part of that number. */
export const portionOf = pattern("i")`
  \b (?:portion|part|balance|remainder|rest|some|half) \s+of\s+ (?:(?:the|an?|his|her|this|that)\s+)?
  (?:(?:original|initial|total|aggregate|award|grant)\s+(?:of\s+)?){0,3} $
`;
