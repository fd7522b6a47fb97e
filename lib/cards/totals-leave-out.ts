import { sumsLeaveOut } from "@/lib/headlines/sums-leave-out";
import type { TradeSums } from "@/lib/series/trade-sums";
import type { LeftOut } from "@/lib/views/lists";

/** That sums are not complete, where there is no room for why. The page says it. */
export const totalsLeaveOut = ({ sums, leftOut }: { sums: TradeSums; leftOut: LeftOut }): string =>
  sumsLeaveOut(sums).length > 0 || leftOut.implausible.countAtLeast > 0 ? " Totals leave out some trades." : "";
