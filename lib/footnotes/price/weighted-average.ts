import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import type { Stated } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";

const average = pattern()`(?:volume[\s-]*)? (?:weigh(?:t|t?ed)[\s-]*|wg?td?\.?\s*)? (?:averages?|avg\.?) | (?:weighted|arithmetic|simple)[\s-]+mean | mean(?=\s+(?:(?:sales?|selling|purchase|trade|execution|per-share)\s+)?prices?\b) | mean(?=\s+of\s+(?:the\s+)?(?:[\w-]+\s+)?prices\b) | blended(?=\s+(?:[\w-]+\s+){0,2}prices?\b)`;

/** "weighted average sale price", "average cost per share". The words in between say what is averaged. */
const averagePrice = pattern("gi")`
  \b ${average} (?<kind>[\s-]+(?:(?!prices?\b|costs?\b|of\b)[\w$'’/&-]+\s+){0,6}?) (?:prices?|costs?) \b
  (?:\s+per\s+(?:\w+\s+){0,2}?(?:share|unit|ads)\b)?
`;
/** "The reported price is a weighted average"; "at prices averaging $39.02". */
const bareAverage = pattern("gi")`
  \b (?:
    ${average}(?![\w-]) | VWAP(?!\w) | averag(?:ed|ing)(?=\s+(?:\w+\s+)?\$?\d) |
    averaged(?=\s+(?:\w+\s+)?prices?\b|\s+on\s+a\s+(?:volume[\s-]+)?weighted\s+basis\b|\s+over\s[^.;]{0,${NEAR}}\bweighted\s+by\b) | (?<=\bprices?\s(?:was|were|is|are|(?:has|have)\sbeen)\s)averaged
  )
`;

