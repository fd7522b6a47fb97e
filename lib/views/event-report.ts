import type { Link } from "@/lib/events/link";
import type { FilingRef } from "@/lib/record/filing-ref";

/** Another filing's report of the trade in a row. */
export type EventReport = {
  filing: FilingRef;
  /** Its owners as filed. */
  names: string[];
  /** Its row; null if unknown. */
  row: string | null;
  isCounted: boolean;
  /** What links the two; null if they are linked only through other filings. */
  link: Link | null;
};
