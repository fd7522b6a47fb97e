import type { IncludedComponent } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { componentKind } from "./component-kinds";
import type { Part } from "./component-parts";

type Kind = IncludedComponent["what"];

/** "3,000" of "3,000 and 4,000 RSUs", "restricted stock grants of 3,000" of "grants of 3,000 and 4,000 shares" */
const onlyNumber = /^(?:[^\d]*\bof\s+)?[\d,.]+$/i;
/** "restricted stock units as follows: 3,000 granted in 2020, 4,000 granted in 2021" */
const headOfAll = pattern("i")`
  (?:as\s+follows|in\s+the\s+following\s+(?:amounts|numbers|grants|awards))\s*:\s* $ | \b (?:awards|grants|tranches|lots) \s+ of\s+ $ | : \s* $
`;
/** "1,900 shares vesting 3/1/2021", "4,000 granted in 2021": a part that does not say what it is. */
const unnamed = pattern("i")`
  ^[\d,.]+\s+ (?:(?:shares|units)\s+)? (?:(?:that|which)\s+ (?:were\s+|will\s+)?)? (?:vest(?:s|ed|ing)? | granted | awarded | made | issued | purchased | acquired | earned | on | in) \b (?!\s+(?:under|through|by|pursuant)\b)
`;

/** The kinds of the parts of a list, if some of them say what all are; null for parts that speak for themselves. */
export function listedKinds(list: string, parts: readonly Part[]): (Kind | null)[] {
  const kinds: (Kind | null)[] = parts.map(() => null);
  const head = list.slice(0, parts[0]?.start ?? 0);
  const ofHead = headOfAll.test(head) ? componentKind(head) : "other";
  const first = parts[0] ? componentKind(parts[0].text) : "other";
  const isOfFirst =
    parts[0] !== undefined && /^[^\d]*\b(?:awards|grants|purchases|acquisitions)\s+of\s+\d/i.test(parts[0].text);
  const common = ofHead !== "other" ? ofHead : isOfFirst ? first : "other";
  if (common !== "other")
    for (const [index, { text }] of parts.entries())
      if (componentKind(text) === "other" && unnamed.test(text)) kinds[index] = common;
  let from = 0;
  for (const [index, { text }] of parts.entries()) {
    if (onlyNumber.test(text) && index < parts.length - 1) continue;
    const group = parts.slice(from, index + 1);
    const named =
      group.length > 1 ? group.map((each) => componentKind(each.text)).find((kind) => kind !== "other") : undefined;
    if (named !== undefined) for (let at = from; at <= index; at++) kinds[at] = named;
    from = index + 1;
  }
  return kinds;
}

const instalmentsOf = pattern("i")`
  \b (?:installments?|instalments?|tranches|increments|lots|rate|annual\s+amounts?) \s+ of\s+ (?:(?:approximately|up\s+to)\s+)? $
`;
/** "which vest 2,000 on January 1, 2017 and 2,000 on January 1, 2018" */
const vestIn = /\bvest(?:s|ed|ing)?\s+(?:as\s+to\s+)?(?:[\d,.]+\s[^;]*)?$/i;
const onDay = /^[\d,.]+\s+(?:(?:shares|units)\s+)?(?:on|in|per|each|every|at)\b/i;
const perTime =
  /^[\d,.]+\s+(?:(?:[\w-]+\s+){0,2}?(?:shares|units|options)\s+)?(?:per|a|each|every)\s+(?:calendar\s+|fiscal\s+)?(?:year|month|quarter|annum|anniversary|vesting)\b/i;

/** "vest at the rate of 1,200 shares per year", "in instalments of 500 shares each": how a part vests, and no part. */
export const isInstalment = (list: string, { text, start }: Part): boolean =>
  instalmentsOf.test(list.slice(0, start)) ||
  perTime.test(text) ||
  (onDay.test(text) && vestIn.test(list.slice(0, start)));

const heldSomewhere = /\b(?:held|owned)\s+(?:\w+\s+){0,4}?(?:by|in|through)\b/i;
/** Each part by its holder, or some so and the others by their kind: "900 shares held by the Roe Trust and 700 restricted shares" */
export const isHeldOrNamed = (parts: readonly { text: string }[]): boolean =>
  parts.some(({ text }) => heldSomewhere.test(text)) &&
  parts.every(({ text }) => heldSomewhere.test(text) || componentKind(text) !== "other");

const OF_PLANS: ReadonlySet<Kind> = new Set(["espp", "drip", "401k"]);
/** "412 shares acquired under the ESPP and 300 shares acquired under the DRIP": no grants, and no two of a kind. */
export const isOfKinds = (parts: readonly { text: string }[]): boolean => {
  const kinds = new Set(parts.map(({ text }) => componentKind(text)));
  return kinds.size === parts.length && kinds.size > 1 && [...kinds].every((kind) => OF_PLANS.has(kind));
};
