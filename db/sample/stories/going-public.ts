import { addBusinessDays, addMonths } from "@/db/sample/calendar";
import { noteOnly, type TransactionRow } from "@/db/sample/filing";
import type { Houses } from "@/db/sample/houses";
import { boughtInOffering, convertsAtOffering, distribution, received } from "@/db/sample/notes/deal-notes";
import { priceCell, transactionRow } from "@/db/sample/rows";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { fileGroupForm3, formGroup, type Group, preferredStock, reportForGroup } from "@/db/sample/stories/group";
import { fileForm3 } from "@/db/sample/stories/joining";
import { marketTrade } from "@/db/sample/stories/market-trades";
import { roundedShares } from "@/db/sample/stories/selling";
import { whole, wholePart } from "@/db/sample/ten-thousandths";

const SERIES = ["Series A Preferred Stock", "Series B Preferred Stock", "Series C Convertible Preferred Stock"];

/** The day a company goes public: all insiders file their Form 3, preferred stock converts, funds buy in the offering. */
export function planGoingPublic(stage: Stage, houses: Houses): void {
  const people = stage.seats.filter((seat) => seat.members.length === 1);
  stage.at(stage.today, () => {
    for (const seat of people) fileForm3(stage, seat, 0);
  });
  for (const house of [houses.next(), houses.next()]) {
    const group = formGroup(stage, house, [], stage.random.chance(0.6));
    const preferred = group.lines.flatMap((line) =>
      stage.random
        .sample(SERIES, stage.random.int(1, 2))
        .sort()
        .map((series) => {
          const stock = preferredStock(
            stage,
            line,
            series,
            convertsAtOffering(series),
            whole(stage.random.int(300, 2600) * 1013),
          );
          return { line, series, stock };
        }),
    );
    fileGroupForm3(
      stage,
      group,
      preferred.map(({ stock }) => stock),
    );
    stage.at(addBusinessDays(stage.today, 3), () => {
      const tableI: TransactionRow[] = [];
      const tableII: TransactionRow[] = [];
      for (const { line, series, stock } of preferred) {
        const note = convertsAtOffering(series);
        const trade = { on: stage.today, code: "C", amount: stock.balance, codeNotes: [note] } as const;
        tableI.push(transactionRow(line, { ...trade, letter: "A", price: noteOnly(note) }, stage.style));
        tableII.push(
          transactionRow(stock, { ...trade, letter: "D", price: priceCell(stage.style, 0, note) }, stage.style),
        );
      }
      const [first] = group.lines;
      if (first && stage.random.chance(0.6)) {
        const price = priceCell(stage.style, wholePart(stage.price, 0.82), boughtInOffering);
        const amount = whole(stage.random.int(2, 30) * 10_000);
        tableI.push(transactionRow(first, { on: stage.today, code: "P", letter: "A", amount, price }, stage.style));
      }
      reportForGroup(stage, group, tableI, tableII);
    });
    planSellingDown(stage, group);
  }
}

/** After the lock-up a fund sells in the market, or hands shares to its partners. */
export function planSellingDown(stage: Stage, group: Group): void {
  const start = addMonths(stage.today, 6) + 3;
  for (let count = 0; count < 9; count++) {
    stage.at(start + count * stage.random.int(25, 75), () => {
      const held = group.lines.filter((line) => line.balance > whole(1000));
      if (held.length === 0) return;
      const rows = stage.random.chance(0.25) ? distribute(stage, group) : [];
      if (rows.length === 0) {
        for (const line of held) {
          const amount = roundedShares(wholePart(line.balance, stage.random.between(0.1, 0.3)));
          if (amount > 0) rows.push(...marketTrade(stage, line, { code: "S", amount }));
        }
      }
      reportForGroup(stage, group, rows);
      const gave = rows.find((row) => row.code === "J");
      if (gave && group.director) receivePart(stage, group.director, group.house.funds[0]?.shortName ?? "");
    });
  }
}

/** A fund's director is one of its partners. */
function receivePart(stage: Stage, director: Seat, fund: string): void {
  const codeNotes = [received(fund)];
  const amount = whole(stage.random.int(900, 24_000));
  const trade = {
    on: stage.today,
    code: "J",
    letter: "A",
    amount,
    price: priceCell(stage.style, 0),
    codeNotes,
  } as const;
  stage.desk.report(director, [transactionRow(director.direct, trade, stage.style)], []);
}

function distribute(stage: Stage, group: Group): TransactionRow[] {
  return group.lines.flatMap((line, index) => {
    const amount = wholePart(line.balance, 0.35);
    if (amount < whole(1000)) return [];
    const note = distribution(group.house.funds[index]?.shortName ?? group.house.name);
    const trade = {
      on: stage.today,
      code: "J",
      letter: "D",
      amount,
      price: priceCell(stage.style, 0),
      codeNotes: [note],
    } as const;
    return [transactionRow(line, trade, stage.style)];
  });
}
