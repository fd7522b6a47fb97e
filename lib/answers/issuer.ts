import { z } from "zod";
import { cluster, clusterRuleShape } from "./clusters";
import {
  lateFilingShape,
  latenessShape,
  mentionedFiling,
  partyPageShape,
  partyShape,
  split,
  sumsShape,
  totalsShape,
} from "./party";
import { lastTrade, reportingOwner, rowAnswer } from "./row";
import {
  type Answer,
  accessionNumber,
  address,
  cik,
  count,
  counted,
  day,
  decimal,
  instant,
  leftOut,
  named,
  next,
  rowKey,
} from "./values";

const heldSecurities = z.array(
  z.strictObject({
    title: z.string().nullable(),
    total: decimal,
    lines: z.array(
      z.strictObject({
        balance: decimal,
        vehicle: z.string().nullable(),
        filing: accessionNumber,
        holdingLine: rowKey,
        jointOwners: count,
      }),
    ),
  }),
);

const trades = z.strictObject({ events: count, value: decimal, valueMissing: count });

const rosterInsider = named("RosterInsider", "An insider of an issuer, as named in the newest filing on it.", {
  owner: reportingOwner,
  role: z.string().nullable(),
  url: address,
  filings: count,
  first: instant,
  last: mentionedFiling,
  hasLeft: z.boolean(),
  noSecuritiesOwned: z.boolean(),
  holdings: z.strictObject({ direct: heldSecurities, indirect: heldSecurities, derivatives: heldSecurities }),
  boughtIn12Months: trades,
  soldIn12Months: trades,
  lastTrade: lastTrade.nullable(),
});
export type RosterInsiderAnswer = Answer<typeof rosterInsider>;

const totals = z.strictObject({ events: count, ...totalsShape });

export const issuerAnswer = named(
  "IssuerAnswer",
  "An issuer, its newest rows, and its insiders, whatever the filter.",
  {
    ...partyPageShape,
    filings: counted,
    issuer: z.strictObject({
      ...partyShape,
      tradingSymbol: z.string().nullable(),
      names: z.array(z.strictObject({ name: z.string(), tradingSymbol: z.string() })),
      insiders: count,
      industry: z
        .strictObject({ code: z.string(), name: z.string(), source: z.enum(["filing", "edgar"]), asOf: z.string() })
        .nullable(),
    }),
    sums: z
      .strictObject({
        tradedFrom: day,
        tradedTo: day,
        ...sumsShape,
        leftOut,
      })
      .nullable()
      .describe("Of the trade dates in the filter, or of the last twelve months."),
    totals: z
      .strictObject({
        tradedFrom: day.nullable(),
        tradedTo: day.nullable(),
        purchases: totals,
        sales: totals,
        derivatives: z.strictObject({ purchases: totals, sales: totals }),
        contradicting: count,
        otherCurrency: count,
        unsure: count,
      })
      .describe("For the trade dates in the filter, or over all time, each trade once."),
    leftOut,
    clusters: z.array(cluster),
    clusterRule: z.strictObject({ ...clusterRuleShape, purchasesReadFrom: day.nullable() }),
    splits: z.array(split),
    lateness: z.strictObject({
      ...latenessShape,
      marked: count.describe("Filings with a row that the filer marked as late."),
      markedAndLate: count,
      filings: z.array(
        z.strictObject({
          ...lateFilingShape,
          owners: z.array(z.strictObject({ cik: cik.nullable(), name: z.string().nullable() })),
        }),
      ),
    }),
    series: z
      .strictObject({
        unit: z.enum(["day", "month", "quarter"]),
        bins: z.array(
          z.strictObject({
            from: day,
            to: day,
            bought: decimal,
            boughtUnderPlan: decimal,
            sold: decimal,
            soldUnderPlan: decimal,
            purchases: count,
            sales: count,
            priceMissing: count,
          }),
        ),
      })
      .nullable(),
    roster: z.array(rosterInsider),
    rosterInAll: count,
    former: z.array(rosterInsider).nullable().describe("Only with `roster=former`."),
    formerInAll: count,
    rows: z.array(rowAnswer),
    next,
  },
);
export type IssuerAnswer = Answer<typeof issuerAnswer>;
