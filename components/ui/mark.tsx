import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";
import { markPath } from "@/lib/series/mark-path";

/** Radius of the circle that has the same area as every mark, in a box of 16 units. */
const radius = 4.6;

/** The mark of a code group, for chips and legends. Always put it beside its word. */
export const Mark = ({ group, fill, size = 14 }: { group: CodeGroup; fill: MarkFill; size?: number }) => (
  <svg className={`mark g-${group}`} viewBox="-8 -8 16 16" width={size} height={size} aria-hidden="true">
    <path className={`f-${fill}`} d={markPath(group, radius)} />
  </svg>
);
