import { type Clause, clausesOf } from "@/lib/footnotes/vocabulary/clauses";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { otherPlan, plan, rule } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { CLAUSE, NEAR, type Words } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import type { PlanTransaction } from "./judged-transaction";

const trade = pattern()`
  sold | bought | purchased | sales? | purchases? | transactions? | trades? | exercises? | exercised | dispositions? | disposed | acquired | acquisitions? | gifts? | donated | made | effected | executed | shares
`;
const these = pattern()`these | this | the\s+(?:reported|present|above) | all\s+(?:of\s+)?(?:the|these) | both | each\s+of\s+the | the(?=\s+(?:sales?|purchases?|transactions?|trades?|shares|exercises?|dispositions?)\b)`;
const thePlan = pattern()`
  (?: (?:it|them|its\s+terms|their\s+terms|the\s+same|which) \b | (?:the|that|this|such|said|his|her|its|their|an?|those|these|the\s+reporting\s+person['’]s|the\s+trust['’]s|[A-Z][\w’']+['’]s)\s+ (?:[\w'’-]+\s+){0,4}? (?:(?:rule\s+)?${rule}\s+)? (?:[\w-]+\s+){0,2}? (?:${plan}|orders?|terms) \b | (?:rule\s+)?${rule} )
`;
const under = pattern()`
  under | pursuant\s+to | in\s+(?:accordance|compliance|conformity|conformance|line|keeping)\s+with | by\s+(?:virtue|force|reason)\s+of | as\s+(?:required|directed|provided|instructed|specified|ordered|foreseen|scheduled|set\s+out|set)\s+(?:by|in) | because\s+of | on\s+the\s+(?:basis|strength|authority)\s+of |
  (?:a\s+)?(?:part|result|product|consequence)\s+of | according\s+to | through | in\s+reliance\s+on | in\s+execution\s+of | in\s+performance\s+of | following | to\s+carry\s+out
`;
const done = pattern()`sold | bought | purchased | exercised | disposed\s+of | acquired | donated | gave | made`;
const ofPlan = pattern()`(?:it|them|its\s+terms|their\s+terms|the\s+same) (?=\s*(?:[.,;)]|$))`;
const made = [
  pattern("gi")`(?<!\bto\s) \b (?:${done}) \b [^.;]{0,${CLAUSE}}? \b (?:${under}) \s+ ${ofPlan}`,
  pattern(
    "gi",
  )`(?<!\bto\s) \b (?:${done}) \b [^.;]{0,${NEAR}}? \b (?: accordingly | thereunder | as\s+(?:it|the\s+plan|the\s+instructions?)\s+(?:required|provided|directed|specified|said|called) )`,
  pattern("gi")`
    \b (?:${plan}|orders?|instructions?|${rule}) \b [^.;]{0,${CLAUSE}}? \b (?:led\s+to|resulted\s+in|gave\s+rise\s+to|produced|caused|triggered|dictated|called\s+for|required|directed|(?:is|was)\s+the\s+(?:authority|basis)\s+for)
    \s+ (?:${these}) \s* (?:[\w-]+\s+){0,2}? (?:${trade}) \b
  `,
];
const unmade = pattern("gi")`
  \b (?:not|never) \b [^.;]{0,${NEAR}}? \b (?:${under}|covered\s+by|within|subject\s+to|in\s+connection\s+with) \s+ ${thePlan} |
  \b (?:outside(?:\s+of)?|independent(?:ly)?\s+of|apart\s+from|unrelated\s+to|unconnected\s+(?:to|with)|instead\s+of|rather\s+than|not\s+in|separate(?:ly)?\s+from) \s+ ${thePlan} |
  \b (?:${plan}) \b [^.;]{0,${CLAUSE}}? \b (?:(?:did|does|do)\s+not\s+(?:cover|apply|extend|govern|include|provide)|(?:has|had|have)\s+(?:no|nothing)(?!\s+(?:[\w-]+\s+)?(?:intention|plans?|intent|obligation|shares)\b)|(?:was|were)\s+not\s+(?:used|relied|involved|followed)|ended\s+before|expired\s+before) \b
`;
const trades = pattern("i")`\b (?:${trade}) \b`;

/** "No sale was made under it", "before any sale": about the plan, and not about a trade. */
const noTrade = pattern("i")`\b (?:no|none|any|without|neither)\b (?:\s+[\w-]+){0,3}? \s+ (?:${trade}) \b`;

/** What the clauses of a note say of its own trade and a 10b5-1 plan, in words of any order. */
export function planByClauses(parts: readonly Words[]): PlanTransaction[] {
  return parts.flatMap(clausesOf).flatMap((clause): PlanTransaction[] => {
    if (clause.isOpen || clause.isElsewhere || !trades.test(clause.text) || noTrade.test(clause.text)) return [];
    const denied = said(clause, unmade);
    if (denied.length > 0) return denied.map((words) => ({ words, isDenied: true }));
    return clause.isDenied
      ? []
      : made.flatMap((each) => said(clause, each)).map((words) => ({ words, isDenied: false }));
  });
}

const said = ({ text, start }: Clause, words: RegExp): Words[] =>
  [...placesOf(text, words, ALL)]
    .filter(([found]) => !otherPlan.test(found))
    .map(({ index, 0: found }) => ({ text: found, start: start + index, end: start + index + found.length }));
