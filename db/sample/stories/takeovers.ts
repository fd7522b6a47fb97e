import { noteOnly, type Row } from "@/db/sample/filing";
import { has, takeoverDays } from "@/db/sample/issuer";
import { cashedOutOption, cashedOutShares, tendered } from "@/db/sample/notes/deal-notes";
import { priceCell, transactionRow } from "@/db/sample/rows";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { share, type TenThousandths } from "@/db/sample/ten-thousandths";

/** The last day of a company on the market: everybody tenders or is paid out, and leaves Section 16. */
export function planTakeover(stage: Stage): void {
  const kind = has(stage.issuer, "tender offer") ? "tender offer" : "merger";
  stage.at(takeoverDays[kind], () => {
    const price = Math.round(share(stage.price, 1.34) / 5000) * 5000;
    for (const seat of stage.seats.filter((held) => held.isActive)) payOut(stage, seat, kind, price);
  });
}

function payOut(stage: Stage, seat: Seat, kind: "tender offer" | "merger", price: TenThousandths): void {
  const on = stage.today;
  const isTender = kind === "tender offer";
  const note = isTender ? tendered("Halvorsen Life Sciences Merger Sub, Inc.", price, on) : cashedOutShares(price, on);
  const code = isTender ? "U" : "D";
  const tableI: Row[] = seat.lines
    .filter((line) => line.balance > 0)
    .map((line) => {
      const trade = {
        on,
        code,
        letter: "D",
        amount: line.balance,
        price: priceCell(stage.style, price),
        codeNotes: [note],
      } as const;
      return transactionRow(line, trade, stage.style);
    });
  const tableII: Row[] = [];
  const cancel = (position: Seat["direct"], terms: string) => {
    if (position.balance === 0) return;
    const trade = {
      on,
      code: "D",
      letter: "D",
      amount: position.balance,
      price: noteOnly(terms),
      codeNotes: [terms],
    } as const;
    tableII.push(transactionRow(position, trade, stage.style));
  };
  for (const grant of seat.options) cancel(grant.position, cashedOutOption(price));
  for (const units of new Set([...seat.awards.flatMap((award) => award.units ?? []), ...seat.derivatives])) {
    cancel(units, cashedOutShares(price, on));
  }
  if (tableI.length + tableII.length > 0) {
    stage.desk.report(seat, tableI, tableII, { delay: stage.random.int(1, 2), exit: true });
  }
  seat.left = on;
}
