/** Days since 1970-01-01. */
export type Day = number;

const DAY_MS = 86_400_000;

export const day = (text: string): Day => Date.parse(`${text}T00:00:00Z`) / DAY_MS;

const texts = new Map<Day, string>();

export function dayText(d: Day): string {
  const known = texts.get(d);
  if (known) return known;
  const text = new Date(d * DAY_MS).toISOString().slice(0, 10);
  texts.set(d, text);
  return text;
}

export const yearOf = (d: Day): number => new Date(d * DAY_MS).getUTCFullYear();

export const date = (year: number, month: number, dayOfMonth: number): Day =>
  Date.UTC(year, month - 1, dayOfMonth) / DAY_MS;

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** As notes write it: `September 19, 2011`. */
export function longDate(d: Day): string {
  const at = new Date(d * DAY_MS);
  return `${MONTHS[at.getUTCMonth()]} ${at.getUTCDate()}, ${at.getUTCFullYear()}`;
}

export const addYears = (d: Day, years: number): Day => addMonths(d, 12 * years);

export function addMonths(d: Day, months: number): Day {
  const at = new Date(d * DAY_MS);
  const month = at.getUTCFullYear() * 12 + at.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return date(Math.floor(month / 12), (month % 12) + 1, Math.min(at.getUTCDate(), lastOfMonth));
}

/** 0 is Sunday. */
const weekday = (d: Day) => (((d + 4) % 7) + 7) % 7;

const nthWeekday = (year: number, month: number, wanted: number, nth: number): Day => {
  const first = date(year, month, 1);
  return first + ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1);
};

const observed = (d: Day): Day => (weekday(d) === 6 ? d - 1 : weekday(d) === 0 ? d + 1 : d);

function federalHolidays(year: number): Day[] {
  return [
    observed(date(year, 1, 1)),
    nthWeekday(year, 1, 1, 3),
    nthWeekday(year, 2, 1, 3),
    nthWeekday(year, 5, 1, 5) > date(year, 5, 31) ? nthWeekday(year, 5, 1, 4) : nthWeekday(year, 5, 1, 5),
    ...(year >= 2021 ? [observed(date(year, 6, 19))] : []),
    observed(date(year, 7, 4)),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 10, 1, 2),
    observed(date(year, 11, 11)),
    nthWeekday(year, 11, 4, 4),
    observed(date(year, 12, 25)),
  ];
}

/** Days of the sample on which EDGAR was closed though no holiday rule says so. */
const CLOSURES = ["2018-12-05", "2019-12-24", "2020-12-24", "2021-06-18", "2025-01-09"];

const closed = new Set([
  ...Array.from({ length: 12 }, (_, index) => federalHolidays(2017 + index)).flat(),
  ...CLOSURES.map(day),
]);

export const isBusinessDay = (d: Day) => weekday(d) !== 0 && weekday(d) !== 6 && !closed.has(d);

/** The day itself, or the next business day. */
export function onOrAfter(d: Day): Day {
  let at = d;
  while (!isBusinessDay(at)) at += 1;
  return at;
}

export function addBusinessDays(d: Day, count: number): Day {
  let at = d;
  for (let left = count; left > 0; left--) at = onOrAfter(at + 1);
  return at;
}
