import { pattern } from "@/lib/values/pattern";
import type { WordRule } from "./word-rules";
import { CLAUSE, NEAR } from "./words";

const trusts = pattern()`(?:trusts?|GRATs?|LLC|L\.L\.C|L\.?P|partnership|estate|foundation)`;

/** Movements without a verb, or with a purpose in its place: the usual verb is written out. */
export const namedMovements: readonly WordRule[] = [
  // "Represents 500 shares from the Roe GRAT to the Roe Trust"
  [
    pattern("gi")`
      \bfrom\s+ (?!(?:(?:the|an?|his|her|its|their)\s+)?(?:[\w-]+\s+)?(?:exercises?|conversions?|vesting|settlement|awards?|grants?|exchanges?|purchases?|sales?|offerings?)\b)
        (?=[a-z][\w.,&'’\s-]{2,${NEAR}}?(?<!\b(?:pursuant|subject|according|due|prior))\s(?:to|into)\s+(?!be\b)[a-z]) (?=[^;]{0,${CLAUSE}}?\b${trusts}\b)
        (?<=(?:^|[.;:]\s{1,4}|\b(?:represents?|reflects?|consists\s+of|includes?)\s{1,4})(?:[\d,]{1,12}\s+)?(?:(?!(?:\w+ed|\w+ions?|transfers?|gifts?|sales?|purchases?|receipt|that|which|in)\b)[\w-]+\s+){0,6}(?:shares|stock|units)\s+from\s{1,4})
    `,
    "transferred from ",
    ["shares from", "stock from", "units from"],
  ],
  // "moved to an account in the name of the Roe Trust"
  [
    pattern("gi")`
      \b(?:to|into|in)\s+ (?:(?:an?|the|his|her|their)\s+)? (?:(?!joint\b)[\w-]+\s+){0,2} account\s+ (?:(?:titled|registered|held|opened)\s+)? in\s+the\s+name\s+of\s+
        (?<=\b(?:transferred|moved|deposited|contributed|assigned|delivered|journal+ed)\b[^.;]{0,${NEAR}}?\b(?:to|into|in)\s[^.;]{1,${NEAR}}?)
    `,
    "to ",
    ["account in the name", "account titled in", "account registered in", "account held in", "account opened in"],
  ],
  // "transferred 500 shares to fund a GRAT", "used 500 shares to fund the Roe Trust"
  [
    pattern("gi")`
      \bused\s+ (?=(?:(?:the|these|all|of|such|[\d,]+)\s+){0,3}(?:shares|units)\s+(?:of\s+(?:[\w-]+\s+){1,4})?(?:in\s+order\s+)?to\s+fund\s+(?:an?|the|his|her)\s+[\w.'’\s-]{0,${NEAR}}?\b${trusts}\b)
    `,
    "transferred ",
    ["to fund"],
  ],
  [
    pattern("gi")`
      \b(?:(?:in\s+order\s+)?to\s+fund|for\s+(?:the\s+)?funding\s+of)\s+ (?=(?:an?|the|his|her)\s+[\w.'’\s-]{0,${NEAR}}?\b${trusts}\b)
        (?<=\b(?:transferred|contributed|conveyed|assigned|delivered)\b[^.;]{0,${NEAR}}?\s(?:fund|funding\s+of)\s{1,4})
    `,
    "to ",
    ["to fund", "funding of"],
  ],
];
