import { pattern } from "@/lib/values/pattern";

/** The rule's number in all its spellings, with hyphens, dashes, brackets or damage. "10b-5 plan" is a typing error for it. */
export const rule = pattern()`
  (?<!\d) 10\s?\(?b\)? [\s\u00AD\u0096\u0097‐-―−-]* \(?5\)? (?:
    # "10b5-1", "10b5.1(c)", "10b5-l"
    [\s?.\u00AD\u0096\u0097‐-―−-]* \(? (?:1(?!\d|,\d)|[lI](?!\w)) \)? (?:\s?\((?:c|b|1|i|ii|A|B|D|3)\))* |
    # "10b-5 plan", "a sales plan intended to comply with Rule 10b-5": the 1 is left out
    (?=\s+(?:[a-z-]+\s+){0,3}plans?\b) |
    (?![\w-]) (?<=\bplans?\b[^.;]{0,120}\b(?:compl(?:y|ies|iance)|satisf(?:y|ies)|meets?|conforms?|qualif(?:y|ies))\s+(?:with\s+|for\s+|to\s+)?[^.;]{0,60})
  )
`;
export const plan = pattern()`
  plans? | arrangements? | contracts? | instructions? | programs? | programmes? | agreements? | elections? | directions?
`;

/** Few notes name the rule, so we first test quickly for its beginning. */
const beginning = /10\s?\(?b/i;
const ruleName = new RegExp(rule, "i");

/** Whether a text mentions Rule 10b5-1 at all, with a plan or without one. */
export const namesRule10b5 = (text: string): boolean => beginning.test(text) && ruleName.test(text);

/** Plans of another kind. */
export const otherPlan =
  /\b(?:incentive|equity|option|omnibus|award|compensation|bonus|savings|deferral|merger|40[13]\s?\(?[kb])\b/i;
