import type { WordRule } from "./word-rules";

/** "the Securities Exchange Act of 1934, as amended,": the law was amended, and not a plan. */
const lawAmended = /,? \(?as amended\)?,?(?<=\bAct(?: of 19\d\d)?,? \(?as amended\)?,?)(?= |\.|;|$)/g;

/** Words that concern a law only, and words that a note leaves out because it has them already. */
export const leftOutWords: readonly WordRule[] = [
  [lawAmended, "", ["as amended"]],
  [/;(?= \((?:including|of which|consisting|comprised)\b)/gi, "", ["; ("]],
  // "unvested restricted stock awards and units"
  [
    /(?<=\brestricted (?:stock|share) (?:awards?|grants?) (?:and|or) )(?=units\b)/gi,
    "restricted stock ",
    ["awards and units", "award and units", "awards or units", "grants and units"],
  ],
];
