import { MOST_IN_SENTENCE, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { namesRule10b5, otherPlan, plan, rule } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { CLAUSE, lettersBefore, NEAR, SENTENCE, type Words, wordsAt } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { aboutThePlan, completions } from "./plan-references";

const planName = pattern("i")`\b ${plan} \b`;
/** Words that put a transaction under a plan. */
const link = pattern()`
  pursuant\s+to | under | in\s+(?:accordance|compliance|conformity|conformance|connection)\s+with |
  consistent\s+with | according\s+to | through | via | by\s+(?:means|way|virtue)\s+of |
  (?:as\s+)?(?:a\s+)?part\s+of | in\s+reliance\s+(?:up)?on | per(?!\s+(?:share|unit|ad)) |
  as\s+(?:directed|required|instructed|specified|contemplated)\s+(?:by|in) | covered\s+by | within(?=\s+(?:an?|the|his|her|its)\s) |
  (?<=(?:was|were)\s)subject\s+to |
  (?:pre-?(?:arranged|planned|scheduled)|scheduled|called\s+for|provided\s+for)\s+(?:in|by) | by
`;
const links = pattern("gi")`\b ${link} \b`;

const ruleNames = new RegExp(rule, "gi");
/** The noun that the rule's number qualifies: "10b5-1 written stock trading plan". */
const planAfterRule = pattern("i")`^[\s\w'’"“”()/‐-―-]{0,${NEAR}}?\b ${plan} \b`;
const transaction = pattern("i")`
  \b (?:
    sold | sales?(?!\s+${plan}\b) | sells? | selling | purchas(?:es?|ed) | bought | buys? | transactions? | trades? | traded |
    executed | effect(?:ed|uated) | made | acquired | acquisitions? | dispos(?:als?|ed|itions?) |
    exercis(?:es?|ed) | conver(?:sions?|ted) | conducted | completed | occurred | carried\s+out | consummated |
    undertaken | donat(?:ed|ions?) | gift(?:s|ed)? | transferred
  ) \b
`;

/**
 * The words directly before are about the plan or its adoption: "adopted a plan under Rule 10b5-1" says nothing about a trade.
 */
const governsPlan = pattern("i")`
  \b (?:
    adopt(?:s|ed|ing)? | enter(?:s|ed|ing)?(?:\s+into)? | establish(?:es|ed|ing)? | sign(?:s|ed|ing)? |
    designed | structured | intended | dated | terminat(?:es|ed|ing) | modified | amended | maintains? |
    maintained | compl(?:y|ies|ied) | qualif(?:y|ies|ied) | sell\s+shares | ${plan}
  ) \b[\s,(]* (?:by\s[^,]{0,${NEAR}})? $
`;
/** "modified on May 24, 2024 the amount and timing of the sales under": what the plan provides for, and no trade. */
/** "the modification was made in good faith and in compliance with" */
const ofModification = /\b(?:modification|amendment)\b[^.;]{0,120}\b(?:was|were)\s+made\s+in\s+good\s+faith\b[^.;]*$/i;
const changesSales = pattern("i")`
  \b (?:modif\w+|amend\w+|revis\w+|chang\w+|adjust\w+|increas\w+|reduc\w+) \b [^;]{0,${NEAR}}?
  \b (?:amounts?|numbers?|timing|prices?|limits?|terms|schedules?|quantit\w+|volumes?|sizes?|duration) \b [^;]{0,${NEAR}}?
  (?:of|for)\s+ (?:(?:the|any|all|future|planned|scheduled)\s+){0,2} (?:shares?\s+)?
  (?:sales?|trades?|transactions?|purchases?|shares\s+to\s+be\s+(?:sold|purchased)) \s* $
`;
const aheadOrOpen = pattern("i")`
  (?<!\b(?:in|on)\s)\bmay\b(?!\s+\d) |
  \b (?:
      will | would | could | might | shall | can | should | intends? | expects? | anticipates? | eligible |
      to\s+(?:be|sell|purchase|buy|trade|dispose)
    ) \b |
  \b(?:subject\s+to|available\s+for|reserved\s+for)\s+(?:future\s+)?(?:sales?|disposition)\b |
  \bremain(?:s|ing)?\s*$
`;
/** "were not discretionary as they were made under" is not a denial: the negated verb comes first. */
const denial = pattern("is")`
  (?:\b(?:not|never)\b|n['’]t\b)(?!.*\b(?:was|were|is|are|has|have)\b) |
  \b (?:
      none | neither | nor | other\s+than | outside\s+(?:of|the|an?|any|his|her|its) |
      no\s+(?:\w+\s+)?(?:shares?|sales?|transactions?|trades?|securities|portion|part)
    ) \b
`;
/** Regulation S-K calls the other kind a "non-Rule 10b5-1 trading arrangement". */
const otherArrangement = /\bnon[\s‐-―-]*(?:rule\s+)?$/i;
const endOfPlan = /\b(?:terminat|expir|cancel|suspen)\w*/i;
/** "The plan expires upon the sale of all shares covered by the plan": about its end, and not about a trade. */
const lasts = /\bplan\s+(?:terminates|expires|ends|remains\s+in\s+effect|continues)\b[^.;]*$/i;
/** "No sales have been made under the plan" is about the plan, not about a trade. */
const noneYet =
  /^\W*(?:no|none)\b(?:(?!report|form|herein)[^.;])*\b(?:(?:has|have|had)\s+(?:yet\s+)?been|remain(?:s|ed)?)\b/i;
const notYetDone =
  /^\W*(?:has|have|had)\s+(?:yet\s+|so\s+far\s+)?(?:been\s+(?:made|effected|executed)|taken\s+place|occurred)\b/i;
const denialOfAll = /^\W*(?:none|no|neither)\b/i;
const anotherTrade = pattern("i")`
  \b
  (?:prior|previous|earlier|future|(?<!\band\s(?:the\s)?)subsequent|previously\s+reported|remaining|additional)
  \s+ (?:\w+\s+)? (?:sales?|transactions?|trades?|purchases?|forms?) \b
`;
/** "Sales under the plan will begin in June." */
const yetToBegin = pattern("i")`
  ^\W* (?:(?:rule\s+)?10b5-1\W+)?
  (?:will|shall|may|(?:is|are)\s+(?:expected|scheduled|anticipated|permitted|set)\s+to|can(?:not)?) \s+
  (?:\w+\s+)? (?:begin|commence|start|occur|take\s+place|be\s+(?:made|effected|executed)|not) \b
`;
/** "The sales under the plan that was adopted in May were suspended." */
const tradesAlone = /\b(?:sales?|trades?|trading|transactions?|purchases?)\s+$/i;
const areSuspended =
  /^[^.;]{0,120}?\b(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:suspended|halted|paused|discontinued|stopped)\b/i;
/** "The last sale under the plan was reported on the prior Form 4." */
const inEarlierForm = pattern("i")`
  ^\W* (?:was|were|has\s+been|have\s+been) \s+ (?:\w+ly\s+)?reported\s+ (?:on|in) \s+
  (?:an?\s+|the\s+|his\s+|her\s+)? (?:prior|earlier|previous)
`;
/** An omission from an earlier form is not a trade of this one, unless this form amends it. */
const leftOut = /\bforms?\s+[345]s?\b.{0,80}\b(?:omitted|failed\s+to|neglected|did\s+not|inadvertently)\b/is;
const amendment = /\bamend(?:ment|ed|ing|s)?\b|\bform\s+[345]\/A\b/i;
const clauseBreak = /,|\b(?:which|that|who|but|because|and)\b/gi;

/** The end of a text, from its last comma or conjunction. */
const lastClause = (text: string): string => {
  let from = 0;
  for (const match of text.matchAll(clauseBreak)) from = match.index + match[0].length;
  return text.slice(Math.max(from, text.length - 90));
};

/** Words farther away than this say nothing about a transaction. */
const FARTHEST = 600;

/** Words that say a transaction was made under a plan, or that it was not. */
export type PlanTransaction = { words: Words; isDenied: boolean };

/** Reads a sentence around "pursuant to": does it mention a transaction, and is that stated or denied? */
function judge(sentence: Words, from: number, end: number, between: string): PlanTransaction | null {
  const head = Math.max(0, from - FARTHEST);
  const before = sentence.text.slice(head, from);
  const after = sentence.text.slice(end, end + FARTHEST);
  if (
    governsPlan.test(before.slice(-70)) ||
    changesSales.test(before) ||
    lasts.test(before) ||
    ofModification.test(before)
  )
    return null;
  const clause = lastClause(before);
  const words = wordsAt(sentence.text, verbStart(before, head) ?? from, end);
  const found = { ...words, start: words.start + sentence.start, end: words.end + sentence.start };
  const isDenied =
    denial.test(clause) ||
    denial.test(between) ||
    otherArrangement.test(between) ||
    (denialOfAll.test(before) && before.length < 200);
  if (isDenied && (noneYet.test(before) || (denialOfAll.test(before) && notYetDone.test(after)))) return null;
  if (isDenied) return transaction.test(before) || clause.trim().length < 12 ? { words: found, isDenied } : null;
  if (
    !isSaid(before, after) ||
    aheadOrOpen.test(clause) ||
    anotherTrade.test(before) ||
    yetToBegin.test(after) ||
    (tradesAlone.test(before) && areSuspended.test(after)) ||
    inEarlierForm.test(after)
  )
    return null;
  return { words: found, isDenied: false };
}

const tradeVerb = pattern("i")`
  (?<!\bto\sbe\s) \b (?:
    sold | bought | purchased | traded | disposed | acquired | exercised | converted |
    (?:was|were|been) \s+ (?:\w+ly\s+)?
      (?:made|effect(?:ed|uated)|executed|conducted|completed|carried|consummated) |
    (?:made|effect(?:ed|uated)|executed) \s+ (?:the|these|those|such|all) \s+ (?:[\w-]+\s+)?(?:sales?|purchases?|trades?|transactions?)
  ) \b
`;
const ofThePlan = pattern("i")`
  ^\W* (?:(?:that|which)\s+(?:(?:was|is)\s+|[^.;]{1,${NEAR}}?\s))? (?:adopted|dated|effective|entered|established|executed|signed) \b |
  ^\W*$
`;
const adoptsFirst = /^[^.]*?\b(?:adopted|entered\s+into|established)\b/i;

/** Whether a transaction is named before "pursuant to" or after the plan, or nothing is: "Pursuant to a Rule 10b5-1 plan." */
function isSaid(before: string, after: string): boolean {
  if (transaction.test(before)) return true;
  if (before.trim().split(/\s+/).length < 3 && ofThePlan.test(after)) return true;
  const verb = tradeVerb.exec(after);
  return verb !== null && !adoptsFirst.test(after.slice(0, verb.index));
}

const verbBefore = pattern("i")`
  \b (?:
    sold | purchased | bought | made | effect(?:ed|uated) | executed | traded | acquired | disposed\s+of |
    exercised | converted | conducted | completed | occurred | carried\s+out | consummated | undertaken
  ) (?:\s+\w+ly)? \s*$
`;
const verbStart = (before: string, head: number): number | null => {
  const at = verbBefore.exec(before)?.index;
  return at === undefined ? null : head + at;
};

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
    const before = [...text.slice(from, named.index).matchAll(links)].reverse();
    let isNearest = true;
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
      if (found) {
        yield found;
        break;
      }
    }
  }
}

