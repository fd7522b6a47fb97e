import { addBusinessDays, addMonths, addYears, dayText } from "@/db/sample/calendar";
import { cell, noteOnly, type TransactionRow } from "@/db/sample/filing";
import type { House, Houses } from "@/db/sample/houses";
import { has } from "@/db/sample/issuer";
import { swapNote } from "@/db/sample/notes/deal-notes";
import { blockSaleNote } from "@/db/sample/notes/price-notes";
import { Position } from "@/db/sample/position";
import { priceCell, transactionRow } from "@/db/sample/rows";
import type { Stage } from "@/db/sample/stage";
import { planSellingDown } from "@/db/sample/stories/going-public";
import { fileGroupForm3, formGroup, type Group, reportForGroup } from "@/db/sample/stories/group";
import { marketTrade } from "@/db/sample/stories/market-trades";
import { roundedShares } from "@/db/sample/stories/selling";
import { groupedText, share, whole, wholePart } from "@/db/sample/ten-thousandths";

const startingAt = (stage: Stage, thousands: number) => whole(thousands * 1000 + stage.random.int(0, 999));

/** An activist passes ten percent, files Form 3, and goes on buying for some weeks; a year or two later it sells. */
function planActivist(stage: Stage, house: House): void {
  stage.at(stage.issuer.from + stage.random.int(300, 1300), () => {
    const balances = house.funds.map(() => startingAt(stage, stage.random.int(1500, 6000)));
    const group = formGroup(stage, house, balances, false);
    fileGroupForm3(stage, group, []);
    for (let week = 0; week < 9; week++) {
      stage.at(stage.today + 4 + week * 7, () => {
        const rows = group.lines.flatMap((line) => {
          const amount = roundedShares(wholePart(line.balance, stage.random.between(0.008, 0.03)));
          return marketTrade(stage, line, { code: "P", amount });
        });
        reportForGroup(stage, group, rows);
      });
    }
    stage.at(stage.today + stage.random.int(420, 800), () => planSellingDown(stage, group));
  });
}

/** Total return swaps: economic exposure without shares, marked by the box for equity swaps. */
function planSwaps(stage: Stage, house: House): void {
  stage.at(stage.issuer.from + stage.random.int(500, 1400), () => {
    const group = formGroup(stage, house, [startingAt(stage, 4200)], false);
    fileGroupForm3(stage, group, []);
    const expires = addYears(stage.today, 2) + 17;
    const amount = whole(stage.random.int(30, 90) * 10_000);
    const bank = stage.random.pick(["a broker-dealer", "an unaffiliated bank", "two financial institutions"]);
    const note = swapNote(groupedText(amount), bank);
    const [line] = group.lines;
    const swap = new Position({
      title: "Cash-Settled Total Return Swap",
      nature: line?.nature ?? null,
      natureNotes: line?.natureNotes,
      terms: {
        exercisePrice: noteOnly(note),
        exerciseDate: noteOnly(note),
        expirationDate: cell(dayText(expires)),
        underlyingTitle: stage.issuer.profile.title,
      },
    });
    const move = (code: "P" | "S" | "J", letter: "A" | "D", part: number) => {
      const moved = letter === "A" ? wholePart(amount, part) : wholePart(swap.balance, part);
      const price = priceCell(stage.style, stage.price);
      const trade = {
        on: stage.today,
        code,
        letter,
        amount: moved,
        price,
        codeNotes: [note],
        equitySwap: true,
      } as const;
      reportForGroup(stage, group, [], [transactionRow(swap, trade, stage.style)]);
    };
    stage.at(addBusinessDays(stage.today, 2), () => move("P", "A", 0.6));
    stage.at(addBusinessDays(stage.today, 9), () => move("P", "A", 0.4));
    stage.at(addMonths(stage.today, 11), () => move("J", "D", 0.5));
    stage.at(addMonths(stage.today, 14), () => move("S", "D", 1));
  });
}

/** A sponsor sells in underwritten offerings, at one price, and the company buys some of it back. */
function planSponsor(stage: Stage, house: House): void {
  const group = formGroup(
    stage,
    house,
    house.funds.map(() => startingAt(stage, stage.random.int(9000, 22_000))),
    true,
  );
  for (const [index, year] of [1, 2, 4].entries()) {
    stage.at(addYears(stage.issuer.from, year) + stage.random.int(0, 200), () => offer(stage, group, index === 2));
  }
  stage.at(addMonths(stage.issuer.from, 74), () => sellOrderByOrder(stage, group));
}

/** A day's selling with a line for each order: more lines than one form takes. */
function sellOrderByOrder(stage: Stage, group: Group): void {
  const [line] = group.lines;
  if (!line) return;
  const rows: TransactionRow[] = [];
  while (rows.length < 44 && line.balance > whole(60_000)) {
    rows.push(...marketTrade(stage, line, { code: "S", amount: whole(stage.random.int(4, 24) * 100) }));
  }
  reportForGroup(stage, group, rows);
}

function offer(stage: Stage, group: Group, isLast: boolean): void {
  const discount = share(stage.price, 0.035);
  const price = stage.price - discount;
  const notes = [blockSaleNote(`$${groupedText(Math.round(discount / 100) * 100, 2)}`)];
  const rows: TransactionRow[] = group.lines.flatMap((line) => {
    const amount = wholePart(line.balance, isLast ? 0.75 : 0.3);
    const sold = {
      on: stage.today,
      code: "S",
      letter: "D",
      amount,
      price: priceCell(stage.style, price),
      codeNotes: notes,
    } as const;
    const returned = {
      on: stage.today,
      code: "D",
      letter: "D",
      amount: wholePart(amount, 0.1),
      price: priceCell(stage.style, price),
      codeNotes: [
        "Repurchased by the Issuer at the same net price, in a sale approved by its board under Rule 16b-3(e).",
      ],
    } as const;
    return [transactionRow(line, sold, stage.style), transactionRow(line, returned, stage.style)];
  });
  reportForGroup(stage, group, rows);
}

export function planLargeHolders(stage: Stage, houses: Houses): void {
  if (has(stage.issuer, "activist")) planActivist(stage, houses.next());
  if (has(stage.issuer, "swaps")) planSwaps(stage, houses.next());
  if (has(stage.issuer, "sponsor")) planSponsor(stage, houses.named("Thornlea"));
  if (has(stage.issuer, "many owners")) planManyOwners(stage, houses.named("Wyckmere"));
}

/** More than ten owners do not fit on one form: the same rows are filed twice. */
function planManyOwners(stage: Stage, house: House): void {
  const group = formGroup(
    stage,
    house,
    house.funds.map(() => startingAt(stage, stage.random.int(400, 2500))),
    false,
  );
  planSellingDown(stage, group);
}
