import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { BalanceCheck, GapReason } from "@/lib/record/balance-check";
import { decimal } from "./columns";
import { rowPlace } from "./row-place";

/** Derived: the holding line of a row that states a balance, and whether the balance follows from the one before. */
export const rowCheck = pgTable(
  "row_check",
  {
    ...rowPlace(),
    /** The row at which the line begins. */
    holdingLine: text().notNull(),
    /** Its place on the line, from 1. */
    linePosition: integer().notNull(),
    state: text().$type<BalanceCheck["state"]>().notNull(),
    expected: decimal(),
    reported: decimal(),
    difference: decimal(),
    missing: text().$type<BalanceCheck["missing"]>(),
    /** The row with the balance before, and that balance. */
    priorRow: text(),
    priorBalance: decimal(),
    reason: jsonb().$type<GapReason>(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] })],
);