/** "the trust sold these shares", but not "he sold shares last year" */
const someoneTraded = pattern()`
  (?:sold|purchased|bought|made|effected|executed|exercised|acquired|disposed\s+of) (?<!\b(?:issuer|company|corporation|registrant)\s+\w+) \s+
  (?:(?:all|both|each)\s+of\s+)? (?:these|the|those|such) \s+ (?:[\w,-]+\s+){0,3}?
  (?:shares|units|securities|options?|stock|sales?|purchases?|trades?|transactions?) \b
`;
const underWhich = pattern("is")`
  (?:rule\s+)? ${rule} .{0,${SENTENCE}}?\b (?:pursuant\s+to|under|by) \s+ (?:which|whose\s+terms) \b (?<said>.{0,${CLAUSE}}?) \b (?:
    (?:was|were|has\s+been|have\s+been) \s+ (?:(?!to\b)\w+\s+){0,2}
      (?:sold|purchased|made|effected|executed|exercised|acquired|disposed) \b |
    ${someoneTraded}
  )
`;
/** "The plan under which these shares were sold": the rule is named in another sentence. */
const planOfTrade = pattern("gi")`
  \b ${plan} \s*,?\s+ (?:pursuant\s+to|under|by|through) \s+ which \b (?<said>[^.;]{0,${NEAR}}?) \b (?:
    (?:was|were|has\s+been|have\s+been) \s+ (?:\w+ly\s+)?
      (?:sold|purchased|bought|made|effected|executed|exercised|acquired|disposed) \b |
    ${someoneTraded}
  )
`;
const ruleTrade = pattern("i")`
  (?:rule\s+)? ${rule} (?:\s+(?:trading|sales?|selling))? (?:\s+${plan})? \s+
  (?:sales?|transactions?|trades?|purchases?|dispositions?) \b
  (?!\s+(?:and\s+\w+\s+)?(?:${plan}|polic(?:y|ies)))
`;
/** "non-10b5-1 sale" */
const otherKind = /\bnon[\s‐-―-]*$/i;
const outsidePlan = pattern("i")`
  \b (?:
    (?:outside(?:\s+of)?|other\s+than|independent(?:ly)?\s+of|separate\s+from|unrelated\s+to|not) \s+
      (?:\w+\W+){0,5}? |
    non[\s‐-―-]*(?:rule\s+)?
  ) ${rule}
`;

