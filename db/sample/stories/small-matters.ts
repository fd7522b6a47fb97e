import { addMonths } from "@/db/sample/calendar";
import { noteOnly } from "@/db/sample/filing";
import { holdingRow, priceCell, transactionRow } from "@/db/sample/rows";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { addSpouse } from "@/db/sample/stories/joining";
import { marketTrade } from "@/db/sample/stories/market-trades";
import { whole, wholePart } from "@/db/sample/ten-thousandths";

/** Small acquisitions of a few thousand dollars, told on Form 5 or early on Form 4. */
export function planSmallAcquisitions(stage: Stage, seats: Seat[]): void {
  for (const seat of seats) {
    stage.atSeat(seat, addMonths(stage.issuer.from, stage.random.int(2, 90)), () => {
      const amount = whole(stage.random.int(20, 140)) + stage.random.int(0, 9999);
      const early = stage.random.chance(0.4);
      const trade = {
        on: stage.today,
        code: "L",
        letter: "A",
        amount,
        formType: "5",
        timeliness: early ? "E" : undefined,
      } as const;
      const row = transactionRow(seat.direct, { ...trade, price: priceCell(stage.style, stage.price) }, stage.style);
      if (early) stage.desk.report(seat, [row], []);
      else seat.forYearEnd.push(row);
    });
  }
}

/** What should have been on a Form 4 comes late, on a Form 5; a gift that an earlier Form 5 forgot, later still. */
export function planForgottenTrades(stage: Stage, seats: Seat[]): void {
  for (const seat of seats) {
    stage.atSeat(seat, addMonths(stage.issuer.from, stage.random.int(4, 88)), () => {
      const amount = wholePart(seat.direct.balance, 0.02);
      if (amount < whole(20)) return;
      const codeNotes = ["This transaction was inadvertently not reported on Form 4 when it was due."];
      if (stage.random.chance(0.6)) {
        const timeliness = stage.random.chance(0.5) ? "L" : undefined;
        seat.forYearEnd.push(...marketTrade(stage, seat.direct, { code: "S", amount, codeNotes, timeliness }));
        return;
      }
      const note = "Gift of an earlier fiscal year that was left out of the Form 5 for that year.";
      const trade = {
        on: stage.today,
        code: "G",
        letter: "D",
        amount,
        price: noteOnly(note),
        codeNotes: [note],
      } as const;
      seat.forLaterYearEnd.push(transactionRow(seat.direct, { ...trade, formType: "5", timeliness: "L" }, stage.style));
    });
  }
}

/** A holding that the Form 3 forgot, told on a Form 5. */
export function planForgottenHolding(stage: Stage, seat: Seat): void {
  stage.atSeat(seat, addMonths(stage.issuer.from, 30), () => {
    const line = addSpouse(stage, seat, whole(stage.random.int(2, 40) * 50));
    seat.forgottenHoldings.push({ ...holdingRow(line, stage.style), lateForm3: true });
  });
}

/** A trust under a new name: nothing moves, but the line is called otherwise from then on. */
export function planRenamedTrust(stage: Stage, seats: Seat[]): void {
  for (const seat of seats) {
    const trust = seat.lines.find((line) => line.nature !== null && /trust/i.test(line.nature));
    if (!trust) continue;
    stage.atSeat(seat, addMonths(stage.issuer.from, stage.random.int(30, 60)), () => {
      trust.nature = "By Living Trust";
    });
  }
}

/** Where a person got a second number on EDGAR, later filings come under that one. */
export function planSecondNumber(stage: Stage, seat: Seat): void {
  stage.atSeat(seat, addMonths(stage.issuer.from, 50), () => {
    seat.member.insider = stage.cast.double(seat.member.insider);
  });
}
