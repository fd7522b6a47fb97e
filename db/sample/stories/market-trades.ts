import type { Cell, TransactionRow } from "@/db/sample/filing";
import { issuerOn } from "@/db/sample/issuer";
import { type PriceRange, weightedAverageNote } from "@/db/sample/notes/price-notes";
import type { Position } from "@/db/sample/position";
import type { Random } from "@/db/sample/random";
import { priceCell, type Trade, transactionRow } from "@/db/sample/rows";
import type { Stage } from "@/db/sample/stage";
import { cents, type TenThousandths, toNumber, whole } from "@/db/sample/ten-thousandths";

type Fill = { amount: TenThousandths; price: TenThousandths; range: PriceRange | null };

/** The widest range that one line may average: the SEC staff's letter of 2008 allows a dollar. */
const WIDEST = 100;

/** Cuts an order into what was traded in each dollar of the day's range. */
function fillsOf(day: PriceRange, amount: TenThousandths, random: Random): Fill[] {
  const shares = Math.floor(toNumber(amount));
  const bands = Math.min(Math.ceil((day.high - day.low + 1) / WIDEST), 1 + Math.floor(shares / 1500), 5);
  if (shares < 400 || day.high - day.low < 3 || (bands === 1 && random.chance(0.25))) {
    return [{ amount, price: cents(random.int(day.low, day.high)), range: null }];
  }
  // Now and then a filer averages over more than the letter allows.
  if (bands > 1 && random.chance(0.02)) return [averaged(day, shares, random)].map((fill) => ({ ...fill, amount }));
  const fills: Fill[] = [];
  let left = shares;
  for (let band = 0; band < bands; band++) {
    const low = day.low + band * WIDEST;
    const high = Math.min(low + WIDEST - 1, day.high);
    const isLast = band === bands - 1;
    const count = isLast ? left : Math.max(100, Math.floor((left / (bands - band)) * random.between(0.5, 1.4)));
    left -= count;
    const fill = averaged({ low: random.int(low, Math.floor((low + high) / 2)), high }, count, random);
    fills.push(isLast ? { ...fill, amount: fill.amount + (amount - whole(shares)) } : fill);
  }
  return fills;
}

/** Several trades at both ends of a range and between, and their exact average, rounded to four places. */
function averaged(range: PriceRange, shares: number, random: Random): Fill {
  const prices = [range.low, range.high, random.int(range.low, range.high), random.int(range.low, range.high)];
  let left = shares;
  let total = 0;
  prices.forEach((price, index) => {
    const count =
      index === prices.length - 1 ? left : Math.floor((left / (prices.length - index)) * random.between(0.4, 1.5));
    left -= count;
    total += count * cents(price);
  });
  return { amount: whole(shares), price: Math.round(total / shares), range };
}

export type MarketTrade = Partial<Omit<Trade, "code" | "amount" | "price" | "letter">> & {
  code: "P" | "S";
  amount: TenThousandths;
  priceNotes?: readonly string[];
};

/** Rows of a purchase or sale at today's prices: one line for each dollar of the range. */
export function marketTrade(stage: Stage, position: Position, trade: MarketTrade): TransactionRow[] {
  const { code, amount, priceNotes = [], ...rest } = trade;
  const side = code === "S" ? "sold" : "purchased";
  const company = issuerOn(stage.issuer, stage.today).name;
  return fillsOf(stage.prices.range(stage.today), amount, stage.random).map((fill) => {
    const notes = fill.range
      ? [weightedAverageNote(stage.wording, side, fill.range, company), ...priceNotes]
      : priceNotes;
    const price: Cell = priceCell(stage.style, fill.price, ...notes);
    const letter = code === "S" ? "D" : "A";
    return transactionRow(
      position,
      { on: stage.today, ...rest, code, letter, amount: fill.amount, price },
      stage.style,
    );
  });
}
