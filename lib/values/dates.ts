import { MONTHS, SHORT_MONTHS } from "./months";
import { remembered } from "./remembered";

/** A calendar date as text, `YYYY-MM-DD`. It has no time zone, and must not get one on the way to the screen. */
type CalendarDate = string;

const months = { long: MONTHS, short: SHORT_MONTHS };

type MonthStyle = keyof typeof months;
type Parts = { year: string; month: string; day: string };

const split = (date: CalendarDate, style: MonthStyle): Parts | null => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = months[style][Number(month) - 1];
  return year && name ? { year, month: name, day: String(Number(day)) } : null;
};

/** "June 10, 2025", or "Jun 10, 2025" if there is little room. Text that is not a date is returned unchanged. */
export const formatDate = (date: CalendarDate | null, style: MonthStyle = "long"): string | null => {
  const parts = date === null ? null : split(date, style);
  return parts ? `${parts.month} ${parts.day}, ${parts.year}` : date;
};

/** `2025-04` or a date in it: "April 2025". */
export const formatMonth = (month: string, style: MonthStyle = "long"): string => {
  const parts = split(`${month.slice(0, 7)}-01`, style);
  return parts ? `${parts.month} ${parts.year}` : month;
};

/** "June 9–12, 2025", "June 9–July 2, 2025". A range with one open end is "since …" or "until …". */
export const formatDateRange = (
  from: CalendarDate | null,
  to: CalendarDate | null,
  style: MonthStyle = "long",
): string | null => {
  if (from === null || to === null) {
    if (from !== null) return `since ${formatDate(from, style)}`;
    return to === null ? null : `until ${formatDate(to, style)}`;
  }
  const first = split(from, style);
  const last = split(to, style);
  if (from === to || !first || !last) return from === to ? formatDate(from, style) : `${from} – ${to}`;
  if (first.year !== last.year) return `${formatDate(from, style)} – ${formatDate(to, style)}`;
  if (first.month !== last.month) return `${first.month} ${first.day}–${last.month} ${last.day}, ${last.year}`;
  return `${first.month} ${first.day}–${last.day}, ${last.year}`;
};

const newYork = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/New_York",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "numeric",
  minute: "2-digit",
  hour12: true,
});

/** An instant in time, or its ISO text with a zone (`2025-06-12T21:52:00Z`). */
type Instant = Date | string;

const clock = (instant: Instant) => {
  const parts = Object.fromEntries(newYork.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute} ${parts.dayPeriod?.toLowerCase()}`,
  };
};

const HOUR = 3_600_000;
/** From here on, New York differs from UTC by whole hours, so its day changes at a full hour. */
const STANDARD_TIME = Date.UTC(1883, 10, 19);

/** Reading a clock takes microseconds, and a page asks for the days of thousands of filings. */
const dateInHour = remembered((hour) => clock(new Date(Number(hour) * HOUR)).date);

/** The calendar date in New York, whose time EDGAR uses. */
export function newYorkDate(instant: Instant): CalendarDate {
  const at = new Date(instant).getTime();
  return at >= STANDARD_TIME ? dateInHour(String(Math.floor(at / HOUR))) : clock(instant).date;
}

/** "5:52 pm", New York time. */
export const formatTime = (instant: Instant): string => clock(instant).time;

/** "June 12, 2025, 5:52 pm ET". */
export const formatInstant = (instant: Instant): string => {
  const { date, time } = clock(instant);
  return `${formatDate(date)}, ${time} ET`;
};