const otherPrice = pattern("i")`
  \b (?:
    exercise | strike | conversion | closing | close | grant | option | base | fair | market\s+value | book |
    redemption | target | hurdle | days | \d+-day
  ) \b
`;
const tradesOrPrices = /\b(?:prices?|sold|purchased|bought|sales?|purchases?)\b/i;
/** "a volume-weighted average price condition": of an award, or of shares still to be earned. */
const ofCondition = pattern("i")`
  ^\s* (?:per\s+share\s+)? (?:
    conditions? | hurdles? | targets? | thresholds? | goals? | milestones? | vesting | performance | exceed\w* |
    requirements?
  ) \b
`;
/** "the volume weighted average price of the stock is at least $13.50": a hurdle. */
const isHurdle = pattern("i")`
  ^ \s+of\s [^.;$]{3,${NEAR}}? \b (?:(?:is|was|be|equals?)\s+(?:at\s+least|greater\s+than|more\s+than|higher\s+than|above|no(?:t|)\s+less|equal\s+to\s+or)|exceed(?:s|ed)?|reach(?:es|ed)?|attain(?:s|ed)?) \b
`;
/** "at $9.40, which was the volume weighted average price of the common stock on May 1": of all trades on that day. */
const whichWas = /(?:\b(?:which|that)\s+(?:is|was|equals|equaled)|,\s+being)\s+(?:the|a)\s+$/i;
const ofMarket = pattern("i")`
  ^ \s+of\s+ (?:(?!purchased|sold)[\w'’.&-]+\s+){1,5}? (?:stock|shares) \s+ (?:(?:on|for|as\s+of)\s+ (?:${MONTH}|\d|(?:the|that|such)\s+(?:[\w-]+\s+){0,3}?(?:day|date|exchange|nasdaq|nyse)) | (?:as\s+)?(?:reported|quoted)\s+(?:on|by)) \b
`;
const highAndLow =
  /^\s+of\s+(?:the\s+)?(?:[\w']+\s+){0,3}?(?:high(?:est)?|low(?:est)?|opening|closing|bid|ask(?:ed)?)\b/i;

/** What is called an average: a price as the form reports it. */
const reportedPrice = pattern("i")`
  (?:
    \b (?:prices?|figures?|amounts?) \b[^.;]{0,${NEAR}}\b (?:
        reported | column | col\. | shown | stated | listed | set\s+forth | indicated | disclosed | noted |
        above | herein | in\s+this | in\s+table
      ) \b |
    \b(?:reported|above|listed|this|disclosed|column\s+(?:\d|four))\s+(?:\w+\s+){0,3}?prices?\b |
    ^\W* (?:\(\d+\)\s*)? (?:the\s+)? (?:average\s+)? (?:sales?|purchase|selling|transaction|execution|trade)?
      \s*prices?\b (?:\s+per\s+share)? \s+ (?:is|are|was|were|represents?|reflects?) \b
  ) [^.;]{0,${CLAUSE}}$
`;

/** An average used as a measure: for a hurdle, or to compute a number of shares or a price. */
const measure = pattern("i")`
  (?:
    \b (?:
      divid(?:e|ed|ing) | multipl(?:y|ied|ying) | product | based | using | equal(?:s|ed|ing|led)? | exceed(?:s|ed|ing)? | reach(?:es|ed|ing)? |
      attain\w* | achiev\w* | at\s+least | less\s+than | greater\s+than | more\s+than | higher\s+than |
      lower\s+than | above | below | determined | estimated | derived | calculated | computed | valued? | hurdle | target | performance\s+(?:measure|metric) | if |
      when | until | discount(?:ed)? | premium
    ) \b
  ) [^.;]{0,${NEAR}}$
`;
const partOf = /(?:%|\bpercent)\s+(?:of|discount)\b[^.;]{0,60}$|\bvest\w*\s+(?:if|when|upon|based)\b[^.;]{0,120}$/i;
const days = pattern("i")`
  \b (?:\d+|one|two|three|five|seven|ten|fifteen|twenty|thirty|forty-five|sixty|ninety) (?:\s*\(\d+\))? [\s-]*
    (?:consecutive[\s-]+|calendar[\s-]+)? (?:trading|business|market)? [\s-]*days?\b |
  \bconsecutive\b | \btrailing\b | \bperformance\s+period\b |
  \b(?:over|during|for)\s+(?:the|any|a)\s+(?:[\w-]+\s+){0,3}(?:months?|quarter|years?|weeks?)\b
`;
/** "sold on three days at" */
const soldOnDays =
  /\b(?:sold|bought|purchased|sales|purchases|traded|executed|effected)\s+(?:\w+\s+){0,4}(?:on|over|during|in)\s+(?:\w+\s+){1,3}days?,?\s+at\s+(?:an?\s+|the\s+)?$/i;
/** Of the trades described, however many days they took. */
const trades = /\b(?:sold|purchased|bought|sales|purchases|transactions|executed)\b/i;
/** Trades of another period: "in the two years in which the plan was in effect he sold 900 shares at an average price". */
const otherTime = pattern("i")`
  \b (?:
    since\s+(?:the\s+|its\s+)?(?:\w+['’]s\s+)?(?:adoption|inception|establishment) |
    years?,?\s+(?:in|during)\s+which\b[^.;,]{0,${NEAR}}\bin\s+effect |
    (?:in|during|over) \s+ (?:the\s+)?
      (?:(?:prior|previous|past|preceding|earlier)\s+(?:\w+\s+)?years?|life\s+of\s+the\s+plan) |
    had\s+(?:previously\s+|earlier\s+)?(?:sold|purchased|bought|acquired) |
    (?:earlier|prior|previous)\s+(?:sales|purchases|transactions)
  ) \b[^.;]*$
`;
/** "up to 400,000 shares, depending on the volume weighted average price of the stock at that time" */
const dependsOn = /\b(?:depend(?:s|ing|ent)|contingent)\s+(?:up)?on\s+(?:the|an?|its)\s+(?:[\w-]+\s+){0,2}$/i;
const denied = /\b(?:not|no)\s+(?:at\s+)?(?:an?\s+|the\s+)?$|\b(?:highest|lowest)\s+$/i;
/** "an average of $18.97 per share"; "average 7.0463" */
const amount = /^,?\s*(?:of|was|is|being|:|=)?\s*\(?(?:(?:[A-Z]{0,3}\$|[£€]|[A-Z]{3}\s)\s?\d|\d+\.\d\d)/;
const ofTrades = pattern("i")`
  ^ (?:
    \s+(?:of|for)\b[^.;]{0,${NEAR}}\b(?:prices?|transactions?|trades?|sales|purchases|sold|purchased)\b |
    \s+(?:sales?|purchase|selling|basis)\b | [^\w]*$
  )
`;
/** "average of the prices paid", but not "of the prices of our common stock" */
const ofTradePrices = pattern("i")`
  ^\s+of\s+ (?:all\s+(?:of\s+)?)? (?:the\s+|these\s+)? (?:
    (?:the\s+)? prices\s+of\s+ (?:the\s+|these\s+|those\s+)? (?:[\d,]+\s+)? (?:trades|sales|purchases|transactions|fills) |
    (?:sales?|selling|purchase|trade|execution|fill)\s+prices |
    (?:[\w-]+\s+)?prices\s+ (?:
        (?:(?:that|which)\s+were\s+)? (?:actually\s+)? (?:paid|received|obtained|reali[sz]ed) |
        at\s+which\s+[^.;]{0,${NEAR}}?(?:sold|purchased|bought)
      )
  ) \b
`;

/** "Average of 14 trades", "average of prices from $4.00 to $4.25" */
const ofManyTrades = pattern("i")`
  ^\s+ (?:of|for|from|over|across) \s+ (?:the\s+|all\s+|these\s+)? (?:[\w-]+\s+){0,2}?
  (?:trades|sales|transactions|fills|executions|purchases|prices\s+(?:ranging|between|from)) \b
`;

/** "On average, $33.12 was received per share" */
const onAverage = /^,?\s+(?:[A-Z]{0,3}\$|[£€])\s?\d/;
/** "at $33.12 on average", "an average weighted by the number of shares" */
const priceOnAverage = /(?:[$£€]|\b[A-Z]{3})\s?\d[\d,]*(?:\.\d+)?,?\s+on\s+$/;
const weightedNext = /^,?\s+(?:(?:and\s+)?weighted\s+(?:by|for|according\s+to)|over\s[^.;]*\bweighted\s+by)\b/i;
/** "the weighted average has been converted into dollars at the day's rate" */
const isConverted =
  /^,?\s+(?:(?:has|have|was|were|is)\s+(?:been\s+)?)?(?:converted|translated)\b(?:[^.;]|\.(?=\d)){0,60}?(?:\brate|dollars?|euros?|pounds?|currency|USD|EUR|GBP|\$)/i;
const ofPrices = /^\s+of\s+(?:the\s+|these\s+)?(?:\w+\s+)?prices\b(?!\s+of\s+(?:the|our)\s+(?:\w+\s+)*stock)/i;
/** "Represents an average." */
const saysAverage = /^\W*(?:represents?|reflects?)\s+(?:an|the)\s+$/i;
/** "$10.01 is the weighted average of these" */
const isPrice = /(?:[$£€]\s?[\d.]+|\bline|\brow)\s+(?:is|was|shows|states|gives)\s+(?:the|an?)\s+$/i;
/** "The weighted average for all of them is shown" */
const isShown =
  /^\s+(?:(?:for|of)\s+(?:all|each|both|these|those|the|them)\b[^.;]{0,40}?\s)?(?:is|are|was|has\s+been)\s+(?:shown|reported|given|stated|used|listed|disclosed)\b/i;
const ofThese = /^\s+(?:of\s+(?:these|those|them|the\s+(?:three|two|four|five|prices))|for\s+(?:its|the|each|that))\b/i;

/** Reads whether the note says that a reported price is an average price. */
export function readWeightedAverage({ lower, sentences }: NoteText): Stated<true> | null {
  if (!/averag|avg|vwap|\bmean\b|blended/.test(lower)) return null;
  const spans: Span[] = [];
  for (const { text, start } of sentences) {
    for (const [from, to] of averages(text)) spans.push([start + from, start + to]);
  }
  return spans.length > 0 ? { value: true, spans } : null;
}

function* averages(sentence: string): Generator<Span> {
  let until = 0;
  for (const match of placesOf(sentence, averagePrice, ALL)) {
    until = match.index + match[0].length;
    const isOther = otherPrice.test(match.groups?.kind ?? "");
    if (
      !isOther &&
      !ofCondition.test(sentence.slice(until)) &&
      !isHurdle.test(lettersFrom(sentence, until, CLAUSE)) &&
      !(whichWas.test(before(sentence, match.index)) && ofMarket.test(lettersFrom(sentence, until, CLAUSE))) &&
      isOfTrades(sentence, match.index, until)
    )
      yield [match.index, until];
  }
  for (const match of placesOf(sentence, bareAverage, ALL)) {
    const end = match.index + match[0].length;
    if (match.index < until || !isBare(sentence, match.index, end)) continue;
    yield [match.index, end + (weightedNext.exec(lettersFrom(sentence, end, CLAUSE))?.[0].length ?? 0)];
  }
}

const before = (sentence: string, start: number) => lettersBefore(sentence, start, SENTENCE);

function isOfTrades(sentence: string, start: number, end: number): boolean {
  const [ahead, after] = [before(sentence, start), lettersFrom(sentence, end, CLAUSE)];
  if (
    denied.test(ahead) ||
    dependsOn.test(ahead) ||
    partOf.test(ahead) ||
    otherTime.test(ahead) ||
    isOverDays(after) ||
    (days.test(ahead.slice(-50)) && !soldOnDays.test(ahead))
  )
    return false;
  return !measure.test(ahead) || reportedPrice.test(ahead);
}

function isOverDays(after: string): boolean {
  const at = days.exec(after)?.index;
  return at !== undefined && !trades.test(after.slice(0, at));
}

/** An average not followed by "price" is an average of prices named before it, or of trades. */
function isBare(sentence: string, start: number, end: number): boolean {
  const [ahead, after] = [before(sentence, start), lettersFrom(sentence, end, CLAUSE)];
  const words = sentence.slice(start, end);
  if (otherPrice.test(after.slice(0, 40)) || !isOfTrades(sentence, start, end)) return false;
  if (weightedNext.test(after) && tradesOrPrices.test(ahead)) return true;
  if (priceOnAverage.test(ahead) && tradesOrPrices.test(ahead)) return true;
  if (/ed$|ing$/i.test(words) && !/^\s+(?:\w+\s+)?price/i.test(after)) return tradesOrPrices.test(ahead);
  if (reportedPrice.test(ahead) || (!/\w/.test(ahead) && ofManyTrades.test(after))) return true;
  if (/\bon\s+$/i.test(ahead) && onAverage.test(after)) return true;
  if (!/\w/.test(ahead) && /^\s+(?:shown|reported|given)\s*(?:[.;]|$)/i.test(after)) return true;
  if (/^[vw]/i.test(words) && (isShown.test(after) || /^\s+(?:shown|reported|given)\s*(?:[.;]|$)/i.test(after)))
    return true;
  if (/^[vw]/i.test(words) && /^\W*(?:the|this|a)\s+$/i.test(ahead) && isConverted.test(after)) return true;
  if (/^[vw]/i.test(words) && isPrice.test(ahead) && ofThese.test(after)) return true;
  if (saysAverage.test(ahead) && ofPrices.test(after) && trades.test(after)) return true;
  if (saysAverage.test(ahead) && /^\s*(?:$|[.;,])/.test(after)) return true;
  if (
    /^\W*the\s+$/i.test(ahead) &&
    /^\s+(?:is|was|has\s+been)\s+(?:shown|reported|given|stated|in\s+(?:the\s+)?(?:column|price|table))\b/i.test(after)
  )
    return true;
  if (amount.test(after)) return /^[vw]/i.test(words) || tradesOrPrices.test(ahead);
  return ofTradePrices.test(after) || (/^[vw]/i.test(words) && !highAndLow.test(after) && ofTrades.test(after));
}
