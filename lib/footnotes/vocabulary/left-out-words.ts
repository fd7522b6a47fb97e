import { pattern } from "@/lib/values/pattern";
import type { WordRule } from "./word-rules";
import { NEAR } from "./words";

/** 'shares (the "Shares")', "common stock, par value $0.01 per share, of": brackets and asides that define nothing we ask for. */
const definition = pattern("gi")`
  (?<=\b(?:shares?|stock|securities|units|options?|warrants|notes|rsus|psus|plan|arrangement|program|instructions?|10b5-1|10b5-1\(c\)|transactions?|sales?|purchases?)) \s+
  \( (?!the\s+["“][^()"”]*\b(?:LLC|L\.P\.|LP|Trust|Fund|Partnership|Foundation|Company)["”]) (?:(?:the|each|an?|collectively|together|such|hereinafter|as\s+amended)\b,?\s*){0,4} ["“”'‘]{1,2} [^()"”]{1,40} ["”'’]{1,2} \)
`;
const parValue = pattern("gi")`
  (?<=\b(?:shares?|stock)) ,?\s+ (?:of\s+)? (?:(?:with\s+)?(?:no\s+|(?:US)?\$\s?[\d.]+\s+)par\s+value|par\s+value\s+(?:of\s+)?(?:US)?\$?\s?[\d.]*\d) (?:\s+(?:per|a|each)\s+share|\s+each)? (?:,(?=\s+(?:of|per|for|that|which|held|owned|is|are|was|were)\b)|(?=[\s.;)]))
`;
/** "the Securities Exchange Act of 1934, as amended,": the law was amended, and not a plan. */
const lawAmended = /,? \(?as amended\)?,?(?<=\bact(?: of 19\d\d)?,? \(?as amended\)?,?)(?= |\.|;|$)/gi;

/** Words that concern a law only, and words that a note leaves out because it has them already. */
export const leftOutWords: readonly WordRule[] = [
  [definition, "", ['")', "”)", "')", "’)"]],
  [parValue, "", ["par value"]],
  [lawAmended, "", ["as amended"]],
  // "one unrestricted, fully transferable share"
  [
    pattern(
      "gi",
    )`(?:,?\s+ (?:and\s+)? (?:unrestricted|unencumbered|fully\s+paid|non-?assessable|(?:fully|freely)\s+(?:transferr?able|trade?able|vested)))+ (?<=\b(?:one|an?|1)\s[^.;]{0,${NEAR}}) (?=\s+(?:shares?|class|common|ordinary)\b)`,
    "",
    ["unrestricted", "unencumbered", "fully ", "freely "],
  ],
  [/;(?= \((?:including|of which|consisting|comprised)\b)/gi, "", ["; ("]],
  // "unvested restricted stock awards and units"
  [
    /(?<=\brestricted (?:stock|share) (?:awards?|grants?) (?:and|or) )(?=units\b)/gi,
    "restricted stock ",
    ["awards and units", "award and units", "awards or units", "grants and units"],
  ],
];
