import type { Coverage } from "@/lib/coverage/coverage";
import { daysBefore } from "@/lib/values/days-before";
import { printQuarter, quarterOf } from "@/lib/values/quarter";

/** Trades are due two business days later, and weekends, holidays and a late day may lie between. */
const FILED_WITHIN = 7;

/** Whether every day is complete on which trades of these days were due to be filed. Later reports can never be excluded. */
export function areDaysStored(coverage: Coverage | null, from: string, to: string, today: string): boolean {
  const last = daysBefore(to, -FILED_WITHIN);
  if (coverage === null || last >= today) return false;
  const nameOf = (day: string) => printQuarter(quarterOf(day));
  const { days, quarters } = coverage;
  const [firstDay] = days;
  if (firstDay && from >= firstDay.day)
    return days.every(({ day, state }) => day < from || day > last || state === "complete" || state === "closed");
  const asked = quarters.filter(({ quarter }) => quarter >= nameOf(from) && quarter <= nameOf(last));
  const isFromTheBeginning = asked[0]?.quarter === nameOf(from);
  return isFromTheBeginning && asked.every(({ state }) => state === "complete");
}
