import type { IncludedComponent } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";

/** Kinds of parts by the words that name them. The first match counts. */
const NAMES: readonly (readonly [IncludedComponent["what"], RegExp])[] = [
  [
    "psu",
    pattern("i")`
      \b (?:performance|market|tsr) [-\s]* (?:and\s+\w+[-\s]*)? (?:based\s+|vesting\s+|vested\s+)*
        (?:restricted\s+)? (?:stock\s+|share\s+)? (?:units?|rsus?|awards?|shares?|psus?) \b |
      \b(?:psus?|prsus?|psas?|msus?|pbrsus?)\b |
      \b (?:rsus?|restricted\s+(?:stock|share)\s+units?) \s+
        (?:that\s+(?:are\s+)?|which\s+(?:are\s+)?|with\s+|subject\s+to\s+) (?:performance|market)
    `,
  ],
  [
    "rsu",
    pattern("i")`
      \b (?:
        restricted\s+(?:stock|share|common\s+stock|ordinary\s+share)\s+units? | rsus? | gsus? |
        restricted\s+units? | (?:stock|share)\s+units?\s+(?:\(rsus?\)|of\s+restricted\s+(?:stock|shares))
      ) \b
    `,
  ],
  [
    "restricted_stock",
    pattern("i")`
      \b(?:are|is|still|remains?)\s+restricted(?=\s*(?:$|[.,;)]|and\b)) |
      \brestricted\s+(?:class\s+\w\s+)?(?:common\s+|ordinary\s+)?(?:stock|shares?)\b
    `,
  ],
  [
    "espp",
    /(?<!\bplan\s+or\s+(?:(?:the|its|(?:the\s+)?(?:issuer|company|corporation)['’]s)\s+)?(?:employee\s+)?)\b(?:employees?['’]?\s+)?(?:stock|share|unit)\s+purchase\s+(?:and\s+\w+\s+)?(?:plan|program)\b|\bespp\b/i,
  ],
  ["401k", /\b401\s*\(?k\)?|\b(?:retirement\s+)?savings\s+(?:and\s+\w+(?:\s+\w+)?\s+)?plan\b|\bthrift\s+plan\b/i],
  [
    "drip",
    /\b(?:dividends?|distributions?)\s+(?:and\s+(?:dividend\s+)?equivalents?\s+)?reinvest\w*|\breinvest\w*\s+(?:of\s+)?(?:\w+\s+){0,3}?(?:dividends?|distributions)(?!\s+equivalents?)|\bdrip\b|\bdrp\b/i,
  ],
  [
    "other",
    /\bdividend\s+equivalents?\b(?!\s+(?:restricted|performance|rsus?\b|psus?\b))|\bas\s+(?:an?\s+)?(?:stock\s+)?dividends?\b|\b(?:phantom|deferred)\b(?!\s+(?:restricted|performance)\b|.*\bdividend\s+reinvest)|\bescrow\b/i,
  ],
];

/** What the words call a part: the kind that they name first. */
export function componentKind(words: string): IncludedComponent["what"] {
  let kind: IncludedComponent["what"] = "other";
  let first = Number.POSITIVE_INFINITY;
  for (const [what, pattern] of NAMES) {
    const at = pattern.exec(words)?.index ?? Number.POSITIVE_INFINITY;
    if (at < first) [kind, first] = [what, at];
  }
  return kind;
}
