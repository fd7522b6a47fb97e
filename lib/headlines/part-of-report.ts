import { pattern } from "@/lib/values/pattern";

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const NUMBERS = "one two three four five six seven eight nine ten".split(" ");

/** "This is the second of 5 forms", "Filing 1 of 2", "Part two of three". */
const PART = pattern("i")`
  \b (?:
    is\s+(?:the\s+)? (?<nth>${ORDINALS}|\d\d?) \s+of\s+ (?<ofForms>${NUMBERS}|\d\d?) \s+ (?:\w+\s+)? (?:forms?|filings?|reports?)\b |
    (?:filing|part|report) \s+ (?<n>${NUMBERS}|\d\d?) \s+of\s+ (?<of>${NUMBERS}|\d\d?) \b
  )
`;

const numberOf = (text: string, words: readonly string[]): number =>
  /^\d/.test(text) ? Number(text) : words.indexOf(text.toLowerCase()) + 1;

/**
 * "part 2 of 2", if the remarks say that a report was split into several filings, because EDGAR takes at most 30 transactions in one
 * (0000899243-22-028189). Null if they do not.
 */
export function partOfReport(remarks: string | null): string | null {
  const found = PART.exec(remarks ?? "")?.groups;
  if (!found) return null;
  const { nth, ofForms, n, of } = found;
  const part = nth === undefined ? numberOf(n ?? "", NUMBERS) : numberOf(nth, ORDINALS);
  const parts = numberOf(ofForms ?? of ?? "", NUMBERS);
  return part >= 1 && parts >= 2 && part <= parts ? `part ${part} of ${parts}` : null;
}
