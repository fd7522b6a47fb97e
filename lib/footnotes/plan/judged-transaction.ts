import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { plan } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { NEAR, type Words, wordsAt } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";

export const transaction = pattern("i")`
  \b (?:
    sold | sales?(?!\s+${plan}\b) | sells? | selling | purchas(?:es?|ed) | bought | buys? | transactions? | trades? | traded |
    executed | effect(?:ed|uated) | made | acquired | acquisitions? | dispos(?:als?|ed|itions?) |
    exercis(?:es?|ed) | conver(?:sions?|ted) | conducted | completed | occurred | carried\s+out | consummated |
    undertaken | orders?\s+(?:was|were)\s+(?:triggered|filled) | triggered\s+by | donat(?:ed|ions?) | gift(?:s|ed)? | transferred
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
/** "the modification was made in good faith and in compliance with" */
const ofModification = /\b(?:modification|amendment)\b[^.;]{0,120}\b(?:was|were)\s+made\s+in\s+good\s+faith\b[^.;]*$/i;
/** "modified on May 24, 2024 the amount and timing of the sales under": what the plan provides for, and no trade. */
const changesSales = pattern("i")`
  \b (?:modif\w+|amend\w+|revis\w+|chang\w+|adjust\w+|increas\w+|reduc\w+) \b [^;]{0,${NEAR}}?
  \b (?:amounts?|numbers?|timing|prices?|limits?|terms|schedules?|quantit\w+|volumes?|sizes?|duration) \b [^;]{0,${NEAR}}?
  (?:of|for)\s+ (?:(?:the|any|all|future|planned|scheduled)\s+){0,2} (?:shares?\s+)?
  (?:sales?|trades?|transactions?|purchases?|shares\s+to\s+be\s+(?:sold|purchased)) \s* $
`;
export const aheadOrOpen = pattern("i")`
  (?<!\b(?:in|on)\s)\bmay\b(?!\s+\d) |
  \b (?:
      will | would | could | might | shall | can | should | intends? | expects? | anticipates? | eligible |
      to\s+(?:be|sell|purchase|buy|trade|dispose)
    ) \b |
  \b(?:subject\s+to|available\s+for|reserved\s+for)\s+(?:future\s+)?(?:sales?|disposition)\b |
  \bremain(?:s|ing)?\s*$
