import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { asFiled, position } from "./columns";
import { filing } from "./filing";

/** A footnote as filed. Its id is unique on a filing that keeps the rules, so the position is the key. */
export const footnote = pgTable(
  "footnote",
  {
    accessionNumber: text()
      .notNull()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    position: position(),
    footnoteId: text(),
    text: text(),
    ...asFiled(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.position] })],
);
