import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique } from "drizzle-orm/pg-core";
import type {
  AlertChannel,
  AlertOrigin,
  AlertRate,
  AlertState,
  DeliveryErrorClass,
  DeliveryState,
  MatchChange,
  Matched,
  MatchKind,
} from "@/lib/alerts/alert";

const instant = () => timestamp({ withTimezone: true });

/** The text after the @ of an email address, or between the slashes of a webhook and its path. */
const RECEIVER = String.raw`case channel when 'mail' then substring(target from '@[^@]*$')
  else substring(lower(target) from '^https?:[/\\]*([^/\\?#]*)') end`;

/** A request to be told what is new in a view, with a receiver and a frequency. The secret of a webhook is not in the database, but in the operator's file. */
export const alert = pgTable(
  "alert",
  {
    /** `file:` and its name for an alert of the operator's file, or else random. */
    alertId: text().primaryKey(),
    origin: text().$type<AlertOrigin>().notNull(),
    /** Its name in the operator's file. */
    name: text(),
    /** The path and query of the view, without a data format. */
    view: text().notNull(),
    channel: text().$type<AlertChannel>().notNull(),
    /** An https address or an email address. The site's role cannot read it: it may have a password or a person in it. */
    target: text().notNull(),
    /** The host of the target, which pages show: `hooks.example.org`, `@example.org`. */
    receiver: text().generatedAlwaysAs(sql.raw(RECEIVER)),
    rate: text().$type<AlertRate>().notNull(),
    createdAt: instant().notNull().defaultNow(),
    /** Only what was filed later can match. */
    startsAt: instant().notNull().defaultNow(),
    state: text().$type<AlertState>().notNull(),
    stateReason: text(),
    stateAt: instant().notNull().defaultNow(),
    /** How many messages in a row failed because the mail server refused the address for good. */
    refusals: integer().notNull().default(0),
    /** When we asked the reader to confirm the address; null if we have not asked yet. */
    confirmationSentAt: instant(),
  },
  (t) => [index("alert_of_target").on(t.target), index("alert_active").on(t.startsAt).where(sql`state = 'active'`)],
);

/**
 * The queue of filings to compare with alerts. It is written in the transaction that stores a filing, or changes its lines in lists.
 * Rows are only added, so that runs which store or derive never wait for the one that compares.
 */
export const filingToMatch = pgTable("filing_to_match", {
  filingToMatchId: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  accessionNumber: text().notNull(),
  queuedAt: instant().notNull().defaultNow(),
});

/** Something new in the view of an alert. A filing may be deleted later, but what was sent stays. */
export const alertMatch = pgTable(
  "alert_match",
  {
    alertMatchId: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    alertId: text()
      .notNull()
      .references(() => alert.alertId, { onDelete: "cascade" }),
    /** The row, footnote or filing that first reported it. Amendments and other reports of the same trade keep this key. */
    matchKey: text().notNull(),
    kind: text().$type<MatchKind>().notNull(),
    /** The filing that reports it now, and its version. */
    accessionNumber: text().notNull(),
    filingVersion: integer().notNull(),
    what: jsonb().$type<Matched>().notNull(),
    /** Null unless the kind is `changed`. */
    changes: jsonb().$type<MatchChange[]>(),
    /** When it is sent: as its alert asks, or daily if an immediate alert finds it days after it was filed. */
    rate: text().$type<AlertRate>().notNull(),
    matchedAt: instant().notNull().defaultNow(),
    /** Null until it is part of a message. */
    deliveryId: text().references(() => delivery.deliveryId),
  },
  (t) => [
    // Deriving again, storing again or comparing twice adds nothing.
    unique("alert_match_once").on(t.alertId, t.matchKey, t.accessionNumber, t.filingVersion),
    index("alert_match_to_send").on(t.rate, t.alertId).where(sql`delivery_id is null`),
    index("alert_match_of_delivery").on(t.deliveryId),
  ],
);

/**
 * What was sent so long ago that the match itself was deleted: only that it was sent, so that it never is again, whatever is stored or
 * derived again later.
 */
export const pastMatch = pgTable(
  "past_match",
  {
    alertId: text()
      .notNull()
      .references(() => alert.alertId, { onDelete: "cascade" }),
    matchKey: text().notNull(),
    accessionNumber: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.alertId, t.matchKey, t.accessionNumber] })],
);

/** A message with one match or more. */
export const delivery = pgTable(
  "delivery",
  {
    /** `msg_…`, the same for every attempt. */
    deliveryId: text().primaryKey(),
    alertId: text()
      .notNull()
      .references(() => alert.alertId, { onDelete: "cascade" }),
    createdAt: instant().notNull().defaultNow(),
    /** What is sent, the same for every attempt. The site's role cannot read it. */
    body: text().notNull(),
    /** `failed`: we have stopped trying. */
    state: text().$type<DeliveryState>().notNull().default("waiting"),
    tries: integer().notNull().default(0),
    nextTryAt: instant().notNull().defaultNow(),
    lastErrorClass: text().$type<DeliveryErrorClass>(),
    /** Without addresses. */
    lastError: text(),
    lastTryAt: instant(),
    deliveredAt: instant(),
  },
  (t) => [
    index("delivery_to_send").on(t.nextTryAt).where(sql`state = 'waiting'`),
    index("delivery_of_alert").on(t.alertId, t.createdAt),
    index("delivery_newest").on(t.createdAt),
  ],
);
