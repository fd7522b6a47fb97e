import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { GapReason } from "@/lib/record/balance-check";
import { rowPlace } from "./row-place";

/**
 * Derived: a balance that differs from the one before by a simple ratio, or whose note names a split; and, where the balances of
 * the issuer's other insiders agree, that it is one.
 */
export const splitHint = pgTable(
  "split_hint",
  {
    ...rowPlace(),
    issuerCik: text().notNull(),
    reason: jsonb().$type<GapReason>(),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] }),
    index("split_hint_of_issuer").on(t.issuerCik),
  ],
);
