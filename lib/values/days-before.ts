import { calendarDate, dayNumber } from "./calendar-day";

/** The calendar date so many days before another. Text that is no date is given back as it is. */
export function daysBefore(date: string, days: number): string {
  const day = dayNumber(date);
  return day === null ? date : calendarDate(day - days);
}
