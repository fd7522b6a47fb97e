import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { filing } from "@/db/schema/filing";
import type { PlanFilter, PositionFilter, PriceRangeFilter, Side } from "@/lib/filters/filing-filter";
import type { RowPattern, TradeLabel } from "@/lib/record/derived-filing";
import type { TableNumber } from "@/lib/record/reported-row";
import { bytewiseText, calendarDate, decimal, instant } from "./columns";

/** The day that a filing is sorted by. */
const orderDay = "(ordered_at at time zone 'America/New_York')::date";

/** The character of the kind for each value of a column; the last one is for all others. */
const oneOf = (column: string, characters: Record<string, string>, other = "'-'") =>
  `case ${column} ${Object.entries(characters)
    .map(([value, character]) => `when '${value}' then '${character}'`)
    .join(" ")} else ${other} end`;

/** The characters of forms in a kind. */
export const FORM_CHARACTERS = { "3": "3", "4": "4", "5": "5", "3/A": "c", "4/A": "d", "5/A": "e" };

/** For each character of a kind that stands for days: the most days from a trade to the day that its filing is sorted by. */
export const MOST_DAYS_AFTER_TRADE = { "0": 10, "1": 60, "2": 400, "3": 2000 };

/** The most days from the day that a filing is sorted by to its filing date. After 5:30 pm, that is the next business day. */
export const MOST_DAYS_TO_FILING_DATE = 4;

/** One character for each property, in the order of `kindOf`. */
const KIND = [
  "case when table_number = '' then '.' when code is null then '-' when code ~ '^[A-Z]$' then code else '?' end",
  oneOf("document_type", FORM_CHARACTERS),
  oneOf(
    "plan",
    { "not-indicated": "n", "no-box": "b" },
    "case when plan is null then '-' when plan_adopted_on is null then 'u' else 'a' end",
  ),
  oneOf("price_range", { stated: "s", wide: "w" }),
  "case when is_implausible then 'i' else '-' end",
  `case when filing_date is null then '-'
    when filing_date - ${orderDay} between 0 and ${MOST_DAYS_TO_FILING_DATE} then 'y' else 'x' end`,
  `case when transaction_date is null then '-' when transaction_date > ${orderDay} then '9' ${Object.entries(
    MOST_DAYS_AFTER_TRADE,
  )
    .map(([character, days]) => `when ${orderDay} - transaction_date <= ${days} then '${character}'`)
    .join(" ")} else '9' end`,
].join("\n    || ");

/**
 * Derived: what lists find filings by, in one narrow table. A line for each current transaction and each owner of its filing: the
 * lines with `ownerPosition` 1 are the transactions. A filing without a current transaction has a line without a row for each
 * owner. Pages show the record itself.
 */
export const listing = pgTable(
  "listing",
  {
    accessionNumber: text()
      .notNull()
      .references(() => filing.accessionNumber, { onDelete: "cascade", onUpdate: "cascade" }),
    /** Empty, with line 0, if the filing has no current transaction. */
    tableNumber: text().$type<TableNumber | "">().notNull(),
    line: smallint().notNull(),
    /** 1 also for a filing without owners. */
    ownerPosition: smallint().notNull(),
    orderedAt: instant().notNull(),
    filingDate: calendarDate(),
    documentType: text(),
    issuerCik: text(),
    ownerCik: text(),
    code: text(),
    transactionDate: calendarDate(),
    /** Null if it is not known with certainty. */
    shares: decimal(),
    /** In US dollars; null if it is not known with certainty. */
    price: decimal(),
    /** Acquired or disposed of; null if the row says neither. */
    side: text().$type<Side>(),
    /** Null if the row says neither direct nor indirect. */
    isIndirect: boolean(),
    /** Of purchases and sales. */
    plan: text().$type<PlanFilter>(),
    planAdoptedOn: calendarDate(),
    /** Whether the note on the price states a range, and whether that is too wide for one average price. */
    priceRange: text().$type<PriceRangeFilter>(),
    isImplausible: boolean().notNull(),
    /** Why sums of purchases and sales leave out the row, apart from implausible figures. */
    apart: text().$type<"unsure" | "currency" | "letter">(),
    /** The row that counts among all rows that report the same trade; null if no other filing reports it. */
    event: text(),
    /** In US dollars, of Table I; null if it is not known with certainty, or implausible. */
    value: decimal(),
    /** In percent of the holding before, to four decimals; null from zero, and if it is not known with certainty, or implausible. */
    change: decimal(),
    /** Whether the row begins or ends its holding. */
    position: text().$type<PositionFilter>(),
    /** Business days from trade to filing, as in `lateness`; null without a due date of its own. */
    delay: integer(),
    /** Of the row; for a filing without a current transaction, of the filing. */
    isLate: boolean(),
    /** What all owners of the filing are, as in `roleBits`. */
    roles: smallint(),
    /** As in `tradeHistory`; null for rows other than purchases and sales of shares. */
    label: text().$type<TradeLabel>(),
    isFirst: boolean(),
    isFirstInTwoYears: boolean(),
    /** As in `rowPattern`. */
    pattern: text().$type<RowPattern>(),
    /** As in `tradeCluster`; null of rows that are in no cluster. */
    clusterInsiders: smallint(),
    /** Whether a footnote that the row cites states facts; null for a filing without a current transaction. */
    citesFacts: boolean(),
    /** Whether several owners filed together. */
    isJoint: boolean(),
    /** Whether the filing is an amendment, or was amended. */
    isAmended: boolean(),
    /**
     * All properties with few values, a character for each: code, form, plan, range of prices, implausible, filing date, days from
     * trade to filing. Filters on them, in any combination, select kinds, and of each kind the newest lines are next to each
     * other in an index.
     */
    kind: bytewiseText().generatedAlwaysAs(sql.raw(KIND)),
  },
  (t) => [
    primaryKey({ columns: [t.accessionNumber, t.tableNumber, t.line, t.ownerPosition] }),
    // The columns behind the order let index-only scans check a filter on dates, and count filings.
    index("listing_by_kind").on(
      t.kind,
      t.orderedAt,
      t.accessionNumber,
      t.ownerPosition,
      t.filingDate,
      t.transactionDate,
    ),
    index("listing_of_issuer").on(t.issuerCik, t.kind, t.orderedAt, t.accessionNumber, t.ownerPosition),
    index("listing_of_owner").on(t.ownerCik, t.kind, t.orderedAt),
    // Only to step from one insider of an issuer to the next.
    index("listing_of_both").on(t.issuerCik, t.ownerCik),
    index("listing_by_adoption")
      .on(t.planAdoptedOn, t.kind, t.transactionDate, t.ownerPosition, t.orderedAt, t.accessionNumber)
      .where(sql`plan_adopted_on is not null`),
  ],
);

/** Every kind in `listing`. Kinds that no line has any more may remain. */
export const listingKind = pgTable("listing_kind", { kind: text().primaryKey() });
