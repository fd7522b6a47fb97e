import type { Coverage } from "@/lib/coverage/coverage";
import { daysBefore } from "@/lib/values/days-before";

/** Trades are due two business days later, and weekends, holidays and a late day may lie between. */
const FILED_WITHIN = 7;

/** Whether every day is complete on which trades of these days were due to be filed. Later reports can never be excluded. */
export function areDaysHeld(coverage: Coverage | null, from: string, to: string, today: string): boolean {
  const last = daysBefore(to, -FILED_WITHIN);
  if (coverage === null || last >= today) return false;
  const quarterOf = (day: string) => `${day.slice(0, 4)}q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const { days, quarters } = coverage;
  const [firstDay] = days;
  if (firstDay && from >= firstDay.day)
    return days.every(({ day, state }) => day < from || day > last || state === "complete" || state === "closed");
  const asked = quarters.filter(({ quarter }) => quarter >= quarterOf(from) && quarter <= quarterOf(last));
  const isFromTheBeginning = asked[0]?.quarter === quarterOf(from);
  return isFromTheBeginning && asked.every(({ state }) => state === "complete");
}
