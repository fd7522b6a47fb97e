import { addMonths, date, onOrAfter } from "@/db/sample/calendar";
import { has } from "@/db/sample/issuer";
import { purchasePlan, reinvestment } from "@/db/sample/notes/gap-notes";
import { changeOfForm, retirementPlan } from "@/db/sample/notes/ownership-notes";
import { Position } from "@/db/sample/position";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { groupedText, share, whole, wholePart } from "@/db/sample/ten-thousandths";

const people = (stage: Stage) =>
  stage.seats.filter((seat) => seat.isActive && seat.members.length === 1 && !seat.member.insider.isEntity);

/** Shares that come in without a row of their own: the next balance jumps, and mostly a note says why. */
export function planQuietGains(stage: Stage): void {
  if (has(stage.issuer, "stock purchase plan")) twiceAYear(stage, [5, 11], () => buyThroughPlan(stage));
  if (has(stage.issuer, "reinvests dividends")) fourTimesAYear(stage, () => reinvest(stage));
  if (has(stage.issuer, "retirement plan")) startRetirementPlans(stage);
  planChangesOfForm(stage);
  planUnexplained(stage);
}

function twiceAYear(stage: Stage, months: number[], act: () => void): void {
  for (let year = 2018; year <= 2026; year++)
    for (const month of months) stage.at(onOrAfter(date(year, month, 28)), act);
}

function fourTimesAYear(stage: Stage, act: () => void): void {
  for (let quarter = 0; quarter < 32; quarter++)
    stage.at(onOrAfter(addMonths(stage.issuer.from, 3 * quarter) + 14), act);
}

function buyThroughPlan(stage: Stage): void {
  for (const seat of people(stage)) {
    if (seat.role.officerTitle === null || stage.random.chance(0.5)) continue;
    const amount = whole(Math.max(10, Math.round((stage.random.int(4000, 12_500) * 10_000) / stage.price)));
    seat.direct.changeWithoutRow(amount, "stock purchase plan", purchasePlan(stage.wording, amount, stage.today));
  }
}

/** A quarter's dividend buys fractions of a share. */
function reinvest(stage: Stage): void {
  for (const seat of people(stage)) {
    const yield_ = 0.0055 + stage.random.next() * 0.004;
    for (const line of seat.lines) {
      if (line.balance === 0) continue;
      line.changeWithoutRow(share(line.balance, yield_), "dividend reinvestment", reinvestment(stage.wording));
    }
  }
}

function startRetirementPlans(stage: Stage): void {
  for (const seat of people(stage)) {
    if (seat.role.officerTitle === null) continue;
    const position = new Position({
      title: stage.issuer.profile.title,
      nature: stage.wording.choose("401(k)", ["By 401(k) Plan", "By 401(k)", "401(k) Plan", "By Savings Plan"]),
      balance: whole(stage.random.int(200, 3000)) + stage.random.int(0, 9999),
    });
    seat.addLine(position);
    fourTimesAYear(stage, () => {
      const amount = stage.random.int(40_000, 900_000);
      position.changeWithoutRow(amount, "retirement plan", retirementPlan);
    });
  }
}

/** Shares move into an annuity trust without a sale or a gift: exempt, so told by a note alone. */
function planChangesOfForm(stage: Stage): void {
  for (const seat of people(stage)) {
    if (!stage.random.chance(0.05)) continue;
    stage.atSeat(seat, stage.today + stage.random.int(300, 2400), () => {
      const amount = wholePart(seat.direct.balance, 0.3);
      if (amount < whole(500)) return;
      const vehicle = "a grantor retained annuity trust";
      const note = changeOfForm(groupedText(amount), vehicle);
      seat.direct.changeWithoutRow(-amount, "change of form", note);
      seat.addLine(
        new Position({ title: stage.issuer.profile.title, nature: "By GRAT", natureNotes: [note], balance: amount }),
      );
    });
  }
}

/** A few balances simply do not agree, as in real filings. */
function planUnexplained(stage: Stage): void {
  const seats: Seat[] = people(stage);
  for (const seat of stage.random.sample(seats, stage.random.chance(0.35) ? 1 : 0)) {
    stage.atSeat(seat, stage.today + stage.random.int(200, 2500), () => {
      const amount = whole(stage.random.pick([10, 63, 100, 250, 500, 1000, 1204]));
      seat.direct.changeWithoutRow(
        stage.random.chance(0.3) && seat.direct.balance > amount ? -amount : amount,
        "unexplained",
      );
    });
  }
}
