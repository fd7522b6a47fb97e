import { isCalendarDate } from "@/lib/values/is-calendar-date";

const WALL_CLOCK = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/New_York",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** The UTC instant of a day and time in New York (`2022-05-06`, `18:30:57`), or null if they do not exist. */
export function newYorkInstant(day: string, time: string): string | null {
  // Outside these years, the clock below does not print four digits.
  if (!isCalendarDate(day)) return null;
  const wall = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(wall)) return null;
  // Done twice, because the first guess may be on the other side of a clock change.
  const guess = wall - offsetAt(wall);
  return new Date(wall - offsetAt(guess)).toISOString();
}

/** The day and time in New York at an instant in milliseconds: `2022-05-06`, `18:30:57`. */
export function newYorkClock(instant: number): { day: string; time: string } {
  const parts = Object.fromEntries(WALL_CLOCK.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}:${parts.second}` };
}

/** New York's offset from UTC at an instant, in milliseconds. It is negative. */
function offsetAt(instant: number): number {
  const { day, time } = newYorkClock(instant);
  return Date.parse(`${day}T${time}Z`) - instant;
}