/** "a 10b5-1 plan, under which these shares were sold"; "10b5-1 sale". */
function* inOtherWords(sentence: Words): Generator<PlanTransaction> {
  const which = underWhich.exec(sentence.text);
  const trade = ruleTrade.exec(sentence.text);
  const acts = planActs.exec(sentence.text);
  for (const match of [which, trade, acts, planCalledFor.exec(sentence.text)]) {
    if (!match) continue;
    const start = sentence.start + match.index;
    const words = { text: match[0], start, end: start + match[0].length };
    const clause = match.groups?.said ?? lastClause(sentence.text.slice(0, match.index));
    if (denial.test(clause) || otherKind.test(clause)) yield { words, isDenied: true };
    else if (!aheadOrOpen.test(clause)) yield { words, isDenied: false };
  }
  const outside = outsidePlan.exec(sentence.text);
  const isOutside = outside !== null && transaction.test(sentence.text.slice(0, outside.index));
  const without = isOutside ? outside : withoutPlan.exec(sentence.text);
  if (without) {
    const start = sentence.start + without.index;
    yield { words: { text: without[0], start, end: start + without[0].length }, isDenied: true };
  }
}

/** The plan itself is the actor: "her 10b5-1 plan, adopted in May, triggered this sale". */
const planActs = pattern("i")`
  ${rule} \s+ (?:[a-z-]+\s+){0,3}? ${plan} \b (?<said>[^.;]{0,${CLAUSE}}?) \b (?:
    generat | trigger | requir | direct | dictat | mandat | prompt | caus | produc | cover | govern | specif |
    account | call | provid | result | gave | effect | execut | initiat
  ) (?:e?s|e?d|i?ed|ies)? \s+ (?:for\s+|in\s+|rise\s+to\s+)? (?:
    this | these | both | each\s+of\s+the | all(?:\s+of)?\s+(?:the|these) |
    the(?=\s+(?:reported\s|(?:\w+\s+)?\w+\s+(?:reported|listed|shown|above|herein)\b))
  ) \s+ (?:\w+\s+){0,2}? (?:sales?|transactions?|trades?|purchases?|exercises?|dispositions?|acquisitions?) \b
  (?!\s+of\s+up\s+to)
`;

