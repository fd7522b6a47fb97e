const millisecondsInDay = 86_400_000;

/** Days since 1970-01-01 of a calendar date, to place it on an axis; `null` for text that is no date. */
export const dayNumber = (date: string | null): number | null => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? "") ?? [];
  if (!year || !month || !day) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // A day that its month does not have (February 30) would slide into the next.
  return new Date(time).getUTCDate() === Number(day) ? time / millisecondsInDay : null;
};

/** The calendar date of a day number. */
export const calendarDate = (day: number): string => new Date(day * millisecondsInDay).toISOString().slice(0, 10);

/** True from Monday to Friday. Day 0 was a Thursday. */
export const isWeekday = (day: number): boolean => (((day + 3) % 7) + 7) % 7 < 5;
