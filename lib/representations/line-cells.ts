import type { TransactionLine } from "@/lib/series/transaction-lines";
import { CSV_HEADER, csvCells } from "./row-columns";

/** What a line says in CSV by the names of its columns: those of a row, and the check of its balance. */
export function lineCells({ entry, row, check }: TransactionLine, siteUrl: string): Record<string, string | null> {
  const cells = csvCells(entry, row, siteUrl);
  return {
    ...Object.fromEntries(CSV_HEADER.map((name, index) => [name, cells[index] ?? null])),
    derived_check_state: check?.state ?? null,
    derived_check_expected: check?.expected ?? null,
    derived_check_difference: check?.difference ?? null,
  };
}
