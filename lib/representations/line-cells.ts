import type { TransactionLine } from "@/lib/lists/transaction-lines";
import { CSV_HEADER, csvCells } from "./row-columns";

/** What a line says in CSV, by the names of its columns. */
export function lineCells({ entry, row }: TransactionLine, siteUrl: string): Record<string, string | null> {
  const cells = csvCells(entry, row, siteUrl);
  return Object.fromEntries(CSV_HEADER.map((name, index) => [name, cells[index] ?? null]));
}
