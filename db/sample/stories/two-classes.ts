import { addMonths } from "@/db/sample/calendar";
import { noteOnly, type TransactionRow } from "@/db/sample/filing";
import { classBConverts } from "@/db/sample/notes/deal-notes";
import { soldUnderPlan } from "@/db/sample/notes/plan-notes";
import { Position } from "@/db/sample/position";
import { priceCell, transactionRow } from "@/db/sample/rows";
import type { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { openTrust } from "@/db/sample/stories/joining";
import { marketTrade } from "@/db/sample/stories/market-trades";
import { roundedShares } from "@/db/sample/stories/selling";
import { whole, wholePart } from "@/db/sample/ten-thousandths";

/** The founder runs the company and holds its other class: shares are converted one by one and sold as Class A. */
export function planTwoClasses(stage: Stage, founder: Seat): void {
  founder.member.role = { ...founder.role, tenPercent: true };
  const note = classBConverts(stage.wording);
  const classB = (nature: string | null, natureNotes: readonly string[], balance: number) =>
    new Position({
      title: "Class B Common Stock",
      nature,
      natureNotes,
      balance,
      terms: {
        exercisePrice: noteOnly(note),
        exerciseDate: noteOnly(note),
        expirationDate: noteOnly(note),
        underlyingTitle: stage.issuer.profile.title,
      },
    });
  const trust = openTrust(stage, founder, 0);
  const own = { line: founder.direct, stock: classB(null, [], whole(stage.random.int(2000, 6000) * 1000)) };
  const held = {
    line: trust.position,
    stock: classB(trust.position.nature, trust.position.natureNotes, whole(stage.random.int(800, 2500) * 1000)),
  };
  founder.derivatives.push(own.stock, held.stock);
  const adopted = stage.issuer.from + stage.random.int(100, 500);
  for (let month = 0; month < 60; month += 2) {
    stage.atSeat(founder, addMonths(adopted + 120, month), () => {
      const tableI: TransactionRow[] = [];
      const tableII: TransactionRow[] = [];
      const plan = soldUnderPlan(stage.wording, adopted, founder.member.insider.cik);
      for (const { line, stock } of stage.random.chance(0.4) ? [own, held] : [own]) {
        const amount = roundedShares(wholePart(stock.balance, 0.015));
        if (amount === 0) continue;
        const trade = { on: stage.today, code: "C", amount, codeNotes: [note] } as const;
        tableI.push(transactionRow(line, { ...trade, letter: "A", price: noteOnly(note) }, stage.style));
        tableI.push(...marketTrade(stage, line, { code: "S", amount, codeNotes: [plan] }));
        tableII.push(transactionRow(stock, { ...trade, letter: "D", price: priceCell(stage.style, 0) }, stage.style));
      }
      stage.desk.report(founder, tableI, tableII, { underPlan: true });
    });
  }
}
