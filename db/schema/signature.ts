import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { asFiled, calendarDate, position } from "./columns";
import { filing } from "./filing";

/** A signature block. Signatures are not linked to owners: one person may sign for several. */
export const signature = pgTable(
  "signature",
  {
    accessionNumber: text()
      .notNull()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    position: position(),
    name: text(),
    date: calendarDate(),
    ...asFiled(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.position] })],
);
