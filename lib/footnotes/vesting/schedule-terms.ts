import { CLAUSE, NEAR } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";
import type { VestingDate } from "./vesting-dates";

const many = pattern()`(?:[\w%/().,-]+\s+){0,7}?`;
/** What makes "vest" a schedule: a period, instalments, an event. Dates are searched for separately. */
const term = pattern("i")`
  \b (?:in|over|during|for|with) \s+ ${many} (?:
      installments? | instalments? | tranches? | parts | portions | lots | years? | months? | quarters? |
      [\w-]*-?(?:year|month)s?\s+(?:period|term|schedule)
    ) \b |
  \b (?:
      ratabl[ey] | annually | monthly | quarterly | semi-?annually | yearly | daily | pro\s*rata |
      proportionately | cliff | installments? | instalments? | thereafter
    ) \b |
  \b(?:each|every|per)\s+(?:\w+\s+)?(?:year|month|quarter|anniversary|annum|week|time|period)\b |
  \b(?:each|every)\s+${MONTH}\.?\s+\d{1,2}\b | \ba\s+(?:year|month|quarter)\b | \banniversar(?:y|ies)\b |
  \b(?:earlier|later|earliest|latest|first)\s+(?:of|to\s+occur)\b |
  \b(?:\w+|\d+)(?:\s*\(\d+\))?[\s-]+(?:years?|months?|days)\s+(?:after|from|following|later|thereafter)\b | \bin\s+full\b |
  \bfully\b | \b100(?:\.0+)?%\s+(?:on|upon|at)\b | \bimmediately\b | \bat\s+any\s+time\b | \bas\s+follows\b |
  \bautomatically\b |
  \bin\s+(?:halves|thirds|fourths|fifths|sixths)\b | \b(?:on|under)\s+the\s+same\s+(?:vesting\s+)?(?:schedule|terms|basis)\s+as\b |
  \b(?:in|at)\s+the\s+same\s+(?:proportions?|increments?|percentages?|times?)\s+(?:and\s+(?:in|at|on)\s+the\s+same\s+\w+\s+)?as\b |
  \bat\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?:(?:trading|share|stock|unit|closing|market)\s+prices?|valuations?|capitali[sz]ations?|multiples?)\s+of\b |
  \bat\s+(?:(?:the|normal|retirement)\s+)*age\b | \b(?:up)?on\s+(?:his|her|the\s+(?:reporting\s+person|director|executive)['’]s)\s+(?:retirement|death|resignation|birthday)\b |
  \b(?:in\s+proportion\s+(?:to|with)|together\s+with)\b |
  \b (?:upon|when(?:ever)?|once|each\s+time|as\s+soon\s+as|in\s+the\s+event|only\s+if|if) \b (?:,\s+and\s+only\s+(?:when|if),)? (?!\s+(?:and|or)\b) \s+
    (?:(?!vest|the\s+vest|settle|exercise|conver|deliver|satisfaction\s+of\s+service)\S+) |
  \b (?:on|at|as\s+of) \s+ (?:the\s+|its\s+|their\s+|such\s+|each\s+)? (?:[\w'’-]+\s+){0,6}? (?:
      date | dates | day | birthday | grant | issuance | closing | completion | consummation | meeting | achievement |
      attainment | end | time | conclusion | expiration | termination | retirement | death | rate | occurrence |
      effectiveness | award | certification
    ) \b |
  \b (?:
      based\s+(?:up)?on | on\s+the\s+basis\s+of | subject\s+to | contingent\s+(?:up)?on | conditioned\s+(?:up)?on | provided |
      depend(?:s|ent|ing)?\s+(?:up)?on | requires?(?:\s+that)? | tied\s+to | relative\s+to | determined
    ) \b[^;]{0,${CLAUSE}}? (?:
      achiev | attain | performance | milestone | target | metric | hurdle | \btsr\b | shareholder\s+return |
      stock\s+price | share\s+price | criteria | objective | event | goal | liquidity | revenue | ebitda |
      earnings | approval | market | cash\s+flow | income | growth | margin
    ) \w* |
  \b(?:after|for)\s+(?:\w+)(?:\s*\(\d+\))?[\s-]+(?:years?|months?|quarters?|days)\b |
  \b (?:following|after) \s+ (?:the\s+)?
    (?:completion|closing|achievement|attainment|end|date(?!\s+of\s+this\s+(?:report|filing|form))|first|second|third|approval|certification) \b
`;
/** Terms that may come before the verb: "Upon a change in control, all shares vest." */
export const termBefore = pattern("i")`
  (?:^|[,;:]\s*|\bthat\s+|\band\s+) (?:
      (?:only\s+)?(?:upon|if|when|once|after) | on | following |
      (?:each|every)\s+(?:such\s+)?(?:year|month|quarter|anniversary|of|date|installment) | in\s+the\s+event |
      as\s+of | effective | immediately | subject\s+to\s+[^,;]{0,${NEAR}}(?:performance|achiev|attain|milestone) |
      to\s+the\s+extent | at
    ) \b |
  \b (?:
      \d+(?:\.\d+)?\s*% | one-?\s?(?:third|half|fourth|quarter|fifth|sixth|eighth|tenth|twelfth|sixteenth) |
      \d+\/\d+(?:th|rd|nd|st)?
    ) \s+of\b |
  \banniversar | \binstallments?\b | \bachiev | \battain |
  \bperformance\s+(?:goal|condition|criteri|objective|measure|target|milestone|period|metric|requirement)
`;

