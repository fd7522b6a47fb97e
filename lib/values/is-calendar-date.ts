/** The first complete year of the Gregorian calendar, and the last four-digit year whose days can all be followed by others. */
export const [FIRST_YEAR, LAST_YEAR] = [1583, 9998] as const;

/** Whether `YYYY-MM-DD` is a day of the Gregorian calendar. A year such as 0025 or 9999 is a typing error, not a date. */
export function isCalendarDate(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR) || month < 1 || month > 12 || date < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return date <= (lengths[month - 1] ?? 0);
}
