import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { asFiled, calendarDate, flag, position } from "./columns";
import { filing } from "./filing";

/** A reporting owner on a filing. No owner is first: the position only serves to give the document back. */
export const filingOwner = pgTable(
  "filing_owner",
  {
    accessionNumber: text()
      .notNull()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    position: position(),
    cik: text(),
    name: text(),
    street1: text("street1"),
    street2: text("street2"),
    city: text(),
    state: text(),
    zipCode: text(),
    stateDescription: text(),
    nonUSAddressFlag: flag(),
    nonUSStateTerritory: text(),
    country: text(),
    isDirector: flag(),
    isOfficer: flag(),
    isTenPercentOwner: flag(),
    isOther: flag(),
    officerTitle: text(),
    otherText: text(),
    /** The SEC's file number of the issuer in this filing. Only data sets have it. */
    fileNumber: text(),
    ...asFiled(),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.position] }),
    index("filing_owner_by_cik").on(t.cik, t.accessionNumber),
  ],
);

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
