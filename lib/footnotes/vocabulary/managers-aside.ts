import { pattern } from "@/lib/values/pattern";
import type { WordRule } from "./word-rules";
import { CLAUSE, NEAR } from "./words";

/** Those who manage the holders, and accounts without a name, which stand between a holder and its verb. */
export const managersAside: readonly WordRule[] = [
  // "Roe LP and an account for which Doe LLC acts as adviser hold the shares"
  [
    pattern("gi")`
      ,?\s+and\s+ (?:\(\w{1,4}\)\s+)? (?:an?|certain|other|certain\s+other|several|one\s+or\s+more)\s+ (?:(?:separately|separate|other)\s+)? (?:managed\s+)? accounts?
      (?:\s+on\s+behalf\s+of\s+[^,;.]{3,60}?)? \s+ (?:for\s+which|managed|advised|that\s+(?:is|are)) \s [^;]{3,${CLAUSE}}?
      (?=\s+(?:each\s+|collectively\s+|together\s+)?(?:directly\s+)?(?:holds?|owns?|held|owned|purchased|acquired|sold)\s+(?:the|these|such|of\s+record)\s)
    `,
    "",
    ["account"],
  ],
  // "Roe LP, Roe Ltd. and certain managed accounts, which own the shares"
  [
    pattern("gi")`
      ,?\s+and\s+ (?:(?:certain|other|several|various|one\s+or\s+more|an?)\s+){1,2} (?:(?:separately|separate|managed|client|advisory|discretionary|institutional)\s+){1,3} accounts?
      (?=,?\s+(?:(?:each\s+of\s+)?which|that|each|collectively|together)?\s*(?:\w+ly\s+)?(?:holds?|owns?|held|owned|purchased|acquired|bought|sold)\s+(?:the|these|such|of\s+record|[\d,]{3,})\b)
    `,
    "",
    ["account"],
  ],
  // "Roe LP, by its general partner Doe Corp., sold 500 shares"
  [
    pattern("gi")`
      ,?\s+ (?:acting\s+)? (?:by|through|by\s+and\s+through) \s+ its\s+ (?:sole\s+)? (?:general\s+partner|managing\s+member|manager|investment\s+(?:advis[eo]r|manager)) ,?\s+ [^;]{3,${NEAR}}? ,?
      (?=\s+(?:sold|purchased|acquired|bought|exercised|transferred|distributed|holds|held|owns|owned)\s)
    `,
    "",
    ["its "],
  ],
];
