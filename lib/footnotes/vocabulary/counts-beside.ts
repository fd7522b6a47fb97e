import { pattern } from "@/lib/values/pattern";
import { holderWord } from "./holder-word";
import type { WordRule } from "./word-rules";
import { NEAR } from "./words";

const bareNumber = pattern()`\d{1,3}(?:,\d{3})+|(?!(?:19|20)\d\d\b)\d{3,4}`;

/** "Roe Trust - 5,000 shares; Doe Trust, as to 600 shares": numbers beside the items of a list are given in brackets. */
export const beside: readonly WordRule[] = [
  [/[*•·]\s{1,4}(?<=[:;]\s{0,4}[*•·]\s{1,4})/g, "", ["*", "•", "·"]],
  [
    pattern(
      "gi",
    )`,\s+as\s+to\s+(?<count>\d[\d,]*) \s+ (?<what>shares|units) ,? (?=\s+(?:and\b|\(\w{1,3}\)|[A-Z]|(?:the|his|her)\s)|[.;])`,
    ({ groups }) => ` (${groups?.count} ${groups?.what})`,
    ["as to"],
  ],
  [
    pattern("g")`
      \s+ as\s+to\s+ (?<count>\d[\d,]*\d) (?<what>\s+(?:shares|units|warrants)) ,? (?=\s+(?:and\b|\(\w{1,3}\)|[A-Z]|(?:the|his|her)\s)|[.;])
        (?<=\b${holderWord} \s+ as\s+to\s [\d,\s]+ \w+ ,?)
    `,
    ({ groups }) => ` (${groups?.count}${groups?.what})`,
    ["as to"],
  ],
  [
    pattern("g")`(?<=[A-Za-z.)])\s+[-–—]\s+(?<count>\d[\d,]*) (?<what>\s+(?:shares|units))? (?=\s*(?:;|\.?\s*$))`,
    ({ groups }) => ` (${groups?.count}${groups?.what ?? ""})`,
    [" - ", " – ", " — "],
  ],
  [
    pattern(
      "gi",
    )`, (?<=(?:;|\bas\s+follows\s*:)\s+by\s[^,;.:]{2,${NEAR}},) \s+(?<count>\d[\d,]*) (?<what>\s+(?:shares|units))? (?=\s*(?:;\s+(?:and\s+)?by\b|\.?\s*$))`,
    ({ groups }) => ` (${groups?.count}${groups?.what ?? ""})`,
    ["; by", "follows"],
  ],
];

/** "sold as follows: the Roe Trust (5,000 shares)" */
export const tradedSo: WordRule = [
  pattern(
    "g",
  )`\bas\s+follows\s*:\s+ (?<=\b(?:[Ss]old|[Pp]urchased|[Bb]ought|[Aa]cquired)\s+as\s+follows\s*:\s+) (?=(?:the\s+)?[A-Z][^();:]{2,${NEAR}}?\b${holderWord}\s\(\d)`,
  "by ",
  ["follows"],
];

/** "held as follows: the Roe Trust, 5,000; Doe LLC, 600", and with commas between the items if each says "shares" */
export const afterName: WordRule = [
  pattern("g")`
    [,:]? \s+ (?<count>${bareNumber}) (?<what>\s+(?:shares|units|warrants))? (?=\s*(?:;|\.?\s*$))
      (?<=(?:[;:]\s|^)[^;:]{0,${NEAR}}?\b${holderWord}[,:] \s+ [\d,]+ (?:\s+(?:shares|units|warrants))?) |
    [,:]? \s+ (?<number>${bareNumber}) (?<unit>\s+(?:shares|units|warrants)) (?=\s*[;,]|\s+and\b|\.?\s*$)
      (?<=\b(?:(?:as\s+follows|the\s+following(?:\s+\w+){0,2})\s*:|(?:[Hh]eld|[Oo]wned)\s+(?:\w+\s+){0,2}by:?\s+\([ai1]\))\s[^:]{0,800}?\b${holderWord}[,:]? \s+ [\d,]+ \s+ (?:shares|units|warrants))
  `,
  ({ groups }) => ` (${groups?.count ?? groups?.number}${groups?.what ?? groups?.unit ?? ""})`,
  [";", ":", "by ("],
];
