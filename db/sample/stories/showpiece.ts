import { addMonths, date, day } from "@/db/sample/calendar";
import { changeOfForm } from "@/db/sample/notes/ownership-notes";
import { Position } from "@/db/sample/position";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { optionGrant, planAwards } from "@/db/sample/stories/awards";
import { giveToCharity, giveToTrust } from "@/db/sample/stories/gifts";
import { asOfficer, emptySeat, openTrust, settle } from "@/db/sample/stories/joining";
import { exercise, planLastExercise } from "@/db/sample/stories/option-exercises";
import { planPlanSales } from "@/db/sample/stories/selling";
import { groupedText, share, whole } from "@/db/sample/ten-thousandths";

/**
 * The busiest career of the sample: eight years from head of products to chief operating officer, with options, units,
 * plan after plan, two trusts, gifts, a stock purchase plan, and a balance that does not agree.
 */
export function planShowpiece(stage: Stage): void {
  const seat = emptySeat(stage, stage.cast.person(), asOfficer("EVP, Products"), 6);
  settle(stage, seat, "officer", 6);
  seat.direct.change(whole(310_000));
  const trust = openTrust(stage, seat, whole(120_000));
  for (const yearsAgo of [3, 6]) {
    const grant = optionGrant(
      stage,
      addMonths(stage.today, -12 * yearsAgo),
      Math.round(share(stage.price, 1 / yearsAgo) / 100) * 100,
    );
    grant.position.change(whole(48_000));
    seat.options.push(grant);
    planLastExercise(stage, seat, grant);
  }
  planAwards(stage, seat, "officer", false);
  planPlanSales(stage, seat, stage.today - 300, 1, 0.011);
  planPromotion(stage, seat, "2020-06-15", "EVP & Chief Product Officer", false);
  planPromotion(stage, seat, "2022-09-01", "Chief Operating Officer", true);
  for (const [year, thousands] of [
    [2018, 10],
    [2020, 15],
    [2021, 12],
    [2023, 20],
    [2025, 18],
  ] as const) {
    stage.atSeat(seat, date(year, 11, 19), () =>
      giveToTrust(stage, seat, trust.position, trust.name, whole(thousands * 1000)),
    );
  }
  stage.atSeat(seat, day("2022-12-13"), () => giveToCharity(stage, seat, whole(2_500)));
  stage.atSeat(seat, day("2024-05-07"), () => moveToAnnuityTrust(stage, seat));
  stage.atSeat(seat, day("2021-03-02"), () => seat.direct.changeWithoutRow(whole(500), "unexplained"));
  stage.atSeat(seat, day("2023-08-17"), () => {
    const [grant] = seat.options.filter((option) => option.position.balance > whole(6000));
    if (grant) exercise(stage, seat, grant, whole(6000), { shares: "kept" });
  });
}

function planPromotion(stage: Stage, seat: Seat, on: string, officerTitle: string, director: boolean): void {
  stage.atSeat(seat, day(on), () => {
    seat.member.role = { ...seat.role, officerTitle, director };
  });
}

function moveToAnnuityTrust(stage: Stage, seat: Seat): void {
  const amount = whole(40_000);
  if (seat.direct.balance < amount) return;
  const note = changeOfForm(
    groupedText(amount),
    "a grantor retained annuity trust of which the reporting person is trustee",
  );
  seat.direct.changeWithoutRow(-amount, "change of form", note);
  seat.addLine(
    new Position({ title: stage.issuer.profile.title, nature: "By GRAT", natureNotes: [note], balance: amount }),
  );
}