/** "these sales, which her 10b5-1 plan required", "the plan, which complies with Rule 10b5-1, called for this sale" */
const planCalledFor = pattern("i")`
  \b(?:this|these|the|both|all) \s+ (?:\w+\s+){0,2}? (?:sales?|transactions?|trades?|purchases?|exercises?) \s*,?\s+
    (?:which|that) \s+ (?<said>(?:the|his|her|its|their|an?)\s+(?:[\w'’-]+\s+){0,4}?) (?:rule\s+)? ${rule} \s+
    (?:[\w-]+\s+){0,3}? ${plan} \b [^.;]{0,${NEAR}}?
    \b(?:required|directed|called\s+for|triggered|generated|specified|mandated|scheduled|covered|governed|prescribed) \b |
  \b (?:the|this|his|her|its|their) \s+ (?:[\w'’-]+\s+){0,3}? ${plan} \s*, [^.;]{1,${CLAUSE}}? ${rule} [^.;]{0,${NEAR}}? , \s+
    (?:required|directed|called\s+for|provided\s+for|triggered|generated|specified|mandated|scheduled|prescribed) \s+
    (?:this|these|both|each\s+of\s+the|all(?:\s+of)?\s+(?:the|these)) \s+ (?:\w+\s+){0,2}?
    (?:sales?|transactions?|trades?|purchases?|exercises?|dispositions?|acquisitions?) \b
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
  for (const match of [...sentence.text.matchAll(noSuchPlan), ...sentence.text.matchAll(notUnderIt)]) {
    const clause = lettersBefore(sentence.text, match.index, SENTENCE);
    if (!transaction.test(clause) || aheadOrOpen.test(clause) || deniedTwice.test(clause) || otherPlan.test(match[0]))
      continue;
    const start = sentence.start + match.index;
    yield { words: { text: match[0], start, end: start + match[0].length }, isDenied: true };
  }
}

/** "No 10b5-1 plan was in effect", "the 10b5-1 plan was not used" */
const withoutPlan = pattern("i")`
  \bno\s+ (?:\w+\s+){0,2}? (?:rule\s+)? ${rule} \s+ (?:\w+\s+){0,2}? ${plan} \s+ (?:
      (?:was|is) \s+ (?:involved|used|in\s+(?:effect|place)|applicable) | (?:applie[sd]\s+to|cover(?:s|ed)|govern(?:s|ed)) \s+ (?:this|these|the) \s
    ) \b |
  ${rule}\s+(?:\w+\s+){0,2}?${plan}\s+was\s+not\s+(?:involved|used)\b
