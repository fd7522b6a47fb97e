import { pattern } from "@/lib/values/pattern";
import type { WordRule } from "./word-rules";
import { NEAR } from "./words";

const legalForm = pattern()`
  (?:limited|general|master\s+limited|exempted\s+limited|limited\s+liability|publicly\s+traded|special|family\s+limited)\s+(?:liability\s+)?partnership | (?:limited\s+liability|exempted|private\s+limited|limited|public\s+limited|business|holding)\s+company |
  corporation | company | partnership | trust | statutory\s+trust | business\s+trust | professional\s+corporation | foundation | sociét[ée]\s+[\w\s]{3,40}? | S\.?à\s?r\.?l\.? | partnership\s+limited\s+by\s+shares
`;
/** ", a Delaware limited partnership", behind a name that shows what it is: no item of a list, and no word for the readers. */
const ofPlace = pattern()`
  , \s+ (?:an?|each\s+an?|both) \s+ (?:[A-Z][\w.’'-]+\s+){1,4} (?:(?:private|exempted|limited|general|liability|close|closely\s+held|non-?profit|series)\s+){0,3} (?:${legalForm})
  (?: \s+ (?:organi[sz]ed|formed|incorporated|existing|established|domiciled) \s+ (?:and\s+existing\s+)? (?:under|in) \s [^,;.()]{3,${NEAR}} )?
  (?<=
    \b (?:
      L\.?\s?P\.? | L\.?L\.?[CP]\.? | LLLP | Inc\.? | Ltd\.? | Limited | Corp\.? | Corporation | Company | Co\.? | Trust | Fund | Partners | Partnership | Holdings | GmbH | S\.?A\.? | B\.?V\.? | N\.?V\.? | AG | plc | SCSp | Pte\.? | [IVX]+ | \d
    ) (?:\s+\([^()]{2,${NEAR}}\))? , \s+ (?:an?|each\s+an?|both) \s [^;]{6,160}
  )
`;
const verb = pattern()`
  (?:also\s+|directly\s+|indirectly\s+|beneficially\s+|each\s+)* (?:
    holds? | held | owns? | owned | is | are | was | were | has | have | had | purchased | acquired | sold | bought | received | exercised | converted | distributed | transferred | contributed | made | may | became | remains?
  ) \b
`;

export const appositions: readonly WordRule[] = [
  [pattern("g")`${ofPlace} , (?=\s+${verb})`, "", [", a ", ", an ", ", each a", ", both "]],
  [
    pattern("g")`${ofPlace} (?=\s*(?:[,;(.]|$)|\s+(?:and|or|of|for|in|that|which|whose)\s)`,
    "",
    [", a ", ", an ", ", each a", ", both "],
  ],
];
