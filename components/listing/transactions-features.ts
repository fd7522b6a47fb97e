import {
  columnVisibilityFeature,
  createSortedRowModel,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import { staticReactivity } from "./static-reactivity";

export type ColumnMeta = {
  label: string;
  isNumeric?: boolean;
  /** Shown where the reader has chosen no columns. */
  isStandard?: boolean;
  /** What the column says in CSV: names of `CSV_HEADER`, or of the checks behind it. */
  csv: string[];
};

export type TableMeta = {
  /** Whether a line is the first of its trade date in a list by trade date. */
  opensDate: (line: TransactionLine) => boolean;
  /** Whether it is the first of its date and filing, in any order of the list. */
  opensFiling: (line: TransactionLine) => boolean;
};

/** What the table of transactions does by TanStack: which columns show, and in which order the lines stand. */
export const transactionsFeatures = tableFeatures({
  coreReactivityFeature: staticReactivity,
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnMeta: metaHelper<ColumnMeta>(),
  tableMeta: metaHelper<TableMeta>(),
});
