import { otherPlan, plan, rule } from "./rule-10b5-1";
import { type Words, wordsAt } from "./words";
import { type WrittenDate, writtenDates } from "./written-dates";

const adopt =
  "(?:adopt(?:ed|ion)|entered(?:\\s+into)?|establish(?:ed|ment)|signed|set\\s+up|put\\s+in(?:to)?\\s+place|created|instituted)";
const otherDay =
  /\b(?:adopt(?:ed|ion)|establish\w+|amended|amendment|modif\w+|terminat\w+|cancell?ed|revoked|expir\w+|completed|dated|effective|commenc\w+|began|begin\w*|first\s+trad\w+|filed|reported|sold|executed|effected)\b/i;
/** Between the verb and its date only who, where and how. */
const adoptedBefore = new RegExp(`\\b${adopt}\\b(?<between>(?:(?!\\b${adopt}\\b).){0,140})$`, "is");
const datedBefore = new RegExp(
  `\\b(?:${plan}|${rule})[\\s,("”)]*(?:(?:that|which)\\s+(?:is|was)\\s+|is\\s+)?(?:dated|of)(?:\\s+as\\s+of)?\\s*$`,
  "i",
);
const adoptedAfter =
  /^,?\s*[^,;]{0,80}?\b(?:adopted|entered\s+into|established|signed|set\s+up|put\s+in(?:to)?\s+place|created)\b(?<object>.{0,100})/is;
const ofTrust = /\b(?:trust|agreement)\b[^,]{0,20}\b(?:dated|dtd|u\/a\/d|u\/t\/d)\s*$/i;

/**
 * The one day on which a 10b5-1 plan was adopted. Where several are stated, the one beside the words that put a transaction
 * under the plan; else null.
 */
export function planAdoption(text: string, parts: readonly Words[], underPlan: Words | null): WrittenDate | null {
  const dates = parts.flatMap((sentence) =>
    writtenDates(sentence.text).flatMap((date, index, all) =>
      isAdoption(sentence.text, date, all[index - 1])
        ? [{ ...date, start: date.start + sentence.start, end: date.end + sentence.start, sentence }]
        : [],
    ),
  );
  if (dates.length === 0) return null;
  const beside = dates.filter(
    ({ sentence }) => underPlan && underPlan.start >= sentence.start && underPlan.end <= sentence.end,
  );
  for (const choice of [beside, dates]) {
    const days = new Set(choice.map(({ date }) => date));
    const [first] = choice;
    if (days.size === 1 && first) return { date: first.date, ...wordsAt(text, first.start, first.end) };
  }
  return null;
}

function isAdoption(sentence: string, date: WrittenDate, dateBefore: WrittenDate | undefined): boolean {
  const before = sentence.slice(0, date.start);
  if (datedBefore.test(before)) return isTradingPlan(before);
  const after = adoptedBefore.exec(before);
  if (after) {
    const between = after.groups?.between ?? "";
    const isOwn =
      dateBefore === undefined || dateBefore.end <= after.index || ofTrust.test(before.slice(0, dateBefore.start));
    if (isOwn && isHow(between) && isTradingPlan(before.slice(0, after.index), between)) return true;
  }
  if (!/\bon\s+(?:or\s+about\s+)?$|^\W*$/i.test(before)) return false;
  const object = adoptedAfter.exec(sentence.slice(date.end))?.groups?.object;
  return object !== undefined && namesPlan(object);
}

const planOrRule = new RegExp(`\\b${plan}\\b|${rule}`, "gi");
const ownTrust = /\b(?:trust|agreement)\b[^,]{0,20}\b(?:dated|dtd|u\/a\/d|u\/t\/d)\s+[^,]+?(?:,\s*)?\d{2,4}/gi;
const endsWithVehicle = /\b(?:trust|llc|foundation|fund)\b[\W]*(?:(?:that|which)\s+)?(?:was\s+)?$/i;

const isHow = (between: string): boolean => !otherDay.test(between.replace(ownTrust, ""));

const namesPlan = (text: string): boolean => {
  const [first] = text.matchAll(planOrRule);
  return first !== undefined && !otherPlan.test(text.slice(0, first.index));
};

/** Whether what is adopted is the trading plan: it is named before the verb, or after it and before the date. */
function isTradingPlan(before: string, between = ""): boolean {
  if (namesPlan(between) || /^\W*(?:date\s+(?:of\s+)?)?(?:plan\s+)?$/i.test(before)) return true;
  const last = [...before.matchAll(planOrRule)].at(-1);
  if (!last) return false;
  const gap = before.slice(last.index + last[0].length);
  return gap.length <= 100 && !endsWithVehicle.test(gap) && !otherPlan.test(before.slice(0, last.index).slice(-40));
}
