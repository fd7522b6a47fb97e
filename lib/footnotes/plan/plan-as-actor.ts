import { plan, rule } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { CLAUSE, NEAR, SENTENCE, type Words } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { aheadOrOpen, denial, lastClause, ofPolicy, type PlanTransaction, transaction } from "./judged-transaction";

/** "the trust sold these shares", but not "he sold shares last year" */
export const someoneTraded = pattern()`
  (?:sold|purchased|bought|made|effected|executed|exercised|acquired|disposed\s+of) (?<!\b(?:issuer|company|corporation|registrant)\s+\w+) \s+
  (?:(?:all|both|each)\s+of\s+)? (?:these|the|those|such) \s+ (?:[\w,-]+\s+){0,3}?
  (?:shares|units|securities|options?|stock|sales?|purchases?|trades?|transactions?) \b
`;
const underWhich = pattern("is")`
  (?:rule\s+)? ${rule} .{0,${SENTENCE}}?\b (?:pursuant\s+to|under|by) \s+ (?:which|whose\s+terms) \b (?<said>.{0,${CLAUSE}}?) \b (?:
    (?:was|were|has\s+been|have\s+been) \s+ (?:(?!to\b)\w+\s+){0,2}
      (?:sold|purchased|bought|made|effected|executed|exercised|acquired|disposed) \b |
    (?:took\s+place|occurred) \b | ${someoneTraded}
  )
`;
const ruleTrade = pattern("i")`
  (?:rule\s+)? ${rule} (?:\s+(?:trading|sales?|selling))? (?:\s+${plan})? \s+
  (?:sales?|transactions?|trades?|purchases?|dispositions?) \b
  (?!\s+(?:and\s+\w+\s+)?(?:${plan}|polic(?:y|ies)))
`;
/** "No 10b5-1 plan was in effect for this purchase" */
const ofNoPlan = /\b(?:no|neither|without(?:\s+an?y?)?)\s+(?:[\w-]+\s+){0,2}$/i;
/** "non-10b5-1 sale" */
const otherKind = /\bnon[\s‐-―-]*$/i;
const outsidePlan = pattern("i")`
  \b (?:
    (?:outside(?:\s+of)?|other\s+than|independent(?:ly)?\s+of|separate\s+from|unrelated\s+to|not) \s+
      (?:\w+\W+){0,5}? |
    non[\s‐-―-]*(?:rule\s+)?
  ) ${rule}
`;

/** "The sales were made to cover taxes, and it is intended to comply with Rule 10b5-1(c)": the sales are, and no plan. */
const meantToComply = pattern("i")`
  \b (?<said>(?:sales?|transactions?|shares)\s(?:(?!\b(?:plans?|arrangements?|instructions?|contracts?|agreements?|programs?|adopt\w*)\b)[^.;]){0,400}?)
  \b (?:intended|intending|designed|structured) \s+to\s+ (?:comply\s+with|satisfy|meet|qualify\s+(?:for|under)) \s+ (?:the\s+)? (?:(?:requirements|conditions|provisions|affirmative\s+defense)\s+(?:conditions?\s+)?of\s+)? (?:SEC\s+)? (?:Rule\s+)? ${rule}
`;

/** "a 10b5-1 plan, under which these shares were sold"; "10b5-1 sale". */
export function* inOtherWords(sentence: Words): Generator<PlanTransaction> {
  const which = underWhich.exec(sentence.text);
  const trade = ruleTrade.exec(sentence.text);
  const acts = planActs.exec(sentence.text);
  for (const match of [which, trade, acts, planCalledFor.exec(sentence.text)]) {
    if (!match) continue;
    const start = sentence.start + match.index;
    const words = { text: match[0], start, end: start + match[0].length };
    const clause = match.groups?.said ?? lastClause(sentence.text.slice(0, match.index));
    if (denial.test(clause) || otherKind.test(clause) || ofNoPlan.test(sentence.text.slice(0, match.index)))
      yield { words, isDenied: true };
    else if (!aheadOrOpen.test(clause)) yield { words, isDenied: false };
  }
  const meant = /\b(?:intend|design|structur)/i.test(sentence.text) ? meantToComply.exec(sentence.text) : null;
  if (meant && !aheadOrOpen.test(meant.groups?.said ?? "") && !denial.test(meant.groups?.said ?? "")) {
    const start = sentence.start + meant.index + (meant.groups?.said?.length ?? 0);
    yield {
      words: {
        text: sentence.text.slice(start - sentence.start),
        start,
        end: sentence.start + meant.index + meant[0].length,
      },
      isDenied: false,
    };
  }
  const outside = outsidePlan.exec(sentence.text);
  const ahead = sentence.text.slice(0, outside?.index ?? 0);
  const isOutside =
    outside !== null && !ofPolicy.test(`${ahead}other than `) && (transaction.test(ahead) || !/\w/.test(ahead));
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
    account | call | provid | result | gave | effect(?<!\bin\s+effect) | execut | initiat
  ) (?:e?s|e?d|i?ed|ies)? \s+ (?:for\s+|in\s+|rise\s+to\s+)? (?:
    this | these | both | each\s+of\s+the | all(?:\s+of)?\s+(?:the|these) |
    the(?=\s+(?:reported\s|(?:\w+\s+){1,5}?(?:reported|listed|shown|above|herein)\b))
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

/** "No 10b5-1 plan was in effect", "the 10b5-1 plan was not used" */
const withoutPlan = pattern("i")`
  \bno\s+ (?:\w+\s+){0,2}? (?:rule\s+)? ${rule} \s+ (?:\w+\s+){0,2}? ${plan} \s+ (?:
      (?:was|is) \s+ (?:involved|used|in\s+(?:effect|place)|applicable) | (?:applie[sd]\s+to|cover(?:s|ed)|govern(?:s|ed)) \s+ (?:this|these|the) \s
    ) \b |
  ${rule}\s+(?:\w+\s+){0,2}?${plan}\s+was\s+not\s+(?:involved|used)\b
`;
