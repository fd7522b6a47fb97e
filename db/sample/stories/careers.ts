import { addMonths, type Day, date, onOrAfter, yearOf } from "@/db/sample/calendar";
import { noteOnly } from "@/db/sample/filing";
import { has } from "@/db/sample/issuer";
import { directorAward, freeOfCharge } from "@/db/sample/notes/award-notes";
import { priceCell, transactionRow } from "@/db/sample/rows";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { planAwards } from "@/db/sample/stories/awards";
import { planGifts } from "@/db/sample/stories/gifts";
import { addSpouse, asDirector, asOfficer, emptySeat, fileForm3, openTrust, settle } from "@/db/sample/stories/joining";
import { leave } from "@/db/sample/stories/leaving";
import { planLastExercise } from "@/db/sample/stories/option-exercises";
import { type Rank, yearlyAward } from "@/db/sample/stories/pay";
import { planOccasionalSales, planPlanSales } from "@/db/sample/stories/selling";
import { toNumber, whole, wholePart } from "@/db/sample/ten-thousandths";

const CHIEF_TITLES = [
  "Chief Executive Officer",
  "President and CEO",
  "President & Chief Executive Officer",
  "Chairman, President & CEO",
];

/** Each list is a career: its titles follow one another. */
const LADDERS: readonly (readonly string[])[] = [
  ["Chief Financial Officer", "EVP and CFO", "President and CFO"],
  ["CFO and Treasurer", "EVP, CFO and Treasurer"],
  ["SVP, Operations", "EVP, Chief Operating Officer", "President and COO"],
  ["General Counsel", "General Counsel & Secretary", "Executive Vice President, Chief Legal Officer and Secretary"],
  ["Chief Technology Officer", "EVP, Products & Technology"],
  ["VP, Corporate Controller", "SVP, Chief Accounting Officer"],
  ["SVP, Human Resources", "Chief People Officer"],
  ["Chief Commercial Officer", "EVP, Global Sales"],
];

type Job = { ladder: readonly string[]; rank: Rank };

/** Fills all seats of a company on its first day, and plans who follows whom. */
export function planCareers(stage: Stage): void {
  const ladders = stage.random.sample(
    LADDERS.slice(2),
    { small: stage.random.int(0, 1), mid: 1, large: 2 }[stage.issuer.profile.size],
  );
  const jobs: Job[] = [
    { ladder: [stage.random.pick(CHIEF_TITLES)], rank: "chief executive" },
    { ladder: stage.random.pick(LADDERS.slice(0, 2)), rank: "officer" },
    ...ladders.map((ladder) => ({ ladder, rank: "officer" as const })),
  ];
  for (const job of jobs) fillOffice(stage, job, false);
  const directors = { small: 3, mid: 3, large: 5 }[stage.issuer.profile.size];
  for (let count = 0; count < directors; count++) fillDirectorship(stage, false);
  planBoardAwards(stage);
}

function fillOffice(stage: Stage, job: Job, isNew: boolean): void {
  const role = asOfficer(job.ladder[0] ?? "", job.rank === "chief executive");
  const seat = emptySeat(stage, stage.cast.person(), role, yearsOfService(stage, isNew));
  const promotedFromWithin = stage.random.chance(0.4);
  if (!isNew || promotedFromWithin) settle(stage, seat, job.rank, isNew ? 2 : 5);
  addVehicles(stage, seat);
  if (isNew) fileForm3(stage, seat);
  for (const grant of seat.options) planLastExercise(stage, seat, grant);
  planAwards(stage, seat, job.rank, isNew);
  planPromotions(stage, seat, job.ladder);
  planDisposals(stage, seat);
  planDeparture(stage, seat, 0.095, () => fillOffice(stage, job, true));
}

