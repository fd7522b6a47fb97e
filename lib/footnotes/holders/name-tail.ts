import { relativeWords } from "@/lib/footnotes/vocabulary/relatives";
import { CLAUSE, lettersFrom, NEAR } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";

const trustForm = /^(?:(?:uni|sub)?trusts?|grats?|slats?|ilits?|qprts?|c[lr](?:a|u)?ts?|agreement|foundations?)$/;
/** Others who may hold securities for somebody named. */
const mayBenefit = /^(?:ira|account|co|llc|inc|bank|plan|custodian)$/;

const monthName = pattern()`${MONTH} \.?`;
const date = pattern()`
  ${monthName}\s*\d{1,2}(?:st|nd|rd|th)?,?\s*\d{4} | \d{1,2}\s+${monthName},?\s+\d{4} | ${monthName},?\s+\d{4} |
  \d{1,2}[/-]\d{1,2}[/-]\d{2,4} | \d{4}-\d{2}-\d{2} | \d{4}
`;
const ofTrust = pattern()`
  u\/?a\/?d | u\/?t\/?d | u\/?d\/?t | u\/?t\/?a | u\/?a | u\/?w | d\/?t\/?d |
  under\ (?:the\ )?(?:trust\ )?(?:agreement|declaration|instrument|will|deed)(?:\ of\ trust)? |
  as\ amended(?:\ and\ restated)?
`;
/** ", u/a/d May 1, 1995"; "dated July 22, 2003"; "U/T/A DTD 5/1/95". */
const dateClause = pattern("i")`
  ^,?\s* (?:\((?=[^)]{0,${NEAR}}\)))? (?:(?:${ofTrust})\s*,?\s*)?
  (?:(?:dated|dtd\.?|u\/?a\/?d|u\/?t\/?d|d\/?t\/?d)\s*)? (?:as\ of\s+|of\s+)? ${date} \)?
  (?:,?\ as\ (?:amended|restated)(?:\ and\ restated)?)?
`;
const datedNext = pattern("i")`
  ^,?\s*\(? (?:
    u\/?[atdw] | d\/?t\/?d | dtd | dated | under\ (?:the\ )?(?:trust\ )?(?:agree|declar|instr|will|deed) |
    as\ amended | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d
  )
`;
const forBenefit = pattern("u")`
  ^,?\s+ (?:(?:as\s+)?[Cc]ustodian\s+)? \(? (?:
    fbo | f\/b\/o | f\.b\.o\. | FBO | F\/B\/O | F\.B\.O\. | for\ the\ Benefit\ [Oo]f |
    # "under the will of"
    [Uu]\/[Ww]\/?[Oo]?(?:\ of)?
  ) \s+ (?:(?:the\s+)?(?:descendants|children|grandchildren|issue|heirs|family)\s+of\s+)? (?=\p{Lu}(?!rs?\b))
`;

const oneName = pattern()`\p{Lu} (?:\.(?!\s+(?:The|He|She|Mr|Ms))|[\p{L}'’-]+)`;
/** A person, one that is only counted, as in "Child 2" and "Grandchild A", or an article of a will. */
const personNext = pattern("u")`
  ^ (?:
    (?:Art|Article|Item|Paragraph) \.?\s+ (?:\d{1,2}|[IVX]+|[A-Z][a-z]+) \b |
    ${oneName} (?:\s+(?!and\s+(?:Trust|The|Estate|Foundation|GRAT)\b)(?:and\s+|&\s+)?${oneName}){0,5} (?:\s+(?:\#?\d{1,2}|[A-Z])(?![\w,./]))?
  )
`;
const mayBeOwned = /^(?:iras?|account|40[13])$/;
/** "the Rollover IRA of the reporting person's spouse" */
const ofRelative = pattern("i")`
  ^\s+ of\s+ (?:the\s+reporting\s+person['’]s|his|her)\s+ (?:(?:minor|adult|late|former)\s+)? (?:${relativeWords}) \b (?!['’])
`;
/** "(Child #1)", "(GST Exempt)", "(2006)": the part of a trust or its year, but not its short name. */
const partNext = pattern("u")`
  ^\s+ \( (?:(?:19|20)\d\d \) | (?:Child|Grandchild|Son|Daughter|Spouse|Descendants|Marital|GST|(?:Non-?)?[Ee]xempt|No\.?) \b [^()"“”]{0,20} \) )
`;
/** "Trust A under the Jane Roe Trust Agreement": the instrument that makes a part of a trust. */
const underInstrument = pattern("u")`
  ^\s+ (?:(?:[Cc]reated|[Ee]stablished)\s+)? [Uu]nder\s+ (?:the\s+)? (?:\p{Lu}[\p{L}.'’-]*\s+){1,6} (?:(?:19|20)\d\d\s+)?
  (?:Trust(?:\s+Agreement)?|Agreement|Declaration|Will|GRAT) \b
`;

/** "Roe Corporation 401(k)", with "Retirement Savings Plan". */
export function withPlan(text: string, end: number): number {
  const at = text[end] === ")" ? end + 1 : end;
  return (
    at +
    (/^\s+(?:[\w&]+\s+){0,3}?(?:plan|account)(?:\s+account)?\b/i.exec(lettersFrom(text, at, CLAUSE))?.[0].length ?? 0)
  );
}

/** Includes the clause that dates a trust, and its beneficiary if that is a name too. */
export function withTail(text: string, end: number, words: readonly string[]): number {
  const isTrust = words.some((word) => trustForm.test(word));
  let at = isTrust ? end + (partNext.exec(lettersFrom(text, end, NEAR))?.[0].length ?? 0) : end;
  if (isTrust || words.some((word) => mayBenefit.test(word))) at = withBenefit(text, at);
  if (isTrust || words.some((word) => mayBeOwned.test(word)))
    at += ofRelative.exec(lettersFrom(text, at, NEAR))?.[0].length ?? 0;
  if (isTrust) {
    at += underInstrument.exec(lettersFrom(text, at, CLAUSE))?.[0].length ?? 0;
    const rest = lettersFrom(text, at, CLAUSE);
    const dated = datedNext.test(rest) ? dateClause.exec(rest) : null;
    if (dated) at = withBenefit(text, at + dated[0].replace(/,? as (?:amended|restated).*$/i, "").length);
  }
  return at;
}

export function withBenefit(text: string, end: number): number {
  const benefit = forBenefit.exec(lettersFrom(text, end, NEAR));
  if (!benefit) return end;
  const start = end + benefit[0].length;
  const person = personNext.exec(lettersFrom(text, start, CLAUSE))?.[0];
  if (person === undefined) return end;
  const isClosed = benefit[0].includes("(") && text[start + person.length] === ")";
  return withBenefit(text, start + person.length + (isClosed ? 1 : 0));
}
