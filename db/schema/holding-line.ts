import { index, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import type { TableNumber } from "@/lib/record/reported-row";
import { rowPlace } from "./row-place";

/** Derived: a holding line, named by the row at which it begins, with the row of its last balance. */
export const holdingLine = pgTable(
  "holding_line",
  {
    ...rowPlace(),
    issuerCik: text(),
    /** CIKs of all owners that ever reported it, sorted. */
    owners: text().array().notNull(),
    lastAccessionNumber: text().notNull(),
    lastTableNumber: text().$type<TableNumber>().notNull(),
    lastLine: smallint().notNull(),
    rows: integer().notNull(),
    /** Balances on it that do not follow from the one before, and those of them that nothing explains. */
    gaps: integer().notNull(),
    unexplainedGaps: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] }),
    index("holding_line_of_issuer").on(t.issuerCik),
  ],
);
