import { constructTable } from "@tanstack/react-table";
import type { SortOrder } from "@/lib/filters/sort-order";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import { transactionColumns } from "./transaction-columns";
import { transactionsFeatures } from "./transactions-features";

export const NEWEST_TRADE_FIRST: SortOrder = { column: "traded", descending: true };

type ModelOptions = {
  lines: TransactionLine[];
  sort: SortOrder;
  /** Ids of the columns to show. By default all. */
  columns?: readonly string[];
};

/** The TanStack model of the transactions table: lines sorted, columns chosen. */
export function transactionsModel({ lines, sort, columns }: ModelOptions) {
  const isShown = (id: string) => columns === undefined || columns.includes(id);
  return constructTable({
    features: transactionsFeatures,
    columns: transactionColumns,
    data: lines,
    getRowId: (line) => line.key,
    state: {
      sorting: [{ id: sort.column, desc: sort.descending }],
      columnVisibility: Object.fromEntries(COLUMN_IDS.map((id) => [id, isShown(id)])),
    },
    meta: { opensDate: opensDate(lines, sort), opensFiling: opensFiling(lines) },
  });
}

/** All columns in the order of the table and of the CSV. */
export const TRANSACTION_COLUMNS: readonly { id: string; label: string; csv: readonly string[] }[] =
  transactionColumns.map(({ id = "", meta }) => ({ id, label: meta?.label ?? id, csv: meta?.csv ?? [] }));

export const COLUMN_IDS: readonly string[] = TRANSACTION_COLUMNS.map(({ id }) => id);

export const SORTABLE_COLUMN_IDS: readonly string[] = transactionColumns
  .filter((column) => "accessorFn" in column)
  .map(({ id }) => id ?? "");

/** "newest trade first", "sorted by “Price”, descending": narrow windows do not show every column. */
export function describeTradeOrder({ column, descending }: SortOrder): string {
  if (column === NEWEST_TRADE_FIRST.column) return descending ? "newest trade first" : "oldest trade first";
  const label = TRANSACTION_COLUMNS.find(({ id }) => id === column)?.label ?? column;
  return `sorted by “${label}”, ${descending ? "descending" : "ascending"}`;
}

/** The columns shown by default. With one issuer in view, its column would be the same on every line. */
export const standardColumns = (hasSeveralIssuers: boolean): readonly string[] =>
  transactionColumns
    .filter(({ id, meta }) => meta?.isStandard || (hasSeveralIssuers && id === "issuer"))
    .map(({ id }) => id ?? "");

/** If sorted by trade date, lines of one day share one date. In any other order each line has its own. */
function opensDate(lines: readonly TransactionLine[], sort: SortOrder): (line: TransactionLine) => boolean {
  if (sort.column !== NEWEST_TRADE_FIRST.column) return () => true;
  const dateOf = (line: TransactionLine | undefined) => line?.row.transactionDate.value;
  const opening = new Set(lines.filter((line, at) => at === 0 || dateOf(lines[at - 1]) !== dateOf(line)));
  return (line) => opening.has(line);
}

function opensFiling(lines: readonly TransactionLine[]): (line: TransactionLine) => boolean {
  const placeOf = (line: TransactionLine | undefined) =>
    line && `${line.row.transactionDate.value} ${line.row.accessionNumber}`;
  const opening = new Set(lines.filter((line, at) => placeOf(lines[at - 1]) !== placeOf(line)));
  return (line) => opening.has(line);
}
