import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { otherPlan, plan, rule } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";

const planOrRule = pattern("gi")`\b${plan}\b | ${rule}`;
/** "under a Rule 10b5-1 stock option exercise plan": what the plan is for. */
const ofRule = pattern("i")`${rule} \s+ (?:(?!(?:the|his|her|its|an?|under|of|to|for)\b)[\w-]+\s+){0,5} $`;
/** "a plan that the trust adopted" */
const isItsObject = /^\W*(?:that|which)\b/i;
/** "his plan was adopted on May 4, and his employment was terminated", "the termination of his employment on" */
const otherThing = pattern()`employment | services? | appointment | tenure | engagement | offering | merger(?:\s+agreement)? | relationship`;
const otherSubject = pattern(
  "i",
)`\b (?:${otherThing}) \s+ (?:with\s[^,;.]{2,40}?\s)? (?:(?:was|were|has\s+been|had\s+been|is)\s+)? (?:\w+ly\s+)? $`;
export const otherObject = pattern("i")`^\s+of\s+ (?:[\w'’-]+\s+){1,4}? (?:${otherThing}) \b`;
/** "the issuer's policy was adopted" */
const policyWas = /\bpolic(?:y|ies)\s+(?:was|were|is|are|(?:has|have)\s+been)\s+$/i;
/** "plan of the Roe Trust, adopted in May" */
const ofItsOwner = /^\s+of\s[^,;]*,\s*$/i;
const endsWithVehicle = /\b(?:trust|llc|foundation|fund)\b[\W]*(?:(?:that|which)\s+)?(?:was\s+)?$/i;

/** "the consulting agreement was terminated" */
const otherAgreement = pattern("i")`
  \b (?:
    consulting | employment | severance | separation | advisory | services? | loan | credit | repurchase | buy-?\s?back | stockholders? |
    shareholders? | voting | standstill | cooperation | lock-?\s?up | registration\s+rights | license | employees? | reinvestment
  ) \s+ (?:\w+\s+)? $
`;
export const isOtherPlan = (before: string): boolean => otherPlan.test(before) || otherAgreement.test(before);

export const namesPlan = (text: string): boolean => {
  const [first] = placesOf(text, planOrRule, ALL);
  return first !== undefined && !isOtherPlan(text.slice(0, first.index));
};

/** "Adoption date of the equity plan: May 14, 2003" */
const namesOtherPlan = (text: string): boolean => {
  const [first] = placesOf(text, planOrRule, ALL);
  return first !== undefined && otherPlan.test(text.slice(0, first.index));
};

/** "In connection with the merger agreement, the plan was terminated" */
const besideMerger =
  /\bmerger(?:\s+agreement)?(?:,\s+(?:the|his|her|that)|\s+(?:that|such|this))\s+(?:rule\s+)?(?:10b5-1\s+)?(?:trading\s+)?$/i;

/** "a 10b5-1 instruction in the award agreement, adopted on May 4": where the plan is. */
const inAgreement = pattern("gi")`
  (?<=${rule}[^.;,]{0,${NEAR}}\b(?:${plan})),?\s+ (?:(?:that|which)\s+(?:is|are|was|were)\s+)? (?:contained\s+|included\s+|set\s+(?:forth|out)\s+|provided\s+)? (?:in|within) \s+
  (?:the|his|her|an?|its|their|such)\s+ (?:[\w’'-]+\s+){0,4}? agreements? \b
`;

/** Whether the words are about the trading plan: it is named before the verb, or between the verb and the date. */
export function isTradingPlan(ahead: string, between = "", verb = ""): boolean {
  const before = /agreement/i.test(ahead) ? ahead.replace(inAgreement, "") : ahead;
  if (namesOtherPlan(between)) return false;
  if (namesPlan(between) || /^\W*(?:date\s+(?:of\s+)?)?(?:plan\s+)?(?:was\s+)?$/i.test(before)) return true;
  const last = [...placesOf(before, planOrRule, ALL)].at(-1);
  if (!last) return false;
  const gap = before.slice(last.index + last[0].length);
  if (policyWas.test(gap) || otherSubject.test(gap)) return false;
  const farthest = /\b(?:and|as|then|later|subsequently|was)\W+(?:\w+\s+)?$/i.test(gap) ? 180 : 100;
  return (
    gap.length <= farthest &&
    (isItsObject.test(gap) ||
      (/^adopt/i.test(verb) && /^\s+of\s/i.test(gap)) ||
      ofItsOwner.test(gap) ||
      !endsWithVehicle.test(gap)) &&
    (ofRule.test(before.slice(0, last.index)) ||
      besideMerger.test(before.slice(0, last.index)) ||
      !isOtherPlan(before.slice(0, last.index).slice(-40)))
  );
}
