import { dayNumber } from "@/lib/values/calendar-day";
import { pattern } from "@/lib/values/pattern";
import { ALL, placesOf } from "./places-of";
import { type Words, wordsAt } from "./words";

/** A date as a note writes it, and its value: `YYYY-MM-DD`, or `YYYY-MM` if months are asked for too. */
export type WrittenDate = { date: string } & Words;

/** The name of a month, or its abbreviation. */
export const MONTH = pattern()`
  jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july? | aug(?:ust)? | sept?(?:ember)? |
  oct(?:ober)? | nov(?:ember)? | dec(?:ember)?
`;
const month = pattern()`(${MONTH})\.?`;
const day = pattern()`(\d{1,2}) (?:st|nd|rd|th)?`;

/** "September 19, 2011"; "19 September 2011" or 19-Sep-2011; 9/19/2011 or 9/19/11; 9-19-2011, 9.19.2011 or 9-19-11; 2011-09-19. */
const written = pattern("gi")`
  \b${month}[\s-]*${day}\s*[,-]?\s*(\d{4})\b | \b${day}(?:\s+(?:(?:day\s+)?of\s+)?|-)${month}(?:,?\s+|-)(\d{4})\b |
  (?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?![\d/]) |
  (?<![\d.-])(\d{1,2})[.-](\d{1,2})[.-](\d{4})(?![\d-]|\.\d) |
  (?<![\d.$/-])(\d{1,2})-(\d{1,2})-(\d{2})(?![\d-]|[.,/]\d|\s*%) | (?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])
`;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const monthNumber = (name: string | undefined) => String(MONTHS.indexOf(name?.slice(0, 3).toLowerCase() ?? "") + 1);

/** A two-digit year is read as one from 1970 to 2069. */
const fullYear = (year: string | undefined) => (year?.length === 2 ? `${year < "70" ? "20" : "19"}${year}` : year);

/** All complete dates in a text. Numbers are read as month/day/year. An impossible day is not a date. */
export function writtenDates(text: string): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (const match of placesOf(text, written, ALL)) {
    const [, m1, d1, y1, d2, m2, y2, m3, d3, y3, m4, d4, y4, m6, d6, y6, y5, m5, d5] = match;
    const [year, monthOfYear, dayOfMonth] = m1
      ? [y1, monthNumber(m1), d1]
      : m2
        ? [y2, monthNumber(m2), d2]
        : [fullYear(y3 ?? y6) ?? y4 ?? y5, m3 ?? m4 ?? m6 ?? m5, d3 ?? d4 ?? d6 ?? d5];
    const date = `${year}-${monthOfYear?.padStart(2, "0")}-${dayOfMonth?.padStart(2, "0")}`;
    if (Number(monthOfYear) > MONTHS.length || dayNumber(date) === null) continue;
    dates.push({ date, ...wordsAt(text, match.index, match.index + match[0].length) });
  }
  return dates;
}

const monthAlone = pattern("gi")`
  \b${month}(?:\s*,\s*|\s+of\s+|\s+|(?<=\.))(\d{4}|['’]\d\d)\b | (?<![\d/])(\d{1,2})/((?:19|20)\d{2})(?![\d/]|\w)
`;

/** All dates in a text, including those with only a month and a year: "May 2023"; 5/2023. */
export function writtenDatesAndMonths(text: string): WrittenDate[] {
  const dates = writtenDates(text);
  for (const match of placesOf(text, monthAlone, ALL)) {
    const words = wordsAt(text, match.index, match.index + match[0].length);
    const monthOfYear = match[1] ? monthNumber(match[1]) : match[3];
    const date = `${fullYear((match[2] ?? match[4])?.replace(/['’]/, ""))}-${monthOfYear?.padStart(2, "0")}`;
    if (Number(monthOfYear) > MONTHS.length || dayNumber(`${date}-01`) === null) continue;
    if (dates.some(({ start, end }) => words.start < end && start < words.end)) continue;
    dates.push({ date, ...words });
  }
  return dates.sort((a, b) => a.start - b.start);
}
