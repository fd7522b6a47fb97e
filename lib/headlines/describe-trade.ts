import type { TradeReading } from "@/lib/record/derived-filing";
import { daysBetween } from "@/lib/values/calendar-day";

const PURPOSES = { exercise_price: "the exercise price", tax: "taxes" } as const;

/** "to cover the exercise price and taxes"; null if the notes do not say. */
export const describeCovers = (covers: TradeReading["covers"]): string | null =>
  covers.length === 0 ? null : `to cover ${covers.map((purpose) => PURPOSES[purpose]).join(" and ")}`;

/** Days from the adoption of a plan to a trade under it; null if no note dates the plan, or dates it after the trade. */
export function planDays(adoptedOn: string | null, tradedOn: string | null): number | null {
  const days = daysBetween(adoptedOn, tradedOn?.slice(0, 10) ?? null);
  return days === null || days < 0 ? null : days;
}
