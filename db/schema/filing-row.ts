import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import type { RowColumn } from "@/lib/record/filing-fields";
import type { RowKind, TableNumber } from "@/lib/record/reported-row";
import { asFiled, calendarDate, decimal, flag, footnoteIds, instant } from "./columns";
import { filing } from "./filing";

/**
 * A row of Table I or II. Transactions and holdings are in one table, because they alternate on the form and every page that
 * follows a balance needs both in one order.
 */
export const filingRow = pgTable(
  "filing_row",
  {
    accessionNumber: text()
      .notNull()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    tableNumber: text().$type<TableNumber>().notNull(),
    line: smallint().notNull(),
    /** False if the source has no order across kinds (data sets). */
    lineIsFiled: boolean().notNull().default(true),
    kind: text().$type<RowKind>().notNull(),
    /** The filing's. */
    orderedAt: instant().notNull(),

    securityTitle: text(),
    securityTitleFootnotes: footnoteIds(),
    conversionOrExercisePrice: decimal(),
    conversionOrExercisePriceFootnotes: footnoteIds(),
    transactionDate: calendarDate(),
    transactionDateFootnotes: footnoteIds(),
    deemedExecutionDate: calendarDate(),
    deemedExecutionDateFootnotes: footnoteIds(),
    transactionFormType: text(),
    transactionCode: text(),
    equitySwapInvolved: flag(),
    transactionCodingFootnotes: footnoteIds(),
    timeliness: text(),
    timelinessFootnotes: footnoteIds(),
    transactionShares: decimal(),
    transactionSharesFootnotes: footnoteIds(),
    transactionTotalValue: decimal(),
    transactionTotalValueFootnotes: footnoteIds(),
    pricePerShare: decimal(),
    pricePerShareFootnotes: footnoteIds(),
    acquiredDisposedCode: text(),
    acquiredDisposedCodeFootnotes: footnoteIds(),
    exerciseDate: calendarDate(),
    exerciseDateFootnotes: footnoteIds(),
    expirationDate: calendarDate(),
    expirationDateFootnotes: footnoteIds(),
    underlyingSecurityTitle: text(),
    underlyingSecurityTitleFootnotes: footnoteIds(),
    underlyingSecurityShares: decimal(),
    underlyingSecuritySharesFootnotes: footnoteIds(),
    underlyingSecurityValue: decimal(),
    underlyingSecurityValueFootnotes: footnoteIds(),
    sharesOwnedFollowing: decimal(),
    sharesOwnedFollowingFootnotes: footnoteIds(),
    valueOwnedFollowing: decimal(),
    valueOwnedFollowingFootnotes: footnoteIds(),
    directOrIndirect: text(),
    directOrIndirectFootnotes: footnoteIds(),
    natureOfOwnership: text(),
    natureOfOwnershipFootnotes: footnoteIds(),
    rowFootnotes: footnoteIds(),
    /** Columns of a row from paper that could not be read, and those that may be wrong; null if there are none. */
    unread: text().array().$type<RowColumn[]>(),
    uncertain: text().array().$type<RowColumn[]>(),
    ...asFiled(),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] }),
    // With the shares it finds rows of other filings that report the same trade.
    index("filing_row_by_transaction_date").on(t.transactionDate, t.transactionShares, t.accessionNumber),
    // Few rows have a mark.
    index("filing_row_marked").on(t.accessionNumber, t.timeliness).where(sql`${t.timeliness} is not null`),
    check("filing_row_table_number", sql`${t.tableNumber} in ('I', 'II')`),
    check("filing_row_kind", sql`${t.kind} in ('transaction', 'holding')`),
  ],
);
