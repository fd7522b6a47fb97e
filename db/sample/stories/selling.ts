import { addBusinessDays, addMonths, type Day, dayText, yearOf } from "@/db/sample/calendar";
import { cell } from "@/db/sample/filing";
import { deemedDateNote, notUnderPlan, planEnded, planUndated, soldUnderPlan } from "@/db/sample/notes/plan-notes";
import type { Seat } from "@/db/sample/seat";
import { PLAN_BOX_DAY } from "@/db/sample/span";
import type { Stage } from "@/db/sample/stage";
import { marketTrade } from "@/db/sample/stories/market-trades";
import { bestGrant, exercise } from "@/db/sample/stories/option-exercises";
import { type TenThousandths, toNumber, whole, wholePart } from "@/db/sample/ten-thousandths";

/** Round lots look like decisions; the odd ones like what was left. */
export function roundedShares(amount: TenThousandths): TenThousandths {
  const shares = toNumber(amount);
  if (shares < 200) return whole(Math.floor(shares));
  const step = shares > 20_000 ? 1000 : shares > 2000 ? 500 : 100;
  return whole(Math.floor(shares / step) * step);
}

/** Now and then a sale of a part of what is held, on days after quarterly results. */
export function planOccasionalSales(stage: Stage, seat: Seat, perYear: number): void {
  for (let month = 0; month < 96; month += 1) {
    if (!stage.random.chance(perYear / 12)) continue;
    const on = addMonths(stage.issuer.from, month) + stage.random.int(1, 25);
    if (on <= seat.joined + 150) continue;
    stage.atSeat(seat, on, () => {
      const best = stage.random.chance(0.5) ? bestGrant(stage, seat) : null;
      if (best) {
        const amount = roundedShares(wholePart(best.amount, stage.random.between(0.3, 1)));
        if (amount > 0)
          exercise(stage, seat, best.grant, amount, { shares: stage.random.pick(["sold", "sold", "kept"]) });
        return;
      }
      const amount = roundedShares(wholePart(seat.direct.balance, stage.random.between(0.04, 0.22)));
      if (amount < whole(50)) return;
      const codeNotes = stage.random.chance(0.12) ? [notUnderPlan] : [];
      stage.desk.report(seat, marketTrade(stage, seat.direct, { code: "S", amount, codeNotes }), []);
    });
  }
}

type Plan = { adopted: Day; first: Day; every: number; times: number; part: number };

/** A year's trading plan, and often another when it is done. */
export function planPlanSales(stage: Stage, seat: Seat, from: Day, again = 0.8, monthly: number | null = null): void {
  const adopted = from + stage.random.int(20, 200);
  // Since 2023 an officer waits at least 90 days between adopting a plan and trading under it.
  const wait = adopted > PLAN_BOX_DAY ? stage.random.int(92, 125) : stage.random.int(31, 90);
  const every = stage.random.pick([1, 1, 3, 3, 3]);
  const plan: Plan = {
    adopted,
    first: adopted + wait,
    every,
    times: Math.ceil(12 / every),
    part: (monthly ?? stage.random.between(0.02, 0.06)) * every,
  };
  if (plan.first > stage.issuer.until) return;
  playPlan(stage, seat, plan);
  if (stage.random.chance(again)) {
    planPlanSales(stage, seat, addMonths(plan.first, every * plan.times), again, monthly);
  }
}

function playPlan(stage: Stage, seat: Seat, plan: Plan): void {
  const sized = { amount: 0 };
  for (let count = 0; count < plan.times; count++) {
    stage.atSeat(seat, addMonths(plan.first, plan.every * count), () => {
      if (sized.amount === 0) sized.amount = planSize(stage, seat, plan);
      const notes = [planNote(stage, seat, plan, count)];
      const best = bestGrant(stage, seat);
      if (best) {
        exercise(stage, seat, best.grant, Math.min(sized.amount, best.amount), {
          shares: "sold",
          notes,
          underPlan: true,
        });
      } else if (seat.direct.balance > sized.amount * 1.2 && sized.amount > 0) {
        sellUnderPlan(stage, seat, sized.amount, notes);
      }
    });
  }
}

/** In one day, or in two that one form reports together. */
function sellUnderPlan(stage: Stage, seat: Seat, amount: TenThousandths, codeNotes: string[]): void {
  const sell = (part: TenThousandths) => {
    // The box speaks for the whole form, and is sometimes forgotten.
    const underPlan = !stage.random.chance(0.04);
    const nextDay = dayText(addBusinessDays(stage.today, 1));
    const deemedDate = stage.random.chance(0.03) ? cell(nextDay, deemedDateNote) : undefined;
    const rows = marketTrade(stage, seat.direct, { code: "S", amount: part, codeNotes, deemedDate });
    stage.desk.report(seat, rows, [], { underPlan });
  };
  const first = stage.random.chance(0.3) ? roundedShares(wholePart(amount, 0.6)) : amount;
  sell(first);
  if (first < amount) stage.atSeat(seat, addBusinessDays(stage.today, 1), () => sell(amount - first));
}

/** The amount is set once for the whole plan. */
function planSize(stage: Stage, seat: Seat, plan: Plan): TenThousandths {
  const basis = Math.max(seat.direct.balance, bestGrant(stage, seat)?.amount ?? 0);
  return roundedShares(wholePart(basis, plan.part));
}

function planNote(stage: Stage, seat: Seat, plan: Plan, count: number): string {
  const { cik } = seat.member.insider;
  if (count === plan.times - 1 && stage.random.chance(0.06)) return planEnded(plan.adopted, stage.today);
  // Before the box of 2023 many notes did not date the plan.
  if (
    plan.adopted < PLAN_BOX_DAY &&
    stage.wording.choose(`plan date ${cik} ${yearOf(plan.adopted)}`, [true, false, false])
  ) {
    return planUndated;
  }
  return soldUnderPlan(stage.wording, plan.adopted, cik);
}
