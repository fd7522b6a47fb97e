import { z } from "zod";
import { GROUPS } from "@/lib/filters/grouping";
import { filingFacts, listedFiling } from "./filing";
import { implausible, rowAnswer } from "./row";
import {
  type Answer,
  accessionNumber,
  address,
  cik,
  count,
  counted,
  countedListShape,
  day,
  decimal,
  instant,
  leftOut,
  listShape,
  named,
  next,
  placesShape,
  rowId,
  unknownNames,
} from "./values";

const withoutFilingDate = counted
  .nullable()
  .describe("Filings left out by a date filter because they have no filing date.");

export const latestAnswer = named("LatestAnswer", "The newest filings.", {
  ...countedListShape,
  filings: counted,
  leftOut,
  rows: z.array(rowAnswer),
  filingsWithoutRows: z.array(filingFacts).describe("Filings of this page that report nothing in their tables."),
  ...placesShape,
});
export type LatestAnswer = Answer<typeof latestAnswer>;

export const filingsAnswer = named("FilingsAnswer", "A page of filings.", {
  ...countedListShape,
  withoutFilingDate,
  unknown: unknownNames,
  leftOut,
  rows: z.array(listedFiling),
  ...placesShape,
});
export type FilingsAnswer = Answer<typeof filingsAnswer>;

export const watchAnswer = named("WatchAnswer", "A page of the filings of insiders, or on issuers.", {
  ...countedListShape,
  unknown: unknownNames,
  rows: z.array(listedFiling),
  ...placesShape,
});
export type WatchAnswer = Answer<typeof watchAnswer>;

const facetsShape = {
  facets: z
    .record(
      z.string(),
      z.array(
        z.strictObject({
          value: z.string().nullable().describe("Null for transactions that no choice finds."),
          trades: count,
          filings: count,
        }),
      ),
    )
    .nullable()
    .describe(
      "By filter: what each choice would find beside the other filters. Null if the counts were not ready in time.",
    ),
  facetsAsOf: instant.nullable().optional().describe("Set if the counts are behind the list."),
};

export const transactionsAnswer = named("TransactionsAnswer", "A page of transactions.", {
  ...countedListShape,
  filings: counted,
  withoutFilingDate,
  unknown: unknownNames,
  leftOut,
  ...facetsShape,
  sort: z.string(),
  withoutValue: count.nullable().describe("Transactions without anything to sort by, which come last."),
  rows: z.array(rowAnswer),
  ...placesShape,
});
export type TransactionsAnswer = Answer<typeof transactionsAnswer>;

const tradeGroup = named("TradeGroup", "Transactions of one issuer, insider, day, industry, role or month.", {
  key: z.string().describe("A CIK, a role, a month such as 2025-06, or the first two digits of an SIC code."),
  name: z.string(),
  tradingSymbol: z.string().nullable(),
  day: day.nullable().describe("In groups by issuer and day."),
  trades: count,
  issuers: count,
  insiders: count,
  buyers: count,
  sellers: count,
  purchases: count,
  sales: count,
  bought: decimal.nullable().describe("US dollars. Null if there are purchases, and none of them has a value."),
  sold: decimal.nullable(),
  net: decimal.nullable(),
  buyRatio: decimal.nullable().describe("(purchases − sales) ÷ (purchases + sales)."),
  valueMissing: count,
  leftOut: count,
  first: day.nullable(),
  last: day.nullable(),
  months: z.array(z.strictObject({ month: z.string(), purchases: count, sales: count })).nullable(),
  url: address.nullable(),
  rowsUrl: address.nullable().describe("The list of the transactions; null if no filter finds exactly these."),
});
export type TradeGroupAnswer = Answer<typeof tradeGroup>;

export const groupsAnswer = named(
  "GroupsAnswer",
  "Transactions in groups: the answer of `/transactions.json` if the address has `group`.",
  {
    title: z.string(),
    url: address,
    filter: listShape.filter,
    group: z.enum(GROUPS),
    insidersFrom: count,
    totalFrom: decimal,
    sort: z.string(),
    count,
    ungrouped: count.describe("Transactions in no group, because what they are grouped by is not known."),
    asOf: instant.nullable().describe("Set if the groups are behind the record."),
    ...facetsShape,
    groups: z.array(tradeGroup),
    next,
  },
);
export type GroupsAnswer = Answer<typeof groupsAnswer>;

const other = z.strictObject({ cik, name: z.string().nullable(), tradingSymbol: z.string().nullable() });

const partyShape = {
  cik,
  name: z.string().nullable(),
  tradingSymbol: z.string().nullable(),
  filings: count,
  lastFiling: z
    .strictObject({
      accessionNumber,
      documentType: z.string().nullable(),
      filingDate: day.nullable(),
      orderedBy: day
        .nullable()
        .describe("If the filing date is not known, the day of the signature or the period of report."),
    })
    .nullable(),
  role: z.string().nullable().describe("As in the last filing; null for an issuer."),
  lastTrade: z
    .strictObject({
      accessionNumber,
      row: rowId,
      code: z.string().nullable(),
      hasExercisePrice: z.boolean(),
      date: z.string().nullable(),
      shares: z.string().nullable(),
      acquiredDisposedCode: z.string().nullable(),
      sharesOwnedFollowing: z.string().nullable(),
      implausible: implausible.nullable(),
    })
    .nullable(),
  url: address,
};

export const listedInsider = named("ListedInsider", "An insider, with the filings that match the filter.", {
  ...partyShape,
  issuers: z.array(other).describe("The newest few."),
  issuersInAll: count,
});

export const listedIssuer = named("ListedIssuer", "An issuer, with the filings that match the filter.", {
  ...partyShape,
  insiders: z.array(other).describe("The newest few."),
  insidersInAll: count,
});

export type ListedPartyAnswer = Answer<typeof listedInsider> | Answer<typeof listedIssuer>;

const directoryShape = { ...countedListShape, unknown: unknownNames };

export const insidersAnswer = named("InsidersAnswer", "A page of insiders by name.", {
  ...directoryShape,
  rows: z.array(listedInsider),
  next,
});

export const issuersAnswer = named("IssuersAnswer", "A page of issuers by name.", {
  ...directoryShape,
  rows: z.array(listedIssuer),
  next,
});
