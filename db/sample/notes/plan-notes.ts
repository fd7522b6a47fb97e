import { type Day, longDate } from "@/db/sample/calendar";
import type { Wording } from "@/db/sample/wording";

export const soldUnderPlan = (wording: Wording, adopted: Day, who: string): string =>
  wording.choose(`plan of ${who}`, [
    `The sales reported in this Form 4 were effected under a Rule 10b5-1 trading plan adopted by the reporting person on ${longDate(adopted)}.`,
    `This transaction was made pursuant to a 10b5-1 plan that the Reporting Person entered into on ${longDate(adopted)}.`,
    `Sold under a trading plan intended to satisfy the affirmative defense conditions of Rule 10b5-1(c), adopted ${longDate(adopted)}.`,
    `Executed in accordance with a written plan under Rule 10b5-1 dated ${longDate(adopted)}.`,
  ]);

export const planUndated = "These shares were sold pursuant to a pre-approved 10b5-1 plan.";

export const notUnderPlan = "This sale was not made under a Rule 10b5-1 trading arrangement.";

export const planEnded = (adopted: Day, ended: Day): string =>
  `The 10b5-1 plan adopted on ${longDate(adopted)} was terminated on ${longDate(ended)}, after the trades reported here.`;

export const deemedDateNote =
  "The broker carried out the plan's instruction without notice on the trade date; the date of deemed execution is that on which the reporting person was told.";
