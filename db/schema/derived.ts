import { boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { filing } from "@/db/schema/filing";
import type { BalanceCheck, GapReason } from "@/lib/record/balance-check";
import type { AmendmentBasis, PlanState, RowDelay, RowPattern, TradeLabel } from "@/lib/record/derived-filing";
import type { Implausible, ImplausibleCause, ImplausibleReason } from "@/lib/record/implausible";
import type { TableNumber } from "@/lib/record/reported-row";
import type { RowKey } from "@/lib/record/row-key";
import type { TaxWithholding } from "@/lib/record/stated-facts";
import { calendarDate, decimal, instant, position } from "./columns";

/** The three columns that name a row, in every derived table of rows. */
const rowPlace = () => ({
  accessionNumber: text()
    .notNull()
    .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
  tableNumber: text().$type<TableNumber>().notNull(),
  line: smallint().notNull(),
});

/** Derived: what an amendment amends, and the last amendment of a filing. Other filings have no row. */
export const amendmentLink = pgTable(
  "amendment_link",
  {
    accessionNumber: text()
      .primaryKey()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    amends: text(),
    /** Null for a filing that is not an amendment. */
    basis: text().$type<AmendmentBasis>(),
    amendedBy: text(),
  },
  (t) => [index("amendment_link_by_original").on(t.amends)],
);

/** Derived: a row that an amendment restates. It is not in lists and totals, but stays on its filing's page. */
export const supersededRow = pgTable(
  "superseded_row",
  {
    ...rowPlace(),
    /** The row that replaced it: `0001365555-13-000002#I-1`. */
    supersededBy: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] })],
);

/** Derived: a row that reports the same trade as rows of other filings. One of them is counted. */
export const eventRow = pgTable(
  "event_row",
  {
    ...rowPlace(),
    /** The row that is counted for all of them. */
    event: text().notNull(),
    isCounted: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] }), index("event_row_by_event").on(t.event)],
);

/**
 * Derived: business days from the trade of the row that was due first to the filing date, and the day it was due. No row if a date is
 * unknown or no rule applies.
 */
export const lateness = pgTable("lateness", {
  accessionNumber: text()
    .primaryKey()
    .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
  days: integer().notNull(),
  due: calendarDate().notNull(),
  isLate: boolean().notNull(),
  /** The same for each row that had a due date of its own, by row id. */
  rows: jsonb().$type<Readonly<Record<string, RowDelay>>>(),
});

/**
 * Derived: how many filings of a group of connected ones were late, by our count and by the filers' own marks. An issuer's numbers are
 * the sums of its groups.
 */
export const latenessCount = pgTable(
  "lateness_count",
  {
    /** The first accession number of the group. */
    accessionNumber: text()
      .primaryKey()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    issuerCik: text(),
    late: integer().notNull(),
    known: integer().notNull(),
    notKnown: integer().notNull(),
    notDue: integer().notNull(),
    marked: integer().notNull(),
    markedAndLate: integer().notNull(),
    /** The accession numbers of the newest that are late by our count or by the filer's mark. */
    newest: text().array().notNull(),
  },
  (t) => [index("lateness_count_of_issuer").on(t.issuerCik)],
);

/** Derived: an owner at an issuer, named by the owner's newest filing there, with what all of them say together. */
export const ownerSeat = pgTable(
  "owner_seat",
  {
    accessionNumber: text()
      .notNull()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    /** Of the owner on that filing. */
    position: position(),
    issuerCik: text(),
    cik: text().notNull(),
    /** The instants by which the first and the newest filing are sorted. */
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
    filings: integer().notNull(),
    /** Whether a filing of the newest day has the exit box checked. */
    hasLeft: boolean().notNull(),
    role: text(),
    /** The newest transaction that no amendment restates: `0001365555-13-000002#I-1`. */
    trade: text().$type<RowKey>(),
    /** The spellings on signatures that confirm how the owner's name is read; null until everything is derived again. */
    signed: text().array(),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.position] }),
    index("owner_seat_of_issuer").on(t.issuerCik),
    index("owner_seat_of_owner").on(t.cik),
  ],
);

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
    /** Balances on it that do not follow from the one before, and those of them without an explanation. */
    gaps: integer().notNull(),
    unexplainedGaps: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] }),
    index("holding_line_of_issuer").on(t.issuerCik),
  ],
);

/**
 * Derived: a balance that differs from the one before by a simple ratio, or whose note names a split. If the balances of the
 * issuer's other insiders agree, it has a reason.
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

/** Derived: what the 10b5-1 box and the notes say about a purchase or sale. No row if they say nothing. */
export const tradeReading = pgTable(
  "trade_reading",
  {
    ...rowPlace(),
    /** Null if it is not under a plan, as far as the filing says. */
    planState: text().$type<Extract<PlanState, "box" | "note">>(),
    planAdoptedOn: calendarDate(),
    planFootnoteId: text(),
    planWords: text(),
    /** ISO 4217, if the price is not in US dollars. */
    currency: text(),
    /** Whether a note on the price says that it is an average. */
    isAverage: boolean().notNull().default(false),
    /** The range of prices in the note, if the price is within it. */
    rangeLow: decimal(),
    rangeHigh: decimal(),
    /** ISO 4217. */
    rangeCurrency: text(),
    /** The note that says so. */
    priceFootnoteId: text(),
    /** What the shares were sold to pay, according to the notes; null if they say nothing about it. */
    covers: text().array().$type<TaxWithholding["purpose"]>(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] })],
);

/** Derived: a row with a figure that evidence contradicts. It is shown as filed, and left out of headlines and totals. */
export const implausibleRow = pgTable(
  "implausible_row",
  {
    ...rowPlace(),
    field: text().$type<Implausible["field"]>().notNull(),
    reason: text().$type<ImplausibleReason>().notNull(),
    cause: text().$type<ImplausibleCause>(),
    /** What the figure was compared with, and how many times this it is. */
    amount: decimal().notNull(),
    times: decimal(),
    trades: integer(),
    footnoteId: text(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] })],
);

/** Derived: how a market purchase or sale of shares compares with the trades of its owners before. Superseded rows have none. */
export const tradeHistory = pgTable(
  "trade_history",
  {
    ...rowPlace(),
    label: text().$type<TradeLabel>().notNull(),
    /** Calendar months, from 1, with a trade in each of the three years before; null unless the label is routine. */
    routineMonths: smallint().array(),
    /** Whether no owner of the filing has an earlier purchase. */
    isFirst: boolean().notNull(),
    /** Whether none has one in the two years before. */
    isFirstInTwoYears: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] })],
);

/** Derived: a row that forms a pattern with others of its owners. Superseded rows do not. */
export const rowPattern = pgTable(
  "row_pattern",
  {
    ...rowPlace(),
    pattern: text().$type<RowPattern>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] })],
);

/** Derived: a purchase or sale that is part of a cluster of several insiders of its issuer. */
export const tradeCluster = pgTable(
  "trade_cluster",
  {
    ...rowPlace(),
    insiders: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line] })],
);
