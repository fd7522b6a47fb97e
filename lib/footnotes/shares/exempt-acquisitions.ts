import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, NEAR } from "@/lib/footnotes/vocabulary/words";
import type { Stated } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";

/** A rule of Section 16 with its number: "Rule 16b-3(d)(1)", "Section 16a- 13". */
const rule = pattern("gi")`
  \b (?:(?:rules?|sections?|§)\s*)?
  (?<![\d.,-]) (?<cited>16\s?[-‐-―−]?\s?\(?[ab]\)?\s?[-‐-―−\u00AD\u0096]\s?\d+(?:\s?\((?:\d{1,2}|[a-z]{1,4})\))*)
`;
const mark = /[‐-―−\u00AD\u0096]/g;
const exempt = pattern("gi")`
  \bexempt(?:s|ed|ion|ions)?\b |
  \bnot\s+(?:required\s+to\s+be\s+report(?:ed|able)|reportable|subject\s+to\s+(?:section\s+16|report\w*))\b
`;
/** "which by virtue of Rule 16a-13 need not be reported": the rule is given as the reason. */
const byReason = pattern()`(?:(?:by|under|(?:by\s+(?:virtue|reason)|because|in\s+(?:reliance|virtue))\s+o[fn]|pursuant\s+to|owing\s+to) \s+)`;
const needNot = pattern("gi")`
  \b (?:need(?:ed)?\s+not\s+be\s+reported|(?:does|do|did)\s+not\s+(?:have|need)\s+to\s+be\s+reported|(?:is|was)\s+relieved\s+from\s+reporting|no\s+report\s+(?:is|was)\s+required)
    (?= [^.;]{0,${NEAR}}? \b ${byReason} (?:rules?|section)\s+16[ab] | (?<=${byReason} (?:rules?|section)\s+16[ab][^.;]{0,${CLAUSE}}) ) \b
`;
const denied =
  /\bwould\s+(?:have\s+been|be)\s+(?:\w+ly\s+)?$|\b(?:not|non|neither|no)\s*-?\s*(?:(?:be|an?|longer|otherwise|considered|deemed)\s+)*$/i;
/** The greatest distance between "exempt" and the rule. Another law may come in between, another sentence may not. */
const FARTHEST = 260;
/** "Rules 16b-3(d) and 16b-6(b)" */
const enumerated = /^\s*(?:,|;|,?\s*(?:and|or|&)(?:\/or)?)\s*(?:\(?[a-z]\)\s*)?(?:under\s+|pursuant\s+to\s+)?$/i;
/** The rule is named for its words or its definition, not as the source of the exemption. */
const forDefinition =
  /\b(?:defined|definition|meaning|purposes\s+of|within\s+the\s+meaning)\b(?:(?!exempt)[^.;,]){0,40}$/i;

/** "for purposes of Rule 16b-3(d), under which it is exempt" */
const isUnderIt =
  /^,?\s+(?:and\s+)?(?:under|pursuant\s+to|by|according\s+to)\s+(?:which|that\s+rule|it)\b[^.;]{0,60}\bexempt/i;

/** "approved for purposes of Rule 16b-3(d) and is exempt thereunder" */
const isApprovedFor = /\b(?:approv|authori[sz]|ratif)\w*\b[^.;]*$/i;
const isThenExempt = pattern("i")`
  ^,?\s+ (?:and|so\s+that|so|such\s+that) \s+ (?:(?:it|they|the\s+(?:[\w-]+\s+){0,4}?[\w-]+)\s+)?
  (?:is|are|was|were) \s+ (?:\w+ly\s+|therefore\s+|thus\s+|also\s+|hence\s+)? exempt \b (?!\s+from\s+(?!section|liability|the\s+(?:provisions|operation)))
`;

/** "16b-3(d) and (e)" */
const nextParagraph = /^\s*(?:,|,?\s*and|,?\s*or|&)\s*(\([a-z]\))(?!\s*(?:the|it|an?|his|her)\s)/;

/** The rules of Section 16 under which a reported acquisition, disposition or change is exempt, according to the note. */
export function readExemptAcquisitions({ lower, sentences }: NoteText): Stated<{ rule: string }[]> | null {
  if (
    !lower.includes("16") ||
    !/exempt|not (?:required|reportable|subject)|need(?:ed)? not|(?:have|need) to be rep|no report|relieved/.test(lower)
  )
    return null;
  const found = new Map<string, Span>();
  for (const { text, start } of sentences) {
    const reasons = [...placesOf(text, exempt, ALL), ...placesOf(text, needNot, ALL)].filter(
      ({ index }) => !denied.test(text.slice(0, index).slice(-30)),
    );
    if (reasons.length === 0) continue;
    const rules = [...placesOf(text, rule, ALL)].filter(
      (match) =>
        !forDefinition.test(text.slice(0, match.index)) ||
        isUnderIt.test(text.slice(endOf(match))) ||
        (isThenExempt.test(text.slice(endOf(match))) && isApprovedFor.test(text.slice(0, match.index))),
    );
    for (const match of reasons.flatMap((reason) => rulesOf(reason, rules, text))) {
      const cited = (match.groups?.cited ?? "").replace(/\s/g, "").replace(mark, "-").replace(/^16-/, "16");
      if (!found.has(cited)) found.set(cited, [start + match.index, start + endOf(match)]);
      const [words = "", more] = nextParagraph.exec(text.slice(endOf(match))) ?? [];
      const other = more && cited.replace(/\([a-z]\)(?:\(\d+\))?$/, more);
      if (other && other !== cited && !found.has(other))
        found.set(other, [start + match.index, start + endOf(match) + words.length]);
    }
  }
  if (found.size === 0) return null;
  return { value: [...found.keys()].map((cited) => ({ rule: cited })), spans: [...found.values()] };
}

const endOf = (match: RegExpExecArray) => match.index + match[0].length;

/** The first rule after "exempt" and those listed with it; otherwise the last rule before it. */
function rulesOf(reason: RegExpExecArray, rules: readonly RegExpExecArray[], text: string): RegExpExecArray[] {
  const first = rules.findIndex(({ index }) => index >= endOf(reason) && index - endOf(reason) < FARTHEST);
  const before = rules.filter((match) => endOf(match) <= reason.index && reason.index - endOf(match) < FARTHEST).at(-1);
  if (first < 0) return before ? [before] : [];
  let last = first;
  while (isEnumerated(rules[last], rules[last + 1], text)) last++;
  return rules.slice(first, last + 1);
}

const isEnumerated = (one: RegExpExecArray | undefined, next: RegExpExecArray | undefined, text: string): boolean =>
  one !== undefined && next !== undefined && enumerated.test(text.slice(endOf(one), next.index));
