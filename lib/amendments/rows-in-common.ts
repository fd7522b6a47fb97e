import { type ComparedRow, rowsBy, tradeWithout } from "./compared-row";

const sameTrade = tradeWithout("letter", "vehicle", "exercisePrice", "expiration");
const sameHolding = tradeWithout("date", "code", "letter");

const sameRow = (row: ComparedRow): string => (row.kind === "transaction" ? sameTrade(row) : sameHolding(row));

const agree = (a: string, b: string): boolean => a !== "" && a === b;

/**
 * How many rows of an amendment an earlier filing has too: transactions by table, security, date, code, and shares or balance.
 * Unchanged holdings are repeated in many filings, so they count only for an amendment that has nothing else.
 */
export function rowsInCommon(amendment: readonly ComparedRow[], earlier: readonly ComparedRow[]): number {
  const transactions = amendment.filter(({ kind }) => kind === "transaction");
  const open = rowsBy(earlier, sameRow);
  let count = 0;
  for (const row of transactions.length > 0 ? transactions : amendment) {
    const alike = open.get(sameRow(row)) ?? [];
    const both = alike.findIndex((other) => agree(row.amount, other.amount) && agree(row.balance, other.balance));
    const found =
      both >= 0
        ? both
        : alike.findIndex((other) => agree(row.amount, other.amount) || agree(row.balance, other.balance));
    if (found < 0) continue;
    alike.splice(found, 1);
    count++;
  }
  return count;
}
