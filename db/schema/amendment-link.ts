import { index, pgTable, text } from "drizzle-orm/pg-core";
import type { AmendmentBasis } from "@/lib/record/derived-filing";
import { filing } from "./filing";

/** Derived: what an amendment amends, and the last amendment of a filing. Filings outside any chain have no line. */
export const amendmentLink = pgTable(
  "amendment_link",
  {
    accessionNumber: text()
      .primaryKey()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    amends: text(),
    /** Null for a filing that is no amendment itself. */
    basis: text().$type<AmendmentBasis>(),
    amendedBy: text(),
  },
  (t) => [index("amendment_link_by_original").on(t.amends)],
);