`;

/** A note that contains only the plan's name and the day it was adopted. */
const nameAlone = pattern("is")`
  ^\W*
  (?:(?:[\w-]+\s+){0,5}?(?:sales?|transactions?|trades?|purchases?|exercises?|dispositions?)\s*[:,;(‐-―-]\s*)?
  (?:an?\s+|the\s+)? (?:[\w-]+\s+){0,2}? (?:sec\s+)? (?:rule\s+)? ${rule} \s* (?:[a-z-]+\s+){0,3}?
  (?:plan|arrangement)s?\b (?:\W+(?:adopted|adoption|dated|established|entered\s+into)\b.{0,${NEAR}})? \W*$
`;
const notAName = /\b(?:new|no|not|terminat\w+|cancel\w+|expired|future|entered\s+a|has|have)\b/i;

const thePlan = pattern("gi")`
  \b ${link} \s+ (?:the\s+terms\s+of\s+)?
  (?<which>the\s|this\s|that\s|such\s|said\s|his\s|her\s|its\s|their\s|these\s|those\s|an?\s)? \s*["“(]*
  (?<name>(?:[\w'’-]+\s+){0,3}?) ${plan} \b
`;
const tradingPlan = /\b(?:trading|sales?|selling|such|this|said)\b/i;
/** "a new plan adopted on May 26", after a sentence about an earlier 10b5-1 plan. */
const newPlan = /\b(?:new|second|another|successor|replacement|later|current)\b/i;

/** "On May 30 she adopted a 10b5-1 plan. These shares were sold pursuant to the plan." */
function* underThePlan(sentence: Words, hasOtherPlan: boolean): Generator<PlanTransaction> {
  for (const match of sentence.text.matchAll(thePlan)) {
    const { which = "", name = "" } = match.groups ?? {};
    const isOpen = hasOtherPlan || which === "" || /^an?\s/i.test(which);
    const isNew = !hasOtherPlan && newPlan.test(which + name);
    if (otherPlan.test(name) || (isOpen && !isNew && !tradingPlan.test(which + name))) continue;
    const found = judge(sentence, match.index, match.index + match[0].length, "");
    if (found && transaction.test(sentence.text.slice(0, match.index))) yield found;
  }
}

function* byPlanOfTrade(sentence: Words): Generator<PlanTransaction> {
  for (const match of sentence.text.matchAll(planOfTrade)) {
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
