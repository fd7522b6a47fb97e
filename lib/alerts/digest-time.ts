import { daysBefore } from "@/lib/values/days-before";
import { newYorkClock, newYorkInstant } from "@/lib/values/new-york-time";

export type Rate = "immediate" | "daily" | "weekly";

/** Digests are made at this time in New York, weekly ones on Monday. */
const TIME = "07:00:00";
const MONDAY = 1;
