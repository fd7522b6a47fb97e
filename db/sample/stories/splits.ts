import { type Cell, cell } from "@/db/sample/filing";
import { type Split, splitsOf } from "@/db/sample/issuer";
import { reverseSplitAdjusted, splitAdjusted } from "@/db/sample/notes/gap-notes";
import { Position } from "@/db/sample/position";
import type { OptionGrant, Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { decimalText, type TenThousandths, toNumber, whole } from "@/db/sample/ten-thousandths";

const times = (amount: TenThousandths, factor: number) => whole(Math.floor(toNumber(amount) * factor));

/** On the day of a split every balance changes, and no row says so; the next balance has a note. */
export function planSplits(stage: Stage): void {
  for (const split of splitsOf(stage.issuer)) {
    stage.schedule.inTheMorning(split.on, () => {
      for (const seat of stage.seats) splitSeat(seat, split);
    });
  }
}

function splitSeat(seat: Seat, split: Split): void {
  const note = split.factor > 1 ? splitAdjusted(split.ratio, split.on) : reverseSplitAdjusted(split.ratio, split.on);
  const rescale = (line: Position, balance: TenThousandths) =>
    line.changeWithoutRow(balance - line.balance, "split", note);
  for (const line of [...seat.lines, ...seat.derivatives]) rescale(line, times(line.balance, split.factor));
  const unvested = new Map<Position, TenThousandths>();
  for (const award of seat.awards) {
    for (const step of award.steps) if (step.on >= split.on) step.amount = times(step.amount, split.factor);
    if (!award.units) continue;
    const left = award.steps.filter((step) => step.on >= split.on).reduce((sum, step) => sum + step.amount, 0);
    unvested.set(award.units, (unvested.get(award.units) ?? 0) + left);
  }
  for (const [units, left] of unvested) if (units.balance > 0) rescale(units, left);
  for (const grant of seat.options) splitOption(grant, split, note);
}

/** An option is another security after the split: another number of shares at another price. */
function splitOption(grant: OptionGrant, { factor }: Split, note: string): void {
  const { terms, title, balance } = grant.position;
  if (!terms) return;
  grant.price = Math.round(grant.price / factor / 100) * 100;
  const exercisePrice: Cell = cell(decimalText(grant.price), note);
  grant.position = new Position({ title, terms: { ...terms, exercisePrice }, balance: times(balance, factor) });
  for (const step of grant.steps) step.amount = times(step.amount, factor);
}
