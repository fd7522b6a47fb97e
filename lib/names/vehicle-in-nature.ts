import { pattern } from "@/lib/values/pattern";
import { remembered } from "@/lib/values/remembered";
import { isDistinctive, isPlanWord } from "./common-words";
import { isEntityName } from "./names";
import { wordsOf } from "./words-of";

const leadIn =
  /^\W*(?:(?:held|owned|indirectly|directly|shares|beneficially|of record)\s+)*(?:by|through|via)\b[\s:]*/i;
const aside = pattern("i")`
  \s*[([]\s*(?:\d+|see\b.*|the\s+["“].*)?\s*[)\]]?\s*\.?$ | [;,.]?\s*\bsee\ (?:foot)?notes?\b.* |
  ,?\s+(?:of|for|in|over)\ which\b.* | ,\s+(?:whose|where|as)\b.*
`;

/** The fund in "By Juniper Targeted Opportunity Fund, L.P."; null for "By Trust", "See footnote" and "By 401(k)". */
export const vehicleInNature = remembered((nature): string | null => {
  const name = nature.replace(/\s+/g, " ").trim().replace(leadIn, "").replace(aside, "").trim();
  return isProperVehicle(name) ? name : null;
});

const bank = /\bbank\b|\btrust co(?:mpany|rp(?:oration)?)?\b/i;

/** Plans, banks and brokers hold shares for many people who are not connected. */
export function isProperVehicle(name: string): boolean {
  if (!isEntityName(name) || bank.test(name)) return false;
  return hasOwnName(name) && !wordsOf(name).some(({ plain }) => isPlanWord(plain));
}

/** Whether a name has a distinctive word: "Marsh Family Trust" has one, "the Family Trust" and "spouse" have none. */
export const hasOwnName = (name: string): boolean =>
  wordsOf(name).some(({ plain, isProper }) => isProper && isDistinctive(plain));
