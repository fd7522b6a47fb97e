import { newYorkDate } from "@/lib/values/dates";
import { isDatedOrder } from "./ordered-at";

/** The calendar date that a filing is sorted by; null if the filing gives no date. */
export const orderDay = (orderedAt: string): string | null => (isDatedOrder(orderedAt) ? newYorkDate(orderedAt) : null);