function fillDirectorship(stage: Stage, isNew: boolean): void {
  const seat = emptySeat(stage, stage.cast.director(stage.issuer.cik), asDirector, yearsOfService(stage, isNew));
  if (!isNew) settle(stage, seat, "director", 6);
  else if (stage.random.chance(0.25)) settle(stage, seat, "director", 0.4);
  addVehicles(stage, seat);
  if (isNew) fileForm3(stage, seat);
  planOccasionalSales(stage, seat, stage.random.pick([0, 0, 0.2, 0.5]));
  if (stage.random.chance(0.2)) planGifts(stage, seat, null);
  planDeparture(stage, seat, 0.075, () => fillDirectorship(stage, true));
}

/** Those who are there when a company goes public may not sell for half a year, as if they had just joined. */
const yearsOfService = (stage: Stage, isNew: boolean) => (isNew || has(stage.issuer, "going public") ? 0 : 3);

/** Trusts and spouses hold a part of what the person has. */
function addVehicles(stage: Stage, seat: Seat): void {
  if (seat.direct.balance === 0) return;
  if (stage.random.chance(0.3)) {
    const trust = openTrust(stage, seat, wholePart(seat.direct.balance, stage.random.between(0.2, 2)));
    planGifts(stage, seat, trust);
  } else if (stage.random.chance(0.12)) {
    planGifts(stage, seat, null);
  }
  if (stage.random.chance(0.08)) addSpouse(stage, seat, wholePart(seat.direct.balance, 0.15));
}

function planPromotions(stage: Stage, seat: Seat, ladder: readonly string[]): void {
  let on = stage.today;
  for (const title of ladder.slice(1)) {
    on = addMonths(on, stage.random.int(16, 50));
    stage.atSeat(seat, on, () => {
      seat.member.role = { ...seat.role, officerTitle: title };
    });
  }
}

function planDisposals(stage: Stage, seat: Seat): void {
  const habit = stage.random.next();
  if (habit < 0.27)
    planPlanSales(stage, seat, seat.joined < stage.today ? stage.today - stage.random.int(150, 500) : stage.today);
  else if (habit < 0.75) planOccasionalSales(stage, seat, stage.random.between(0.5, 1.6));
}

/** A chance of leaving in each year; the successor comes within some months. */
function planDeparture(stage: Stage, seat: Seat, perYear: number, replace: () => void): void {
  for (let year = 1; year <= 8; year++) {
    if (!stage.random.chance(perYear)) continue;
    stage.atSeat(seat, addMonths(stage.today, 12 * year) + stage.random.int(0, 300), () => {
      leave(stage, seat);
      if (stage.issuer.until - stage.today > 200) stage.at(stage.today + stage.random.int(10, 100), replace);
    });
    return;
  }
}

/** Every director is awarded the same number of shares on the day of the annual meeting. */
function planBoardAwards(stage: Stage): void {
  if (has(stage.issuer, "no awards")) return;
  const dayOfMonth = stage.wording.choose("annual meeting", [6, 11, 14, 19, 24, 27]);
  const isDirectorOnly = (seat: Seat) =>
    seat.role.director && seat.role.officerTitle === null && seat.members.length === 1;
  for (let year = yearOf(stage.today); year <= 2026; year++) {
    const meeting: Day = onOrAfter(date(year, stage.habits.directorsElectedInMonth, dayOfMonth));
    stage.at(meeting, () => {
      const amount = whole(Math.round(yearlyAward(stage.issuer, "director") / toNumber(stage.price)));
      const note = directorAward(stage.wording, addMonths(stage.today, 12));
      for (const seat of stage.seats.filter((held) => held.isActive && isDirectorOnly(held))) {
        const price =
          stage.habits.freeShares === "zero" ? priceCell(stage.style, 0) : noteOnly(freeOfCharge(stage.wording));
        const trade = { on: stage.today, code: "A", letter: "A", amount, price, amountNotes: [note] } as const;
        stage.desk.report(seat, [transactionRow(seat.direct, trade, stage.style)], []);
      }
    });
  }
}
