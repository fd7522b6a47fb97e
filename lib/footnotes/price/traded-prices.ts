import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import type { Figure } from "./price-figures";

/** "sales from 10.10 to 10.40" */
const salesAt = pattern("i")`
  \b (?:sold|sales?|purchased|purchases|bought|trades?|fills?|transactions?|executed) \b[^.;\d]{0,${NEAR}}\b
  (?:from|at|of) \s+$
`;
const hasCents = /\.\d\d/;
const ofPrices = /\b(?:prices?|priced)\b/i;
const ofTrades = pattern("i")`
  \b (?:
    sold | sales? | selling | purchases | purchased | purchasing | bought | buys? | traded | trades? | trading |
    transactions? | execut(?:ed|ions?) | effected | acquisitions? | acquired | dispositions? | disposed |
    weighted | averages? | block | fills? | orders?
  ) \b
`;
/** The last of these before the prices says what the prices are for. */
const tradeOrNot = pattern("gi")`
  \b (?:
    (?<trade>
      sold | sales? | purchased | purchases | bought | traded | trades | executed | effected | weighted |
      disposed | dispositions?
    ) |
    exercised | exercisable | granted | convert(?:ed|ible|s) | vests? | redeem(?:ed|able|s) | options? |
    warrants? | hurdles? | thresholds? | targets? | goals? | royalt\w* | market\s+cap\w* | salary | amounts? |
    contributions? | proceeds\s+rang\w+ | payments? | premiums?
  ) \b
`;
const otherPrice = pattern("i")`
  \b (?:
    exercise | strike | conversion | redemption | offering | offer | ipo | option | hurdle | target |
    threshold | closing | limit | grant | base | floor | cap | forward | trigger | vesting | warrant | collar |
    reference
  ) (?:\s+(?:or|and)\s+\w+)? (?:\s+(?:purchase|share|stock))? \s+prices?\b
  (?:(?!\bprices?\b|\bsold\b|\bpurchased\b)[^.;]){0,${CLAUSE}} $
`;
const hypothetical = pattern("i")`
  \b (?:will|would|shall|may|might|intends?\s+to|(?:allow|permit|authori[sz]e)s?) \s+ (?:\w+\s+)? (?:be\s+)?
    (?:sold|sell|sales|purchas(?:es|ed?)|bought|buy|executed?|made|traded?|occur) \b[^.;]*$ |
  \b(?:if|when|once|until|unless)\b(?:(?!\b(?:sold|purchased|bought|executed|effected|were|was)\b)[^.;])*$
`;
/** "the price is corrected from $12.00 to $12.40" */
const ofChange = pattern("i")`
  \b (?:rais|lower|chang(?!\w*\s+hands\b)|correct|amend|revis|restat|increas|decreas|reduc|adjust|rose|fell)
  \w*\b[^.;:]{0,${NEAR}}\bfrom\s+$
`;
const fee = pattern()`commissions? | fees? | mark-?\s?(?:ups?|downs?) | (?:brokerage|transaction)\s+(?:charges?|costs?)`;
/** "net of commissions, which ranged from". Prices mentioned after it, or in brackets, are not fees. */
const ofFees = pattern("i")`
  \b ${fee} \b (?:\s*,\s*(?:which|that)\b)? (?:(?!\b(?:prices?|sold|sales?|purchase[ds]|trades?)\b)[^.;:,)])* $
`;
/** "Prices net of commissions ranged from" */
const pricesBesideFees = pattern("i")`
  \bprices\b[^.;]{0,${NEAR}}\b (?:net\s+of|excluding|including|before|after|less|without) \s+ (?:\w+\s+){0,3}? ${fee}
  \s+ (?:ranged|varied|were|was) \b
`;
/** Market prices over a period, not the insider's. */
const ofMarket =
  /^(?!.*\b(?:sold|sales?|selling|purchase[ds]?|bought|trades?|transactions?)\b).*\b(?:stock|market)\s+prices?\b/is;
/** "within the day's range of" */
const ofDay =
  /\b(?:day|week|month|session|year|market)(?:['’]s)?\s+(?:trading\s+)?range\s+(?:of\s+|was\s+)?(?:from\s+)?$/i;
/** The source of the shares sold: "sold shares acquired on exercise of options at prices from". */
const source = pattern("gi")`
  \b (?:acquired|received|issued|issuable|obtained|underlying) \b (?:(?!\b(?:sold|purchased)\b)[^.;,\d]){0,${NEAR}}?
  \b (?:options?|warrants?|units) \b
`;
/** Shares, dates, notes, years, rates. */
const notPrices = pattern("i")`
  ^\s* (?:
    (?:(?!for\b|in\b)\w+\s+){0,2}?
      (?:shares?|units?|options|rsus|years?|months?|days?|times|transactions|trades|percent|basis) |
    votes?
  ) \b (?<!\b(?:per|a|each)\s+(?:\w+\s+){0,2}(?:share|unit))
`;
const inMillions = /^\s*(?:million|billion)\b/i;
const otherPriceAfter = /^[^.;]{0,60}\b(?:offering|exercise|strike|conversion|redemption)\s+prices?\b/i;
const numbersOf = pattern("i")`
  \b (?:
    footnotes? | notes? | columns? | rows? | lines? | items? | rules? | sections? | pages? | forms? |
    tranches? | years? | dates? | on | since
  ) \s*\(?$
`;

/** Whether two figures are prices, judged by their signs and the words around them. */
export function arePrices(before: string, after: string, first: Figure, second: Figure, isStated: boolean): boolean {
  if (inMillions.test(after)) return false;
  if (first.hasSign || second.hasSign) return true;
  if (notPrices.test(after) || numbersOf.test(before)) return false;
  if (hasCents.test(first.value) && hasCents.test(second.value) && salesAt.test(before)) return true;
  const haveDecimals = first.value.includes(".") || second.value.includes(".");
  return haveDecimals ? isStated || ofPrices.test(before) : /\bpric\w+\b[^.;\d]{0,40}$/i.test(before);
}

/** "The price range of the offering was" */
const ofOffering = /\brange\s+(?:of|for|in)\s+(?:the|its)\s+(?:[\w-]+\s+){0,3}?offering\b[^.;]*$/i;

/** Whether prices are those of trades, and not of options, offers or hurdles. */
export function areOfTrades(before: string, after: string, isStated: boolean): boolean {
  if (ofOffering.test(before)) return false;
  if (otherPrice.test(before) || hypothetical.test(before) || ofChange.test(before)) return false;
  if (ofMarket.test(before) || (ofDay.test(before) && !ofTrades.test(before))) return false;
  if (ofFees.test(before) && !pricesBesideFees.test(before)) return false;
  let last = lastWord(before);
  if (last === "other") last = lastWord(before.replace(source, ""));
  if (last !== null) return last === "trade";
  if (otherPriceAfter.test(after)) return false;
  if (ofTrades.test(before) || ofPrices.test(before)) return true;
  return isStated && (before.length < 40 || /^\s*(?:per|a)\s+share\b/i.test(after));
}

/** Whether the last of the words for what was priced means a trade. */
function lastWord(before: string): "trade" | "other" | null {
  const last = [...placesOf(before, tradeOrNot, ALL)].at(-1);
  if (!last) return null;
  return last.groups?.trade === undefined ? "other" : "trade";
}
