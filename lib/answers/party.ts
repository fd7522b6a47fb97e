import { z } from "zod";
import {
  accessionNumber,
  address,
  cik,
  count,
  countedListShape,
  day,
  decimal,
  instant,
  named,
  noteKey,
  rowKey,
} from "./values";

/** What the pages of insiders and issuers share. */
export const mentionedFiling = named("MentionedFiling", "A filing, as a sentence names it.", {
  accessionNumber,
  documentType: z.string().nullable(),
  filingDate: day.nullable(),
  filedAt: instant.nullable(),
  periodOfReport: z.string().nullable(),
  orderedAt: instant.describe("The instant by which filings are sorted."),
});

const asOfShape = {
  asOf: z
    .strictObject({
      day: day.describe("The day in New York at whose end this was known."),
      undated: count.describe("Filings that are left out, because we do not know when they were filed."),
      changed: count.describe("Filings with several versions, of which this has the latest."),
      presentUrl: address.describe("The same page of the present record."),
    })
    .nullable()
    .describe("Only with `as_of`."),
};

/** The beginning of the page of an insider or issuer. */
export const partyPageShape = { ...countedListShape, ...asOfShape };

/** An insider or issuer, as the page of it says. */
export const partyShape = {
  cik,
  name: z.string().nullable(),
  filings: count,
  first: mentionedFiling.nullable(),
  last: mentionedFiling.nullable(),
  url: address,
};

export const totalsShape = {
  shares: decimal,
  value: decimal.describe("US dollars, of the rows that state shares and a price."),
  underPlan: decimal.describe("The part of the value under a 10b5-1 plan."),
  valueMissing: count.describe("Rows that are not in the value."),
  indirect: count.describe("Rows of securities held indirectly."),
};

const tradeTotals = named("TradeTotals", "Purchases or sales added up, each trade once.", {
  rows: count,
  ...totalsShape,
});

export const sumsShape = {
  purchases: tradeTotals.describe("Code P, acquired, Table I."),
  sales: tradeTotals.describe("Code S, disposed of, Table I."),
  derivatives: z
    .strictObject({ purchases: tradeTotals, sales: tradeTotals })
    .describe("The same in Table II, which are in neither `purchases` nor `sales`."),
  contradicting: count.describe("Rows in no sum, because the letter A or D contradicts the code."),
  otherCurrency: count.describe("Rows in no sum, because the price is not in US dollars."),
  unsure: count.describe("Rows in no sum, because they are from paper and a figure is unread or uncertain."),
};

export const lateFilingShape = {
  accessionNumber,
  documentType: z.string().nullable(),
  filedOn: day.nullable(),
  days: z.int().nullable().describe("Business days from the trade or event to the filing date."),
  due: day.nullable(),
  late: z.boolean(),
  marks: z.array(z.string()).describe("The filer's own marks on its rows: E for early, L for late."),
};

export const latenessShape = {
  late: count,
  of: count.describe("Filings for which we know whether they were late."),
  notKnown: count.describe("Filings without a known filing date."),
  notDue: count.describe("Filings in which nothing had a due date."),
};

export const filedIssuer = z.strictObject({
  cik: z.string().nullable(),
  name: z.string().nullable(),
  tradingSymbol: z.string().nullable(),
});

export const split = named("Split", "A split of an issuer's shares, found from balances.", {
  ratio: z.strictObject({ new: decimal, old: decimal }),
  after: day.describe("It took effect after this day …"),
  until: day.describe("… and on or before this one."),
  date: day.nullable().describe("The day, if a footnote states it."),
  evidence: z.array(rowKey),
  words: z.string().nullable(),
  from: noteKey.nullable(),
});
