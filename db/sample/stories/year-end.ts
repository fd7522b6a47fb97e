import { type Day, date, onOrAfter } from "@/db/sample/calendar";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";

function yearEnds(stage: Stage): Day[] {
  const { fiscalYearEnd } = stage.issuer.profile;
  const [month, dayOfMonth] = [Number(fiscalYearEnd.slice(0, 2)), Number(fiscalYearEnd.slice(2))];
  return Array.from({ length: 9 }, (_, index) => date(2018 + index, month, dayOfMonth));
}

/** Form 5 is due 45 days after the fiscal year: it takes what could wait, and what should not have waited. */
export function planYearEnds(stage: Stage): void {
  for (const end of yearEnds(stage)) {
    stage.schedule.inTheMorning(onOrAfter(end + 1), () => {
      for (const seat of stage.seats) fileForm5(stage, seat, end);
    });
  }
}

function fileForm5(stage: Stage, seat: Seat, end: Day): void {
  const rows = seat.forYearEnd.splice(0);
  const holdings = seat.forgottenHoldings.splice(0);
  seat.forYearEnd.push(...seat.forLaterYearEnd.splice(0));
  const exit = seat.exitsAtYearEnd;
  seat.exitsAtYearEnd = false;
  if (rows.length + holdings.length === 0 && !exit) return;
  stage.desk.file(seat, {
    documentType: "5",
    filed: onOrAfter(end + stage.random.int(12, 43)),
    period: end,
    tableI: [...rows.filter((row) => row.terms === null), ...holdings],
    tableII: rows.filter((row) => row.terms !== null),
    exit,
    form3HoldingsReported: holdings.length > 0,
    form4TransactionsReported: rows.some((row) => row.formType === "4"),
  });
}
