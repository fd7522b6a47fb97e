import type { AlertRate } from "@/lib/alerts/alert";
import { dayNumber, isMonday } from "@/lib/values/calendar-day";
import { daysBefore } from "@/lib/values/days-before";
import { newYorkClock, newYorkInstant } from "@/lib/values/new-york-time";

/** When digests are made, in New York; weekly ones on Monday. */
const TIME = "07:00:00";

/** The last time, up to `now`, at which a digest was due, in milliseconds. A digest has what was found before it. */
export function lastDigestAt(rate: Exclude<AlertRate, "immediate">, now: number): number {
  const { day: today } = newYorkClock(now);
  const days = rate === "daily" ? [0, 1] : [0, 1, 2, 3, 4, 5, 6, 7];
  for (const back of days) {
    const day = daysBefore(today, back);
    const due = Date.parse(newYorkInstant(day, TIME) ?? "");
    if (due <= now && (rate === "daily" || isMonday(dayNumber(day) ?? 0))) return due;
  }
  throw new Error(`No ${rate} digest in the week before ${new Date(now).toISOString()}.`);
}
