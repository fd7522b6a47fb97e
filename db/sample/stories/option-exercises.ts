import type { Row } from "@/db/sample/filing";
import { priceCell, transactionRow } from "@/db/sample/rows";
import type { OptionGrant, Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { marketTrade } from "@/db/sample/stories/market-trades";
import { type TenThousandths, wholePart } from "@/db/sample/ten-thousandths";

/** What can be exercised of a grant today: vested and not yet exercised. */
function exercisable(stage: Stage, grant: OptionGrant): TenThousandths {
  const unvested = grant.steps.filter((step) => step.on > stage.today).reduce((sum, step) => sum + step.amount, 0);
  return Math.max(0, grant.position.balance - unvested);
}

/** The oldest grant worth exercising, and how much of it there is. */
export function bestGrant(stage: Stage, seat: Seat): { grant: OptionGrant; amount: TenThousandths } | null {
  for (const grant of seat.options) {
    const amount = exercisable(stage, grant);
    if (amount > 0 && grant.price < stage.price * 0.9 && grant.expires > stage.today) return { grant, amount };
  }
  return null;
}

export type Manner = {
  /** What becomes of the shares on the same day: kept, sold, or partly withheld by the issuer for price and tax. */
  shares: "kept" | "sold" | "withheld";
  notes?: readonly string[];
  underPlan?: boolean;
};

const netExercise =
  "Shares withheld by the Issuer in payment of the exercise price and of taxes due on the exercise; none were sold in the market.";

/** Exercises an option: shares come into Table I, the option leaves Table II, and the sale follows on the same day. */
export function exercise(stage: Stage, seat: Seat, grant: OptionGrant, amount: TenThousandths, manner: Manner): void {
  const { notes = [], shares, underPlan } = manner;
  const strike = priceCell(stage.style, grant.price);
  const common = { on: stage.today, code: "M", amount, codeNotes: notes } as const;
  const tableI: Row[] = [transactionRow(seat.direct, { ...common, letter: "A", price: strike }, stage.style)];
  if (shares === "sold") tableI.push(...marketTrade(stage, seat.direct, { code: "S", amount, codeNotes: notes }));
  if (shares === "withheld") {
    const kept = wholePart(amount, Math.min(0.9, grant.price / stage.price + 0.4 * (1 - grant.price / stage.price)));
    const price = priceCell(stage.style, stage.price);
    const trade = { on: stage.today, code: "F", letter: "D", amount: kept, price, amountNotes: [netExercise] } as const;
    tableI.push(transactionRow(seat.direct, trade, stage.style));
  }
  const tableII = [
    transactionRow(grant.position, { ...common, letter: "D", price: priceCell(stage.style, 0) }, stage.style),
  ];
  stage.desk.report(seat, tableI, tableII, { underPlan });
}

/** Options are not left to lapse: they are exercised in the months before they expire. */
export function planLastExercise(stage: Stage, seat: Seat, grant: OptionGrant): void {
  stage.atSeat(seat, grant.expires - stage.random.int(20, 150), () => {
    const amount = exercisable(stage, grant);
    if (amount > 0 && grant.price < stage.price * 0.9) {
      exercise(stage, seat, grant, amount, { shares: stage.random.pick(["sold", "sold", "withheld", "kept"]) });
    }
  });
}