const ifEmployed = pattern("i")`
  ,?\s* (?:only\s+)? (?:if|provided\s+that|so\s+long\s+as|as\s+long\s+as|subject\s+to) \s+[^;,]{0,${NEAR}}\b
  (?:remain\w*|continu\w*|employed) \b[^;,]{0,${CLAUSE}}
`;
/** "when the service-based vesting condition has been satisfied": every schedule has such a condition. */
const ifServed = pattern("i")`
  ,?\s* (?:only\s+)? (?:if|when|once|as|after|(?:up)?on|subject\s+to) \s+ [^;,.]{0,${NEAR}}? \b service(?:[\s-]based)?\s+ (?:vesting\s+)? (?:conditions?|requirements?|criteria) \b
  (?!\s*(?:,|and\b|or\b|over\b|of\b|for\b|as\s+to\b|in\b|on\b|with\b|that\b|which\b)) (?:\s+(?:is|are|was|were|have\s+been|has\s+been)\s+(?:met|satisfied))?
`;
/** "At the time of this filing": when the note was written. */
const ofReport = pattern("i")`
  ^\W* (?:as\s+of|at|on) \s+ the\s+ (?:date|time) \s+ (?:of\s+(?:(?:this|the|its)\s+)?(?:report|filing|form)|hereof) \b
`;
/** Whether the words around a verb say when, or on what terms. */
export const hasTerm = (after: string, before: string, dates: readonly VestingDate[]): boolean =>
  dates.length > 0 || term.test(clauseOf(after)) || termBefore.test(before.replace(ofReport, ""));

/** The words that still belong to a verb, up to the clause of another. */
const clauseOf = (after: string): string =>
  after
    .slice(0, 320)
    .replace(ifEmployed, "")
    .replace(ifServed, "")
    .split(
      /,\s+(?:which|and\s+(?:excludes|includes|will\s+be\s+(?:settled|issued|forfeited|paid))|(?:the\s+)?(?:grants?|awards?)\s+of\s+which|whose)\b|\s+(?:that|which)\s+(?:was|were|had\s+been)\s+(?:\w+ly\s+)?reported\b|;|\.\s+[A-Z]/,
    )[0] ?? "";

/** "The option vested prior to the merger." */
const isSubject = pattern("i")`
  (?:^|[.;]\s+)\W* (?:the|this|these|such|those|all)\s+ (?:(?!that\b|which\b|who\b|if\b)[\w-]+\s+){1,5} (?:(?:was|were|is|are|had|has|have|fully)\s+){0,2} $
`;
const beforeDeal = pattern("i")`
  ^\s+ (?:immediately\s+)? (?:prior\s+to|before) \s+ (?:the\s+)? (?:(?:closing|completion|consummation|effective\s+time|effectiveness)(?:\s+of\s+the\s+[\w-]+(?:\s+[\w-]+)?)? | merger | business\s+combination | spin-?off | separation) \s* (?:[.;,]|$)
`;
/** "In connection with the merger, all unvested RSUs vested." */
const allUnvested =
  /\b(?:all|each)\s+(?:of\s+)?(?:(?:his|her|the|such)\s+)?(?:outstanding\s+)?unvested\s+(?:[\w-]+\s+){1,4}$/i;
/** Vesting in or before a merger, or the like. */
export const isInDeal = (before: string, after: string): boolean =>
  (isSubject.test(before) && beforeDeal.test(after)) ||
  (allUnvested.test(before) && /^\s*(?:[.;,]|$|as\s+a\s+result\b|in\s+connection\b)/i.test(after));

/** "Vesting dates are", "vesting date of these units is", "Vest date: ", where a date follows. */
export const datedAs = pattern("i")`
  ^\s*dates?\s* (?:
    (?:of|for) \s+ (?!${MONTH}\b)
    [^;.,]{1,${NEAR}}?\s+ (?=is|are|was|were)
  )? (?:,\s+which\s+)? (?:(?:is|are|was|were|will\s+be|of|on)\b|[:(,–-]|(?=\d)|(?=${MONTH}\s+\d)) \s* (?:the\s+first\s+(?:being|(?:of\s+(?:which|them)\s+)?(?:is|was|will\s+be|falling)(?:\s+on)?)\s+)?
`;
/** "Date of vesting: May 1, 2023" */
export const dayNext = /^\s*(?::|is|was|will\s+be)\s*(?:on\s+)?/i;

/** "The price hurdles must be reached before the award vests" */
export const mustBefore =
  /\b(?:hurdles?|targets?|goals?|milestones?|performance)\b[^.;]{0,60}\bmust\s+(?:first\s+)?be\s+(?:reached|met|achieved|attained|satisfied)\s+before\s+(?:[\w-]+\s+){1,4}$/i;
