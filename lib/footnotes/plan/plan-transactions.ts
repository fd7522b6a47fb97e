import { ALL, MOST_IN_SENTENCE, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { namesRule10b5, otherPlan, plan, rule } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { lettersBefore, lettersFrom, NEAR, SENTENCE, type Words, wordsAt } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";
import { aheadOrOpen, denial, judge, type PlanTransaction, tradeVerb, transaction } from "./judged-transaction";
import { inOtherWords, someoneTraded } from "./plan-as-actor";
import { aboutThePlan, completions } from "./plan-references";

const planName = pattern("i")`\b ${plan} \b`;
/** Words that put a transaction under a plan. */
const link = pattern()`
  pursuant\s+to | under | in\s+(?:accordance|compliance|conformity|conformance|connection)\s+with |
  consistent\s+with | according\s+to | through | via | by\s+(?:means|way|virtue)\s+of |
  (?:as\s+)?(?:a\s+)?part\s+of | in\s+reliance\s+(?:up)?on | per(?!\s+(?:share|unit|ad)) |
  as\s+(?:directed|required|instructed|specified|contemplated)\s+(?:by|in) | covered\s+by | within(?=\s+(?:an?|the|his|her|its)\s) |
  (?<=(?:was|were)\s)subject\s+to |
  (?:followed|follows|resulted|resulting|arose|arising|flowed|stemmed|stems)\s+(?:\w+ly\s+)?from | (?:(?:the|a)\s+)?result\s+of |
  (?:pre-?(?:arranged|planned|scheduled)|scheduled|called\s+for|provided\s+for)\s+(?:in|by) | by
`;
const links = pattern("gi")`\b ${link} \b`;

const ruleNames = new RegExp(rule, "gi");
/** The noun that the rule's number qualifies: "10b5-1 written stock trading plan". */
const planAfterRule = pattern("i")`^[\s\w'’"“”()/‐-―-]{0,${NEAR}}?\b ${plan} \b`;
const endOfPlan = /\b(?:terminat|expir|cancel|suspen)\w*/i;
/** An omission from an earlier form is not a trade of this one, unless this form amends it. */
const leftOut = /\bforms?\s+[345]s?\b.{0,80}\b(?:omitted|failed\s+to|neglected|did\s+not|inadvertently)\b/is;
const amendment = /\bamend(?:ment|ed|ing|s)?\b|\bform\s+[345]\/A\b/i;

/** "In connection with her retirement, Ms. Roe's 10b5-1 plan was amended": the plan is the subject of the sentence. */
const ownSubject = /[\w)]\s*,\s*(?:the|an?|his|her|their|its|(?:[A-Z][\w.]*\s+){0,3}[A-Z]\w*['’]s?)\s[^,]*$/;

/** "under Item 408 are those of a 10b5-1 plan" */
const otherRule = /^\s*(?:item|section|regulation|form)\s+[\w-]+\b/i;

const LOOK_BACK = 400;

/** "pursuant to a Rule 10b5-1 plan", "under a trading plan that is meant to comply with Rule 10b5-1", "under Rule 10b5-1". */
function* underRule(sentence: Words): Generator<PlanTransaction> {
  const { text } = sentence;
  for (const named of placesOf(text, ruleNames, MOST_IN_SENTENCE)) {
    const ruleEnd = named.index + named[0].length;
    const noun = planAfterRule.exec(text.slice(ruleEnd));
    const end = ruleEnd + (noun?.[0].length ?? 0);
    const from = Math.max(0, named.index - LOOK_BACK);
    const before = [...placesOf(text.slice(from, named.index), links, ALL)].reverse();
    let isNearest = true;
    let farther: PlanTransaction | null = null;
    for (const match of before) {
      const start = from + match.index;
      const between = text.slice(start + match[0].length, named.index);
      if (otherRule.test(between)) continue;
      const isBy = match[0].toLowerCase() === "by";
      const ownNoun = planName.exec(between);
      if (ownNoun && otherPlan.test(between.slice(0, ownNoun.index))) break;
      if (!ownNoun && ownSubject.test(between)) break;
      const isPlain =
        isNearest && between.length <= (noun ? 100 : 40) && (!isBy || between.length <= 25) && !endOfPlan.test(between);
      const isPlanOf = ownNoun !== null && between.length <= 260 && !isBy;
      if (!isBy) isNearest = false;
      if (!isPlain && !isPlanOf) continue;
      const found = judge(sentence, start, end, between);
      if (!found) continue;
      if (farther && (found.isDenied || !isPlanOf)) break;
      farther = found;
      // "sold pursuant to a plan adopted under the rule": the plan is named farther ahead
      if (found.isDenied || noun || isPlanOf) break;
    }
    if (farther) yield farther;
  }
}

/** "The plan under which these shares were sold": the rule is named in another sentence. */
const planOfTrade = pattern("gi")`
  \b ${plan} \s*,?\s+ (?:pursuant\s+to|under|by|through) \s+ which \b (?<said>[^.;]{0,${NEAR}}?) \b (?:
    (?:was|were|has\s+been|have\s+been) \s+ (?:\w+ly\s+)?
      (?:sold|purchased|bought|made|effected|executed|exercised|acquired|disposed) \b |
    ${someoneTraded}
  )
`;

/** "sold in the market, not subject to any such plan", "outside the arrangement": the plan is named before, or in another sentence. */
const noSuchPlan = pattern("gi")`
  \b (?:
    not\s+ (?:\w+\s+)?
      (?:subject\s+to|under|pursuant\s+to|(?:a\s+)?part\s+of|covered\s+by|in\s+accordance\s+with) |
    without |
    (?:outside(?:\s+of)?|independent(?:ly)?\s+(?:of|from)|apart\s+from|separate(?:ly)?\s+from|un(?:related|connected)\s+(?:to|with))
      (?=\s+(?:the|his|her|its|their|any|such|this|that|said|an?)\s)
  ) \s+ (?:any|such|this|that|said|an?|(?<!without\s)(?:the|his|her|its|their)) \s+
  (?:(?:such|other|terminated|former|trading|sales?|pre-?arranged)\s+){0,2} ${plan} \b
`;

/** "She has a 10b5-1 plan, but this gift was not made under it." */
const notUnderIt = pattern("gi")`
  \b not \s+ (?:(?:made|effected|executed|done|sold|purchased|carried\s+out)\s+)?
  (?:under|pursuant\s+to|(?:a\s+)?part\s+of|in\s+accordance\s+with) \s+ (?:it|them) \b
`;

/** "No sales outside the plan were made." */
const deniedTwice = /\b(?:no|none|neither|never)\b[^.;,]{0,60}$/i;

function* underNoPlan(sentence: Words): Generator<PlanTransaction> {
  for (const match of [...placesOf(sentence.text, noSuchPlan, ALL), ...placesOf(sentence.text, notUnderIt, ALL)]) {
    const clause = lettersBefore(sentence.text, match.index, SENTENCE);
    if (!transaction.test(clause) || aheadOrOpen.test(clause) || deniedTwice.test(clause) || otherPlan.test(match[0]))
      continue;
    const start = sentence.start + match.index;
    yield { words: { text: match[0], start, end: start + match[0].length }, isDenied: true };
  }
}

/** A note that contains only the plan's name and the day it was adopted. */
const nameAlone = pattern("is")`
  ^\W*
  (?:(?:[\w-]+\s+){0,5}?(?:sales?|transactions?|trades?|purchases?|exercises?|dispositions?)\s*[:,;(‐-―-]\s*)?
  (?:an?\s+|the\s+)? (?:[\w-]+\s+){0,2}? (?:sec\s+)? (?:rule\s+)? ${rule} \s* (?:[a-z-]+\s+){0,3}?
  (?:plan|arrangement)s?\b (?:\W+(?:adopted|adoption|dated|established|entered\s+into)\b.{0,${NEAR}}|\s*\(\d{1,2}/\d{1,2}/\d{2,4}\))? \W*$
`;
const notAName =
  /\b(?:new|no|not|outside|without|terminat\w+|cancel\w+|expired|suspend\w+|future|entered\s+a|has|have|will|shall|may(?!,?\s+\d))\b/i;

const thePlan = pattern("gi")`
  \b ${link} \s+ (?:the\s+terms\s+of\s+)?
  (?<which>the\s|this\s|that\s|such\s|said\s|his\s|her\s|its\s|their\s|these\s|those\s|an?\s)? \s*["“(]*
  (?<name>(?:[\w'’-]+\s+){0,3}?) ${plan} \b
`;
const tradingPlan = /\b(?:trading|sales?|selling|such|this|said)\b/i;
/** "a new plan adopted on May 26", after a sentence about an earlier 10b5-1 plan. */
const newPlan = /\b(?:new|second|another|successor|replacement|later|current)\b/i;

/** "under a plan adopted on May 4", where the rule is named in another sentence */
const ofAdoption = pattern("i")`
  ^\s* ,?\s* (?:(?:that|which)\s+was\s+)? (?:adopted|entered\s+into|established|dated) \s+ (?:by\s+(?:the\s+reporting\s+person|him|her)\s+)? (?:(?:on|in|as\s+of)\s+)? (?:${MONTH}\b|\d{1,2}[/-])
`;
const soldOrBought = /\b(?:sold|sales?|bought|purchase[sd]?|transactions?|trades?)\b/i;

/** "On May 30 she adopted a 10b5-1 plan. These shares were sold pursuant to the plan." */
function* underThePlan(sentence: Words, hasOtherPlan: boolean): Generator<PlanTransaction> {
  for (const match of placesOf(sentence.text, thePlan, ALL)) {
    const { which = "", name = "" } = match.groups ?? {};
    const isOpen = hasOtherPlan || which === "" || /^an?\s/i.test(which);
    const isNew = !hasOtherPlan && newPlan.test(which + name);
    const after = lettersFrom(sentence.text, match.index + match[0].length, NEAR);
    const isAdopted =
      !hasOtherPlan &&
      name === "" &&
      ofAdoption.test(after) &&
      soldOrBought.test(lettersBefore(sentence.text, match.index, NEAR));
    if (otherPlan.test(name) || (isOpen && !isNew && !isAdopted && !tradingPlan.test(which + name))) continue;
    const found = judge(sentence, match.index, match.index + match[0].length, "");
    if (found && (transaction.test(sentence.text.slice(0, match.index)) || tradeVerb.test(after))) yield found;
  }
}

function* byPlanOfTrade(sentence: Words): Generator<PlanTransaction> {
  for (const match of placesOf(sentence.text, planOfTrade, ALL)) {
    const { said = "" } = match.groups ?? {};
    if (otherPlan.test(lettersBefore(sentence.text, match.index, NEAR)) || denial.test(said) || aheadOrOpen.test(said))
      continue;
    const start = sentence.start + match.index;
    yield { words: { text: match[0], start, end: start + match[0].length }, isDenied: false };
  }
}

const wholeText = (text: string): Words => {
  const inner = text.trim();
  const start = text.indexOf(inner);
  return wordsAt(text, start, start + inner.length);
};

/** A trade of this report, and not one before or after it. */
const ofThisForm = /\b(?:this|these|herein|above)\b|(?<!\bform\s[345]\b[^.;]{0,60})\breported\b/i;
const clauseOf = (text: string, { start, end }: Words): string =>
  text.slice(Math.max(0, start - NEAR), end).replace(/^.*[.;]\s/s, "");

/** "the 2019 Incentive Plan", "an award under the plan": the plan of a trade may be this one. "Equity awards" alone are no plan. */
const otherPlanNamed = pattern("i")`${otherPlan} (?:\s+[\w'’-]+){0,3}? \s+ ${plan} \b`;

/** Everything a note says about transactions and a 10b5-1 plan, if it names the rule. */
export function planTransactions(text: string, parts: readonly Words[]): PlanTransaction[] {
  if (leftOut.test(text) && !amendment.test(text)) return [];
  const own = parts.flatMap((sentence) => [...aboutThePlan(sentence)]);
  const found = parts
    .filter((sentence) => namesRule10b5(sentence.text))
    .flatMap((sentence) => [...underRule(sentence), ...inOtherWords(sentence)]);
  const isDecided = found.some(({ words, isDenied }) => isDenied || ofThisForm.test(clauseOf(text, words)));
  if (own.length > 0 && !isDecided) return own;
  if (found.length > 0) return found;
  const hasOtherPlan = otherPlanNamed.test(text);
  const byShortName = parts.flatMap((sentence) => [
    ...underThePlan(sentence, hasOtherPlan),
    ...byPlanOfTrade(sentence),
    ...underNoPlan(sentence),
  ]);
  if (byShortName.length > 0) return byShortName;
  const completed = parts.flatMap((sentence) => [...completions(sentence)]);
  if (completed.length > 0) return completed;
  return nameAlone.test(text) && !notAName.test(text) ? [{ words: wholeText(text), isDenied: false }] : [];
}
