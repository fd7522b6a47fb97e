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
  /** Whether it is shown by default. */
  isStandard?: boolean;
  /** The column's names in CSV: from `CSV_HEADER`, or those of the checks behind it. */
  csv: string[];
};

export type TableMeta = {
  /** Whether a line is the first of its trade date, in a list sorted by trade date. */
  opensDate: (line: TransactionLine) => boolean;
  /** Whether a line is the first of its date and filing, however the list is sorted. */
  opensFiling: (line: TransactionLine) => boolean;
};

/** The TanStack features that the table of transactions uses: column visibility and sorting. */
export const transactionsFeatures = tableFeatures({
  coreReactivityFeature: staticReactivity,
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnMeta: metaHelper<ColumnMeta>(),
  tableMeta: metaHelper<TableMeta>(),
});
