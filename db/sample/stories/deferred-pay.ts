import { addMonths, type Day, date, longDate } from "@/db/sample/calendar";
import { cell, noteOnly, type TransactionRow } from "@/db/sample/filing";
import { has } from "@/db/sample/issuer";
import { phantomDividends, phantomStock } from "@/db/sample/notes/award-notes";
import { opUnits } from "@/db/sample/notes/deal-notes";
import { Position } from "@/db/sample/position";
import { priceCell, transactionRow } from "@/db/sample/rows";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { share, whole } from "@/db/sample/ten-thousandths";

/** Directors who take their fees in phantom stock: a fraction of a share every quarter, and dividends on it. */
export function planPhantomStock(stage: Stage, seats: Seat[]): void {
  const note = phantomStock(stage.wording);
  for (const seat of seats) {
    const units = new Position({
      title: "Phantom Stock Units",
      balance: stage.random.int(20_000_000, 90_000_000),
      terms: {
        exercisePrice: cell("0", note),
        exerciseDate: noteOnly(note),
        expirationDate: noteOnly(note),
        underlyingTitle: stage.issuer.profile.title,
      },
    });
    const fee = stage.random.pick([16_250, 22_500, 25_000]);
    for (const quarterEnd of quarterEnds(stage)) {
      stage.atSeat(seat, quarterEnd, () => {
        const dividend = share(units.balance, 0.0061);
        units.changeWithoutRow(dividend, "dividend reinvestment", phantomDividends);
        const amount = Math.round((fee * 10_000 * 10_000) / stage.price);
        const trade = {
          on: stage.today,
          code: "A",
          letter: "A",
          amount,
          price: priceCell(stage.style, stage.price),
        } as const;
        stage.desk.report(seat, [], [transactionRow(units, trade, stage.style)]);
      });
    }
  }
}

function quarterEnds(stage: Stage): Day[] {
  return Array.from({ length: 32 }, (_, index) => addMonths(date(2018, 9, 28), 3 * index)).filter(
    (on) => on > stage.issuer.from,
  );
}

/** Units of a real estate company's operating partnership: exchanged for shares one by one. */
export function planPartnershipUnits(stage: Stage, seat: Seat): void {
  const note = opUnits(stage.issuer.profile.name);
  const units = new Position({
    title: "Common OP Units",
    balance: whole(stage.random.int(200, 900) * 1000),
    terms: {
      exercisePrice: noteOnly(note),
      exerciseDate: noteOnly(note),
      expirationDate: noteOnly(note),
      underlyingTitle: stage.issuer.profile.title,
    },
  });
  for (const months of [7, 21, 38, 55, 70]) {
    stage.atSeat(seat, addMonths(stage.issuer.from, months), () => {
      const amount = whole(stage.random.int(5, 40) * 1000);
      const trade = {
        on: stage.today,
        code: "C",
        amount,
        price: priceCell(stage.style, 0),
        codeNotes: [note],
      } as const;
      stage.desk.report(
        seat,
        [transactionRow(seat.direct, { ...trade, letter: "A" }, stage.style)],
        [transactionRow(units, { ...trade, letter: "D" }, stage.style)],
      );
    });
  }
}

/** A switch between the funds of a retirement plan, chosen by the participant. */
export function planFundSwitches(stage: Stage): void {
  if (!has(stage.issuer, "retirement plan")) return;
  for (const seat of stage.seats.filter((held) => held.role.officerTitle !== null).slice(0, 2)) {
    for (const months of [9, 33, 61]) {
      stage.atSeat(seat, addMonths(stage.issuer.from, months), () => {
        const line = seat.lines.find((held) => held.nature !== null && /401|Savings/.test(held.nature));
        if (!line) return;
        const amount = Math.min(line.balance, stage.random.int(900_000, 3_000_000));
        const note = `Intra-plan transfer out of the Issuer's stock fund into another fund on ${longDate(stage.today)}, a discretionary transaction under Rule 16b-3(f).`;
        const price = priceCell(stage.style, stage.price);
        const rows: TransactionRow[] = [
          transactionRow(
            line,
            { on: stage.today, code: "I", letter: "D", amount, price, codeNotes: [note] },
            stage.style,
          ),
        ];
        stage.desk.report(seat, rows, []);
      });
    }
  }
}