`;
/** "were not discretionary as they were made under" is not a denial: the negated verb comes first. */
export const denial = pattern("is")`
  (?:\b(?:not|never)\b|n['’]t\b)(?!.*\b(?:was|were|is|are|has|have)\b) |
  \b (?:
      none | neither | nor | other\s+than | outside\s+(?:of|the|an?|any|his|her|its) |
      no\s+(?:\w+\s+)?(?:shares?|sales?|transactions?|trades?|securities|portion|part)
    ) \b
`;
/** "trades are permitted only in open windows, except pursuant to a plan": what a policy allows, and no trade. */
export const ofPolicy = pattern("i")`
  \b (?:polic(?:y|ies) | permit(?:s|ted)? | allow(?:s|ed)? | prohibit(?:s|ed)? | restrict(?:s|ed)? | may(?!\s+\d) | require[sd]? | cannot) \b
  (?:(?!\b(?:this|these|accordingly|reported)\b)[^;])* \b (?:except(?:ing)?|unless|other\s+than|only|save) \s+ (?:(?:if|when|for|where|those|trades|sales|transactions|made|effected|executed)\s+){0,4} $
`;
/** Regulation S-K calls the other kind a "non-Rule 10b5-1 trading arrangement". */
const otherArrangement = /\bnon[\s‐-―-]*(?:rule\s+)?$/i;
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
/** "The previous Form 4 is amended to indicate that all sales were made under": what the form now states. */
const amendedTo = pattern("i")`
  ^ [^.;]* \b (?:amend\w*|correct\w*|supplement\w*|re-?fil\w+) \s [^.;]{0,${NEAR}}? \bto\s+ (?:indicate|reflect|state|report|disclose|show|note|add|clarify|include|specify|mark|check) \b
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
const clauseBreak = /,|\b(?:which|that|who|but|because|and)\b/gi;

/** The end of a text, from its last comma or conjunction. */
export const lastClause = (text: string): string => {
  let from = 0;
  for (const match of placesOf(text, clauseBreak, ALL)) from = match.index + match[0].length;
  return text.slice(Math.max(from, text.length - 90));
};

/** Words farther away than this say nothing about a transaction. */
const FARTHEST = 600;

/** Words that say a transaction was made under a plan, or that it was not. */
export type PlanTransaction = { words: Words; isDenied: boolean };

/** Reads a sentence around "pursuant to": does it mention a transaction, and is that stated or denied? */
export function judge(sentence: Words, from: number, end: number, between: string): PlanTransaction | null {
  const head = Math.max(0, from - FARTHEST);
  const before = sentence.text.slice(head, from);
  const after = sentence.text.slice(end, end + FARTHEST);
  if (
    governsPlan.test(before.slice(-70)) ||
    changesSales.test(before) ||
    lasts.test(before) ||
    ofPolicy.test(before) ||
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
    (anotherTrade.test(before) && anotherTrade.test(before.replace(amendedTo, ""))) ||
    yetToBegin.test(after) ||
    (tradesAlone.test(before) && areSuspended.test(after)) ||
    inEarlierForm.test(after)
  )
    return null;
  return { words: found, isDenied: false };
}

export const tradeVerb = pattern("i")`
  (?<!\bto\sbe\s) \b (?:
    sold | bought | purchased | traded | disposed | acquired | exercised | converted |
    (?:was|were|been) \s+ (?:\w+ly\s+)?
      (?:made|effect(?:ed|uated)|executed|conducted|completed|carried|consummated) |
    (?:made|effect(?:ed|uated)|executed) \s+ (?:the|these|those|such|all) \s+ (?:[\w-]+\s+)?(?:sales?|purchases?|trades?|transactions?)
  ) \b
`;
const ofThePlan = pattern("i")`
  ^\W* (?:(?:that|which)\s+(?:(?:was|is)\s+|[^.;]{1,${NEAR}}?\s))? (?:(?:previously|originally|duly|initially|first)\s+)? (?:adopted|dated|effective|entered|established|executed|signed) \b |
  ^\W*$
`;
/** "Under a plan adopted by the company, the company may purchase": no trade that was made. */
const thenMay = pattern("i")`
  ^ [^;]{0,${NEAR}}? , \s+ (?!(?:which|that|as)\b) (?:[\w.'’-]+\s+){1,4} (?:may(?!\s+\d)|will|can|could|shall|intends?|plans) \s
`;
/** "Pursuant to a Rule 10b5-1 plan, sale of common stock." */
const thenTrade = pattern("i")`
  ^ [^.;]{0,${NEAR}}? , \s+ (?:[\w-]+\s+){0,5}? (?:sales?|dispositions?|purchases?|exercises?|transactions?) \s+ (?:of\b(?!\s+up\s+to)|reported|effected|made|executed|listed)
`;
const adoptsFirst = /^[^.]*?\b(?:adopted|entered\s+into|established)\b/i;

/** "under a plan adopted by Mr. Roe, Mr. Roe sold" */
const ofTheSubject =
  /^,?\s+(?:(?:that|which)\s+was\s+)?(?:previously\s+)?(?:adopted|entered\s+into|established)\s[^;]*,\s+(?:(?!(?:and|adopt\w*|enter\w*|established)\b)[\w.’'-]+\s+){1,4}$/i;

/** Whether a transaction is named before "pursuant to" or after the plan, or nothing is: "Pursuant to a Rule 10b5-1 plan." */
function isSaid(before: string, after: string): boolean {
  if (transaction.test(before)) return true;
  if (before.trim().split(/\s+/).length < 3 && ofThePlan.test(after)) return !thenMay.test(after);
  const verb = tradeVerb.exec(after);
  if (verb === null) return before.trim().split(/\s+/).length < 3 && thenTrade.test(after);
  const between = after.slice(0, verb.index);
  return !adoptsFirst.test(between) || ofTheSubject.test(between);
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
