import { type Day, dayText } from "@/db/sample/calendar";
import { type Cell, type Code, cell, type FilerStyle, type HoldingRow, type TransactionRow } from "@/db/sample/filing";
import type { Position } from "@/db/sample/position";
import { decimalText, type TenThousandths } from "@/db/sample/ten-thousandths";

export type Trade = {
  on: Day;
  code: Code;
  letter: "A" | "D";
  amount: TenThousandths;
  price: Cell;
  codeNotes?: readonly string[];
  amountNotes?: readonly string[];
  titleNotes?: readonly string[];
  dateNotes?: readonly string[];
  followingNotes?: readonly string[];
  deemedDate?: Cell;
  formType?: "4" | "5";
  timeliness?: "E" | "L";
  equitySwap?: boolean;
};

export const priceCell = (style: FilerStyle, price: TenThousandths, ...notes: string[]): Cell =>
  cell(decimalText(price, style.pricePlaces), ...notes);

const withNotes = (from: Cell, notes: readonly string[] = []): Cell => ({
  value: from.value,
  notes: [...new Set([...from.notes, ...notes])],
});

/** Moves the balance of a position and gives the row that reports it. */
export function transactionRow(position: Position, trade: Trade, style: FilerStyle): TransactionRow {
  position.change(trade.letter === "A" ? trade.amount : -trade.amount);
  const { following, gap } = position.tellBalance(style.sharePlaces);
  return {
    kind: "transaction",
    ...lineOf(position, trade.amount, style),
    title: cell(position.title, ...new Set([...position.titleNotes, ...(trade.titleNotes ?? [])])),
    following: withNotes(following, trade.followingNotes),
    gap,
    date: cell(dayText(trade.on), ...(trade.dateNotes ?? [])),
    deemedDate: trade.deemedDate ?? null,
    formType: trade.formType ?? "4",
    code: trade.code,
    codeNotes: trade.codeNotes ?? [],
    equitySwap: trade.equitySwap ?? false,
    timeliness: trade.timeliness ?? null,
    amount: cell(decimalText(trade.amount, style.sharePlaces), ...(trade.amountNotes ?? [])),
    price: trade.price,
    acquiredDisposed: cell(trade.letter),
  };
}

export function holdingRow(position: Position, style: FilerStyle): HoldingRow {
  const { following, gap } = position.tellBalance(style.sharePlaces);
  return {
    kind: "holding",
    ...lineOf(position, position.balance, style),
    title: cell(position.title, ...position.titleNotes),
    following,
    gap,
    lateForm3: false,
  };
}

function lineOf(position: Position, amount: TenThousandths, style: FilerStyle) {
  const underlying = position.underlyingShares ?? Math.round(amount * position.ratio);
  return {
    terms: position.terms,
    underlying: position.terms ? { shares: cell(decimalText(underlying, style.sharePlaces)) } : null,
    inDollars: position.inDollars,
    directOrIndirect: cell(position.nature === null ? "D" : "I"),
    nature: position.nature === null ? null : cell(position.nature, ...position.natureNotes),
  };
}
