/** A column to sort by, with its name in the address. */
export type SortOrder = { column: string; descending: boolean };

/** Reads `-value` (largest first) or `traded` (earliest first); null if the column cannot be sorted. */
export function parseSortOrder(text: string, columns: readonly string[]): SortOrder | null {
  const descending = text.startsWith("-");
  const column = descending ? text.slice(1) : text;
  return columns.includes(column) ? { column, descending } : null;
}

export const printSortOrder = ({ column, descending }: SortOrder): string => `${descending ? "-" : ""}${column}`;

export const isSameOrder = (a: SortOrder, b: SortOrder): boolean => printSortOrder(a) === printSortOrder(b);
