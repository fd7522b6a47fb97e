import type { FilingEntry } from "@/lib/record/filing";

const WAYS = [
  "omit(?:s|ted|ting)?|omissions?|left (?:out|off)|overlooked|(?:previously )?unreported",
  "did(?:nt| not) (?:report|include|disclose|reflect|list)",
  "(?:not|never) (?:been )?(?:(?:previously|timely|originally|initially|properly) )?(?:reported|included|disclosed|reflected|listed)",
  "(?:fail(?:s|ed|ing|ure)?|neglect(?:ed)?) to (?:report|include|disclose|reflect|list)",
  "(?:additional|further|another|missing) (?:[a-z-]+ ){0,3}(?:transaction|trade|sale|purchase|acquisition|disposition|holding|grant|award|gift|exercise|conversion|line|row)s?",
  "adds|adding|to add",
];

const ADDITION = new RegExp(`\\b(?:${WAYS.join("|")})\\b`, "i");

const textsOf = ({ filing, notes }: FilingEntry): string[] =>
  [filing.remarks ?? "", ...Object.values(notes)].map((text) => text.trim());

/**
 * Whether an amendment's remarks or notes say that it reports something new. Words that earlier filings already have do not
 * count.
 */
export function speaksOfAddition(amendment: FilingEntry, before: readonly FilingEntry[]): boolean {
  const said = new Set(before.flatMap(textsOf));
  return textsOf(amendment).some((text) => !said.has(text) && ADDITION.test(text.replace(/['’]/g, "")));
}
