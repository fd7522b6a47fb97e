import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { IndustrySource } from "@/lib/record/industry";
import { bytewiseText, calendarDate, instant, tsvector } from "./columns";

/** A company that insiders report on, under the name and symbol of its newest filing. */
export const issuer = pgTable(
  "issuer",
  {
    cik: text().primaryKey(),
    name: text(),
    tradingSymbol: text(),
    /** `ordered_at` of the newest filing that names it. */
    namedAt: instant().notNull(),
  },
  (t) => [
    index("issuer_by_name").on(sql`lower(coalesce(${t.name}, ''))`, t.cik),
    index("issuer_by_symbol").on(sql`upper(${t.tradingSymbol})`),
  ],
);

/** Every name and symbol that an issuer was filed under. An empty text means that none was given. */
export const issuerName = pgTable(
  "issuer_name",
  {
    cik: text()
      .notNull()
      .references(() => issuer.cik, { onDelete: "cascade" }),
    name: text().notNull(),
    tradingSymbol: text().notNull(),
    namedAt: instant().notNull(),
    /** Only letters and digits, as in `nameWords`: PostgreSQL would keep `J.P` as one word. */
    words: tsvector().generatedAlwaysAs(
      sql`to_tsvector('simple', regexp_replace(name || ' ' || trading_symbol, '[^[:alnum:]]+', ' ', 'g'))`,
    ),
    /** In lower case and without punctuation, to find the word that a misspelled one was meant to be. */
    firstWord: bytewiseText().generatedAlwaysAs(sql`translate(split_part(lower(name), ' ', 1), ',.', '')`),
  },
  (t) => [
    primaryKey({ columns: [t.cik, t.name, t.tradingSymbol] }),
    index("issuer_name_by_first_word").on(t.firstWord),
    index("issuer_name_by_words").using("gin", t.words),
    index("issuer_name_by_symbol").on(sql`upper(${t.tradingSymbol})`),
    index("issuer_name_by_beginning").on(sql`lower(${t.name}) collate "C"`),
  ],
);

/** The industry of a company, from the newest source that states it. Companies on which we have no filing may be in it. */
export const industry = pgTable(
  "industry",
  {
    cik: text().primaryKey(),
    /** Four digits of the Standard Industrial Classification. */
    code: bytewiseText().notNull(),
    name: text().notNull(),
    source: text().$type<IndustrySource>().notNull(),
    asOf: calendarDate().notNull(),
  },
  (t) => [index("industry_by_code").on(t.code)],
);
