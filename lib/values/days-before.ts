import { calendarDate, dayNumber } from "./calendar-day";

/** The calendar date a number of days before another. Text that is not a date is returned unchanged. */
export function daysBefore(date: string, days: number): string {
  const day = dayNumber(date);
  return day === null ? date : calendarDate(day - days);
}
