import { SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";

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
