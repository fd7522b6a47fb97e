import { earlierOf } from "@/lib/values/compare-text";
import { daysBefore } from "@/lib/values/days-before";
import { printQuarter, quarterOf } from "@/lib/values/quarter";
import type { Coverage, CoveredDay } from "./coverage";

/** Trades are due two business days later, and weekends, holidays and a late day may lie between. */
const FILED_WITHIN = 7;

/** Whether every day is complete on which trades of these days were due to be filed. Later reports can never be excluded. */
export const areTradeDaysStored = (coverage: Coverage | null, from: string, to: string, today: string): boolean =>
  areDaysStored(coverage, from, daysBefore(to, -FILED_WITHIN), today);

/** Whether every filing with a filing date on these days is in the record. Today is not over. */
export function areDaysStored(coverage: Coverage | null, from: string, to: string, today: string): boolean {
  if (coverage === null || to >= today) return false;
  const { days, quarters } = coverage;
  const [firstDay] = days;
  if (!days.every((day) => day.day < from || day.day > to || isStored(day))) return false;
  if (firstDay && from >= firstDay.day) return true;
  // Older days are known only by their quarters.
  const last = firstDay ? earlierOf(to, daysBefore(firstDay.day, 1)) : to;
  const asked = quarters.filter(({ quarter }) => quarter >= nameOf(from) && quarter <= nameOf(last));
  const isFromTheBeginning = asked[0]?.quarter === nameOf(from);
  return isFromTheBeginning && asked.every(({ state }) => state === "complete");
}

const nameOf = (day: string) => printQuarter(quarterOf(day));

const isStored = ({ state }: CoveredDay) => state === "complete" || state === "closed";
