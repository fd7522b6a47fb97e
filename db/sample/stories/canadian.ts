import { addMonths, dayText } from "@/db/sample/calendar";
import { currencyNote } from "@/db/sample/notes/price-notes";
import { priceCell, transactionRow } from "@/db/sample/rows";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { groupedText, share, whole } from "@/db/sample/ten-thousandths";

/** Canadian dollars for a U.S. dollar, in ten-thousandths. */
const RATE = 13_520;

/** Trades on the Toronto exchange, told in U.S. dollars with the price as it was paid. */
export function planTorontoTrades(stage: Stage, seats: Seat[]): void {
  for (const seat of seats) {
    for (let count = 0; count < 5; count++) {
      stage.atSeat(seat, addMonths(stage.issuer.from, 8 + count * 17) + stage.random.int(0, 200), () => {
        const local = `C$${groupedText(Math.round(share(stage.price, RATE / 10_000) / 100) * 100, 2)}`;
        const note = currencyNote(
          local,
          "Canadian dollars",
          `C$${groupedText(RATE)} per US$1.00`,
          dayText(stage.today),
        );
        const amount = whole(stage.random.int(10, 200) * 100);
        const trade = {
          on: stage.today,
          code: "P",
          letter: "A",
          amount,
          price: priceCell(stage.style, stage.price, note),
        } as const;
        stage.desk.report(seat, [transactionRow(seat.direct, trade, stage.style)], []);
      });
    }
  }
}
