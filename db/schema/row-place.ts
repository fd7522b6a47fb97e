import { smallint, text } from "drizzle-orm/pg-core";
import type { TableNumber } from "@/lib/record/reported-row";
import { filing } from "./filing";

/** The three columns that name a row, in every derived table of rows. */
export const rowPlace = () => ({
  accessionNumber: text()
    .notNull()
    .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
  tableNumber: text().$type<TableNumber>().notNull(),
  line: smallint().notNull(),
});
