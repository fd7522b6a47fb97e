import { addBusinessDays } from "@/db/sample/calendar";
import type { Row } from "@/db/sample/filing";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { vestToday } from "@/db/sample/stories/awards";

/** Ends a seat: a last Form 4 with the exit box, one with nothing but the box, a Form 5 with it, or silence. */
export function leave(stage: Stage, seat: Seat): void {
  const manner = stage.random.next();
  if (manner < 0.35) {
    vestNext(stage, seat);
    if (seat.open) seat.open.exit = true;
  } else if (manner < 0.5) {
    fileExitOnly(stage, seat);
  } else if (manner < 0.7) {
    seat.exitsAtYearEnd = true;
  }
  seat.left = stage.today;
}

/** On leaving, the part of each award that was to vest next does so at once. */
function vestNext(stage: Stage, seat: Seat): void {
  for (const award of seat.awards) {
    const next = award.steps.find((step) => step.on > stage.today);
    if (next && (!award.units || award.units.balance >= next.amount)) next.on = stage.today;
  }
  const tableI: Row[] = [];
  vestToday(stage, seat, tableI);
}

function fileExitOnly(stage: Stage, seat: Seat): void {
  stage.desk.file(seat, {
    documentType: "4",
    filed: addBusinessDays(stage.today, stage.random.int(1, 4)),
    period: stage.today,
    tableI: [],
    tableII: [],
    exit: true,
    remarks: `${seat.member.insider.signature} is no longer subject to Section 16 with respect to the Issuer.`,
  });
}
