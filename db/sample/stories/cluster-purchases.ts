import { addBusinessDays } from "@/db/sample/calendar";
import type { Stage } from "@/db/sample/stage";
import { marketTrade } from "@/db/sample/stories/market-trades";
import { roundedShares } from "@/db/sample/stories/selling";
import { whole } from "@/db/sample/ten-thousandths";

/** After the worst fall, several insiders buy within a few days of one another. */
export function planClusterPurchases(stage: Stage): void {
  const { from, until } = stage.issuer;
  const fell = stage.prices.worstFall(Math.max(from, from + 30), until - 60);
  stage.at(addBusinessDays(fell, stage.random.int(2, 6)), () => {
    const seats = stage.seats.filter((seat) => seat.isActive && seat.members.length === 1);
    for (const seat of stage.random.sample(seats, stage.random.int(3, 6))) {
      const days = stage.random.sample([0, 1, 2, 3, 4, 6, 7, 9], stage.random.int(1, 3)).sort((a, b) => a - b);
      const budget = stage.random.pick([15_000, 25_000, 50_000, 100_000, 250_000, 500_000]);
      for (const wait of days) {
        stage.atSeat(seat, addBusinessDays(stage.today, wait), () => {
          const amount = roundedShares(whole(Math.max(100, Math.floor((budget * 10_000) / stage.price))));
          stage.desk.report(seat, marketTrade(stage, seat.direct, { code: "P", amount }), []);
        });
      }
    }
  });
}

/** A director or officer who now and then buys a little. */
export function planSmallPurchases(stage: Stage): void {
  for (const seat of stage.seats) {
    if (seat.members.length > 1 || !stage.random.chance(0.22)) continue;
    for (let count = stage.random.int(1, 4); count > 0; count--) {
      stage.atSeat(seat, stage.today + stage.random.int(30, 2600), () => {
        const amount = roundedShares(
          whole(Math.max(100, Math.floor((stage.random.int(5, 80) * 10_000_000) / stage.price))),
        );
        const ira = stage.random.chance(0.15) ? ["Purchased through an individual retirement account."] : [];
        stage.desk.report(seat, marketTrade(stage, seat.direct, { code: "P", amount, codeNotes: ira }), []);
      });
    }
  }
}
