import { calendarDate, dayNumber, isWeekday } from "./calendar-day";

/** Weekdays from one calendar date to another, both included. EDGAR accepts no filings at weekends. */
export function weekdaysBetween(from: string, to: string): string[] {
  const first = dayNumber(from);
  const end = dayNumber(to);
  const days: string[] = [];
  if (first === null || end === null) return days;
  for (let day = first; day <= end; day++) if (isWeekday(day)) days.push(calendarDate(day));
  return days;
}
