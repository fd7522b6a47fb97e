import { MOST_IN_SENTENCE, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { otherPlan, plan, rule } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { CLAUSE, lettersBefore, NEAR, SENTENCE, type Words } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import type { PlanTransaction } from "./judged-transaction";

const trade = pattern()`sales? | transactions? | trades? | purchases? | exercises? | dispositions? | acquisitions? | gifts? | shares | securities`;
const done = pattern()`
  sold | bought | purchased | made | effect(?:ed|uated) | executed | done | exercised | acquired | disposed\s+of | donated | gifted |
  carried\s+out | conducted | completed | occurred | took\s+place | happened
`;
/** The plan that the note names in other words: "it", "the latter", "any such plan". */
const thePlan = pattern()`
  (?: it | them | either | both | the\s+(?:latter|former|first|second) |
    (?:(?:the|that|this|such|said|any|his|her|its|their|an?|the\s+reporting\s+person['’]s)\s+)+ (?:(?:such|other|written|trading|rule)\s+)* (?:${rule}\s+)? (?:[a-z-]+\s+){0,2}? ${plan}
  ) \b (?!['’])
`;
const under = pattern()`under | pursuant\s+to | in\s+accordance\s+with | by\s+(?:virtue|reason)\s+of | (?:a\s+)?part\s+of | subject\s+to | in\s+reliance\s+(?:up)?on`;

const thereunder = pattern()`(?:thereunder|pursuant\s+thereto|in\s+accordance\s+therewith)`;

/** "It is under the latter that the shares were sold", "all of them were sold under it" */
const underIt = pattern("gi")`
  \b (?:this|these) \s+ (?:is|are|was|were) \s+ (?:the|an?) \s+ (?:\w+\s+){0,2}? (?:${trade}) \s+ (?:${under}) \s+ ${thePlan} |
  \b (?:was|were|been) \s+ (?:\w+ly\s+)? ${done} \s+ ${thereunder} (?=\s*(?:[.,;]|$)) |
  \b (?:it|they) \s+ (?:is|was|were) \s+ (?:under|pursuant\s+to) \s+ ${thePlan} \s+ that \b [^.;]{0,${NEAR}} \b (?:${done}|sells?) \b |
  \b ${done} (?:\s+(?:these|the)\s+(?:shares|securities|units)(?:,[^,;.]{1,${NEAR}},)?)? \s+ (?:${under}) \s+ (?:it|them|the\s+(?:latter|former))(?=\s*(?:[.,;]|$)|\s+(?:before|prior\s+to|while|until|as\s+(?:so\s+)?(?:modified|amended))\b)
`;
/** "The plan was the authority for the sales", "that plan, which …, covers the sale reported" */
const planDoes = pattern("gi")`
  \b (?:${plan}|${rule}) \b (?<said>[^;]{0,${SENTENCE}}?) \b (?:
    (?:is|was|were|are)\s+the\s+(?:authority|basis|source)\s+(?:for|of) | (?:was|were)\s+(?:also\s+)?used\s+(?:for|to\s+make) | cover(?:s|ed) | govern(?:s|ed) | authori[sz](?:es|ed)
  ) \s+ (?:both\s+|all\s+(?:of\s+)?)? (?:this|these|the(?:\s+present)?) \s+ (?:[\w,]+\s+)? (?:${trade}) \b (?:\s+and\s+(?:[\w,]+\s+)?(?:${trade})\b)?
    (?=\s+too\b|\s+(?:was|were|is|are)\s+(?:adopted|signed|entered|established|set\s+up|dated)\b|\s+(?:in\s+(?:lines?|rows?|tables?|columns?)|reported|shown|listed|disclosed|above|here|in\s+this|on\s+this|of\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|\s*[.,;]) |
  \b of\s+which\s+ (?:the\s+)? (?:[\d,]+\s+)? (?:${trade}) \s+ (?:${done}\s+)? (?:reported\s+)? (?:here|herein|in\s+this\s+(?:report|form)|reported)\s+ (?:is|are|was|were|form|formed) \s+ (?:a\s+)?part \b |
  \b (?:${trade}) \s+ for\s+which\s+ [^.;]{0,${NEAR}}? ${rule} [^.;]{0,${NEAR}}? \b provide[sd]? \b |
  \b instructions? \s+ for \s+ (?:this|these|the) \s+ (?:${trade}) \b [^.;]{0,${CLAUSE}}? \b (?:in|by|through) \s+ (?:an?|his|her|the) \s+ (?:[\w-]+\s+){0,3}? ${plan} \b
`;
/** "This purchase was made outside it", "was not made under the plan" */
const notUnder = pattern("gi")`
  \b (?:was|were|is|are|has\s+been|have\s+been) \s+ (?:
    (?:not|never) \s+ (?:\w+ly\s+)? (?:(?:${done})\s+)? (?:(?:${under}) \s+ ${thePlan} | ${thereunder}) |
    (?:(?:not|never|in\s+no\s+way)\s+(?:related|connected|attributable|tied|linked)|unrelated|unconnected) \s+ (?:to|with) \s+ (?!it\b|them\b) ${thePlan} |
    (?:${done}) \s+ (?:outside(?:\s+of)?|apart\s+from|independently\s+of|separately\s+from|without\s+(?:reliance\s+on|regard\s+to)) \s+ ${thePlan}
  ) |
  \b (?:this|these|the\s+reported) \s+ (?:\w+\s+)? (?:${trade}) \s+ (?:has|had|have) \s+ (?:no\s+(?:connection|relation|relationship)\s+(?:with|to)|nothing\s+to\s+do\s+with) \s+ ${thePlan}
`;
/** "The plan played no part in this sale", "neither the rule nor any plan was relied on" */
const planDoesNot = pattern("gi")`
  \b (?:${plan}|${rule}) \b [^.;]{0,${CLAUSE}}? \b (?:
    (?:played|had|has)\s+no\s+(?:part|role|bearing|connection|influence)\s+(?:in|on|with|to) |
    (?:was|were)\s+not\s+(?:used|relied\s+(?:up)?on|followed|involved|the\s+(?:basis|authority)) |
    (?:did|does)\s+not\s+(?:cover|govern|apply\s+to|include|provide\s+for) | (?:had|has)\s+nothing\s+to\s+do\s+with
  ) \b [^.;]{0,${NEAR}}? \b (?:this|these|the|any) \s+ (?:reported\s+)? (?:${trade}) |
  \b (?:neither|none) \s+ (?:of\s+(?:them|these|the\s+(?:two\s+)?plans)\s+)? (?:cover(?:s|ed)|appli(?:es|ed)\s+to|govern(?:s|ed)) \s+ (?:this|these|the) \s+ (?:reported\s+)? (?:${trade}) \b |
  \b neither \b [^.;]{0,${CLAUSE}}? ${rule} [^.;]{0,${CLAUSE}}? \b (?:was|were) \s+ (?:relied\s+(?:up)?on|used|involved|followed) \b
`;
/** "Earlier sales were made under a 10b5-1 plan. The sale reported here was not." */
const wasNot = pattern("gi")`
  \b (?:the|this|these) \s+ (?:${trade}) \s+ (?:(?:that|which)\s+(?:is|are)\s+)? (?:reported\s+)? (?:here|herein|in\s+this\s+(?:report|form|filing)|on\s+this\s+(?:report|form)|reported) \s+
  (?:was|were|is|are) \s+ not (?=\s*(?:[.;]|$))
`;
const open = /\b(?:will|would|may|might|could|shall|if|unless)\b(?!\s+\d)/i;
const anyTrade = pattern("i")`\b (?:${trade}|${done}) \b`;
const deniedTwice = /\b(?:no|not|none|nor|neither|never|before\s+any|without)\b[^.;,]{0,60}$/i;

/** What a note that names the rule says of its own trade and "the plan", "it" or "the latter". */
export function* aboutThePlan({ text, start }: Words): Generator<PlanTransaction> {
  const found = function* (words: RegExp, isDenied: boolean): Generator<PlanTransaction> {
    for (const match of placesOf(text, words, MOST_IN_SENTENCE)) {
      const before = lettersBefore(text, match.index, SENTENCE);
      const clause = before.slice(before.search(/[^,;]*$/));
      if (open.test(clause) || open.test(match.groups?.said ?? "") || otherPlan.test(match[0])) continue;
      if (!anyTrade.test(text) || deniedTwice.test(before)) continue;
      const at = start + match.index;
      yield { words: { text: match[0], start: at, end: at + match[0].length }, isDenied };
    }
  };
  for (const words of [notUnder, planDoesNot, wasNot]) yield* found(words, true);
  for (const words of [underIt, planDoes]) yield* found(words, false);
}

/** "These sales completed the 10b5-1 plan", "ended on the sale of all shares subject to the plan, including those reported here" */
const ownTrades = pattern()`(?:these|this|the(?=\s+(?:\w+\s+){0,2}?\w+\s+(?:reported|shown|listed)\b)) \s+ (?:[\w-]+\s+){0,2}? (?:sales?|transactions?|trades?|purchases?)`;
const completesPlan = pattern("i")`
  \b ${ownTrades} (?:\s+(?:reported|shown|listed)\s[^.;,]{0,${NEAR}}?)? \s+ (?:completed?|completes|concluded?|concludes|exhausted?|exhausts|finished) \s+
    (?:(?:all|the)\s+\w+\s+under\s+)? (?:(?:the|his|her|its|their|an?|that|[A-Z][\w.]+['’]s|the\s+[\w-]+(?:\s+[\w-]+)?['’]s?)\s+) (?:[\w-]+\s+){0,2}? (?:rule\s+)? ${rule} \s+ (?:[\w-]+\s+){0,3}? ${plan} \b |
  \b with\s+ ${ownTrades} \b [^.;]{0,${NEAR}}? ${rule} \s+ (?:[\w-]+\s+){0,3}? ${plan} \b [^.;]{0,${NEAR}}? \b (?:is|was|has\s+been)\s+ (?:now\s+|fully\s+)? (?:completed|exhausted|executed|concluded) \b |
  ${rule} \s+ (?:[\w-]+\s+){0,3}? ${plan} \b (?<said>[^;]{0,${SENTENCE}}?) \b sales? \s+of\s+ (?:all|the\s+last|the\s+remaining) \s+ (?:(?:of\s+)?the\s+)? (?:[\w-]+\s+)? shares \s+
    (?:subject\s+to|covered\s+by|available\s+under|provided\s+for\s+in|under) \s+ (?:it|(?:the|that|this)\s+(?:trading\s+)?${plan}) \s*,\s+
    (?:including|among\s+them|which\s+(?:are|include|were)) \s+ (?:the|those|these) \s+ (?:shares\s+|sales\s+)? (?:reported|shown|sold|listed) \b
`;

/** Trades that completed a plan were made under it. */
export function* completions({ text, start }: Words): Generator<PlanTransaction> {
  const match = completesPlan.exec(text);
  if (!match || open.test(match.groups?.said ?? "") || deniedTwice.test(text.slice(0, match.index))) return;
  const at = start + match.index;
  yield { words: { text: match[0], start: at, end: at + match[0].length }, isDenied: false };
}
