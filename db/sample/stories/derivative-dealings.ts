import { addMonths, addYears, dayText, longDate } from "@/db/sample/calendar";
import { cell, noteOnly } from "@/db/sample/filing";
import { Position } from "@/db/sample/position";
import { priceCell, transactionRow } from "@/db/sample/rows";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { decimalText, share, type TenThousandths, whole, wholePart } from "@/db/sample/ten-thousandths";

function warrants(
  stage: Stage,
  strike: TenThousandths,
  balance: TenThousandths,
  title = "Warrants (right to buy)",
): Position {
  return new Position({
    title,
    balance,
    terms: {
      exercisePrice: cell(decimalText(strike, 2)),
      exerciseDate: cell(dayText(stage.today)),
      expirationDate: cell(dayText(addYears(stage.today, 5))),
      underlyingTitle: stage.issuer.profile.title,
    },
  });
}

/** Warrants bought in a private placement: some exercised in the money, some out of it, the last cashed in. */
export function planWarrants(stage: Stage, seat: Seat): void {
  stage.atSeat(seat, stage.issuer.from + 260, () => {
    const strike = Math.round(share(stage.price, stage.random.chance(0.5) ? 0.6 : 1.5) / 2500) * 2500 || 2500;
    const amount = whole(stage.random.int(20, 60) * 1000);
    const holding = warrants(stage, strike, 0);
    const bought = [
      `Acquired from the Issuer in a private placement that closed on ${longDate(stage.today)}, one warrant with each share.`,
    ];
    const common = { on: stage.today, code: "P", letter: "A", amount, codeNotes: bought } as const;
    stage.desk.report(
      seat,
      [transactionRow(seat.direct, { ...common, price: priceCell(stage.style, stage.price) }, stage.style)],
      [transactionRow(holding, { ...common, price: priceCell(stage.style, 1250) }, stage.style)],
    );
    for (const years of [1, 2, 3]) {
      stage.atSeat(seat, addYears(stage.today, years) + stage.random.int(0, 120), () =>
        exerciseWarrants(stage, seat, holding, strike, years === 3),
      );
    }
  });
}

function exerciseWarrants(stage: Stage, seat: Seat, holding: Position, strike: TenThousandths, isLast: boolean): void {
  const on = stage.today;
  if (isLast) {
    const notes = ["The Issuer cancelled the remaining warrants and paid the holder $0.22 for each."];
    const price = priceCell(stage.style, 2200);
    const trade = { on, code: "H", letter: "D", amount: holding.balance, price, codeNotes: notes } as const;
    stage.desk.report(seat, [], [transactionRow(holding, trade, stage.style)]);
    return;
  }
  const code = stage.price >= strike ? "X" : "O";
  const amount = wholePart(holding.balance, 0.3);
  const notes =
    code === "O"
      ? [
          "Exercised although the exercise price was above the market price on that day, to support the Issuer's financing.",
        ]
      : [];
  stage.desk.report(
    seat,
    [
      transactionRow(
        seat.direct,
        { on, code, letter: "A", amount, price: priceCell(stage.style, strike), codeNotes: notes },
        stage.style,
      ),
    ],
    [transactionRow(holding, { on, code, letter: "D", amount, price: priceCell(stage.style, 0) }, stage.style)],
  );
}

/** Calls written against shares: sold for a premium, and left to expire. */
export function planWrittenCalls(stage: Stage, seat: Seat): void {
  for (const months of [14, 40]) {
    stage.atSeat(seat, addMonths(stage.issuer.from, months), () => {
      const expires = addMonths(stage.today, 4);
      const strike = Math.round(share(stage.price, 1.4) / 10_000 + 1) * 10_000;
      const call = new Position({
        title: "Call Option (obligation to sell)",
        terms: {
          exercisePrice: cell(decimalText(strike)),
          exerciseDate: noteOnly("The call may be exercised by its holder at any time before it expires."),
          expirationDate: cell(dayText(expires)),
          underlyingTitle: stage.issuer.profile.title,
        },
      });
      const amount = whole(stage.random.int(10, 60) * 100);
      const price = priceCell(stage.style, share(stage.price, 0.02));
      // What is written is owed: the form counts it as a position of its own.
      const written = { on: stage.today, code: "S", letter: "A", amount, price } as const;
      stage.desk.report(seat, [], [transactionRow(call, written, stage.style)]);
      stage.atSeat(seat, expires, () => {
        const trade = { on: stage.today, code: "E", letter: "D", amount, price: priceCell(stage.style, 0) } as const;
        stage.desk.report(seat, [], [transactionRow(call, trade, stage.style)]);
      });
    });
  }
}

/** Notes in dollars: bought for a sum, converted into shares for a sum. */
export function planConvertibleNotes(stage: Stage, seat: Seat): void {
  stage.atSeat(seat, stage.issuer.from + 400, () => {
    const principal = whole(stage.random.int(4, 30) * 250_000);
    const conversionPrice = Math.round(share(stage.price, 1.2) / 1000) * 1000;
    const shares = whole(Math.floor(principal / conversionPrice));
    const notes = new Position({
      title: "5.50% Convertible Senior Notes due 2029",
      inDollars: true,
      underlyingShares: shares,
      terms: {
        exercisePrice: cell(
          decimalText(conversionPrice),
          "The conversion price is subject to adjustment for splits and dividends.",
        ),
        exerciseDate: cell(dayText(stage.today)),
        expirationDate: cell("2029-12-15"),
        underlyingTitle: stage.issuer.profile.title,
      },
    });
    const price = noteOnly("Purchased at 100% of principal amount.");
    const bought = { on: stage.today, code: "P", letter: "A", amount: principal, price } as const;
    stage.desk.report(seat, [], [transactionRow(notes, bought, stage.style)]);
    stage.atSeat(seat, addYears(stage.today, 4), () => {
      const why = ["Converted at the option of the holder at the conversion price; no cash was paid."];
      const common = { on: stage.today, code: "C", codeNotes: why } as const;
      stage.desk.report(
        seat,
        [
          transactionRow(
            seat.direct,
            { ...common, letter: "A", amount: shares, price: noteOnly(why[0] ?? "") },
            stage.style,
          ),
        ],
        [
          transactionRow(
            notes,
            { ...common, letter: "D", amount: principal, price: noteOnly(why[0] ?? "") },
            stage.style,
          ),
        ],
      );
    });
  });
}
