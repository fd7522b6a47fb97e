import { newYorkDate } from "@/lib/values/dates";
import { isDatedOrder } from "./ordered-at";

/** The calendar date that a filing's place in the order goes by; null where nothing on it gives a date. */
export const orderDay = (orderedAt: string): string | null => (isDatedOrder(orderedAt) ? newYorkDate(orderedAt) : null);
