import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { otherPlan, plan, rule } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { CLAUSE, type Words } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";

const named = new RegExp(rule, "gi");
const planAfter = pattern("i")`^[\s\w'’"“”()/,‐-―-]{0,${CLAUSE}}?\b ${plan} \b`;
const planBefore = pattern("i")`\b ${plan} \b[^.;]{0,${CLAUSE}}$`;
const tradingPlan = /\b(?:trading|sales?|selling|purchase)\s+plan\b/i;
const verbBefore = pattern("is")`
  \b (?:
    adopt\w* | enter(?:s|ed|ing)?(?:\s+into)? | establish\w* | sign(?:s|ed|ing)? | terminat\w* | cancel\w* |
    revok\w* | amend\w* | modif\w* | pursuant\s+to | under | through | expir\w*
  ) \b (?:(?!\b(?:adopt|enter|establish|pursuant)\w*).){0,${CLAUSE}} $
`;

/** The words that mention a 10b5-1 plan. The plan and the rule may be named in different sentences. */
export const planMention = (parts: readonly Words[]): Words | null =>
  besideRule(parts) ?? (parts.some(({ text }) => tradingPlan.test(text)) ? ruleAlone(parts) : null);

function ruleAlone(parts: readonly Words[]): Words | null {
  for (const { text, start } of parts) {
    const [match] = placesOf(text, named, ALL);
    if (!match) continue;
    const end = match.index + match[0].length;
    const from = verbBefore.exec(text.slice(0, match.index))?.index ?? match.index;
    return { text: text.slice(from, end), start: start + from, end: start + end };
  }
  return null;
}

function besideRule(parts: readonly Words[]): Words | null {
  for (const { text, start } of parts) {
    for (const match of placesOf(text, named, ALL)) {
      const end = match.index + match[0].length;
      const before = text.slice(0, match.index);
      const noun = planAfter.exec(text.slice(end));
      const own = noun ? null : planBefore.exec(before);
      if ((!noun && !own) || otherPlan.test(noun?.[0] ?? own?.[0] ?? "")) continue;
      const from = verbBefore.exec(before.slice(0, own?.index))?.index ?? own?.index ?? match.index;
      const to = end + (noun?.[0].length ?? 0);
      return { text: text.slice(from, to), start: start + from, end: start + to };
    }
  }
  return null;
}
