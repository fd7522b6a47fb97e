import { calendarDate } from "./calendar-day";
import { isCalendarDate } from "./is-calendar-date";

const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const LAST_DAY = dayOf("9999-12-31");

/**
 * The calendar date a number of days before another, also of years that charts do not show; 9999-12-31 at the latest. Text that is
 * not a date is returned unchanged.
 */
export function daysBefore(date: string, days: number): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isCalendarDate(date)) return date;
  return calendarDate(Math.min(dayOf(date) - days, LAST_DAY));
}
