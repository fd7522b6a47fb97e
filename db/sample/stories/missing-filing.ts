import type { Stage } from "@/db/sample/stage";
import { roundedShares } from "@/db/sample/stories/selling";
import { whole, wholePart } from "@/db/sample/ten-thousandths";

/** A sale that was never reported: only the next balance shows it. */
export function planMissingFiling(stage: Stage): void {
  const seat = stage.random.pick(stage.seats.filter((held) => held.members.length === 1));
  stage.atSeat(seat, stage.today + stage.random.int(200, 2000), () => {
    const amount = roundedShares(wholePart(seat.direct.balance, 0.08));
    if (amount >= whole(100)) seat.direct.changeWithoutRow(-amount, "missing filing");
  });
}
