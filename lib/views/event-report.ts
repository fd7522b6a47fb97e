import type { Tie } from "@/lib/events/tie";
import type { FilingRef } from "@/lib/record/filing-ref";

/** Another filing's report of the trade that a row reports. */
export type EventReport = {
  filing: FilingRef;
  /** Its owners as filed. */
  names: string[];
  /** Its row; null where that is not known. */
  row: string | null;
  isCounted: boolean;
  /** What ties the two; null where they are only tied through others. */
  tie: Tie | null;
};
