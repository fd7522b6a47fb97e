import { date } from "@/db/sample/calendar";
import { type Cell, noteOnly, type TransactionRow } from "@/db/sample/filing";
import { giftToCharity, giftToTrust } from "@/db/sample/notes/ownership-notes";
import type { Position } from "@/db/sample/position";
import { priceCell, type Trade, transactionRow } from "@/db/sample/rows";
import type { Seat } from "@/db/sample/seat";
import { GIFT_ON_FORM_4_DAY } from "@/db/sample/span";
import type { Stage } from "@/db/sample/stage";
import { roundedShares } from "@/db/sample/stories/selling";
import { type TenThousandths, whole, wholePart } from "@/db/sample/ten-thousandths";

type GiftForm = "Form 4" | "Form 5" | "Form 4, early";

/** Before 2023 a gift could wait for Form 5, or be told early on a Form 4. */
function giftForm(stage: Stage): GiftForm {
  if (stage.today >= GIFT_ON_FORM_4_DAY) return "Form 4";
  return stage.random.chance(0.55) ? "Form 5" : "Form 4, early";
}

const free = (stage: Stage, note: string): Cell =>
  stage.habits.freeShares === "zero" ? priceCell(stage.style, 0) : noteOnly(note);

function give(
  stage: Stage,
  seat: Seat,
  rowsFor: (trade: Pick<Trade, "formType" | "timeliness">) => TransactionRow[],
): void {
  const form = giftForm(stage);
  if (form === "Form 5") {
    seat.forYearEnd.push(...rowsFor({ formType: "5" }));
    return;
  }
  const early = form === "Form 4, early";
  const timeliness = early && stage.random.chance(0.6) ? "E" : undefined;
  stage.desk.report(seat, rowsFor({ formType: early ? "5" : "4", timeliness }), []);
}

export function giveToCharity(stage: Stage, seat: Seat, amount: TenThousandths): void {
  const note = giftToCharity(stage.wording);
  give(stage, seat, (form) => [
    transactionRow(
      seat.direct,
      { on: stage.today, code: "G", letter: "D", amount, price: free(stage, note), codeNotes: [note], ...form },
      stage.style,
    ),
  ]);
}

/** Out of what is held directly, and into the line held by the trust: two rows of one gift. */
export function giveToTrust(
  stage: Stage,
  seat: Seat,
  trust: Position,
  trustName: string,
  amount: TenThousandths,
): void {
  const note = giftToTrust(stage.wording, trustName);
  give(stage, seat, (form) => {
    const trade = { on: stage.today, code: "G", amount, price: free(stage, note), codeNotes: [note], ...form } as const;
    return [
      transactionRow(seat.direct, { ...trade, letter: "D" }, stage.style),
      transactionRow(trust, { ...trade, letter: "A" }, stage.style),
    ];
  });
}

/** A gift in November or December of some years. */
export function planGifts(stage: Stage, seat: Seat, trust: { position: Position; name: string } | null): void {
  for (let year = 2018; year <= 2025; year++) {
    if (!stage.random.chance(0.3)) continue;
    stage.atSeat(seat, date(year, stage.random.int(10, 12), stage.random.int(2, 28)), () => {
      const amount = roundedShares(wholePart(seat.direct.balance, stage.random.between(0.02, 0.12)));
      if (amount < whole(50)) return;
      if (trust && stage.random.chance(0.6)) giveToTrust(stage, seat, trust.position, trust.name, amount);
      else giveToCharity(stage, seat, wholePart(amount, 0.4));
    });
  }
}
