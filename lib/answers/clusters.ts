import { z } from "zod";
import { type Answer, address, cik, count, day, decimal, leftOut, listShape, named, rowKey } from "./values";

const amountsShape = {
  shares: decimal.nullable(),
  value: decimal.nullable().describe("US dollars, of the rows that state shares and a price."),
  valueMissing: count.describe("Rows that are not in the value."),
};

const clusterShape = {
  ...amountsShape,
  code: z.enum(["P", "S"]),
  from: day,
  to: day,
  insiders: z.array(z.strictObject({ ...amountsShape, owners: z.array(cik), names: z.array(z.string()) })),
  purchases: z
    .array(
      z.strictObject({
        row: rowKey,
        date: z.string().nullable(),
        shares: decimal.nullable(),
        price: decimal.nullable(),
        underPlan: z.boolean(),
      }),
    )
    .describe("Its trades, which are sales if `code` is S."),
  averagePrice: decimal.nullable(),
};

export const cluster = named(
  "Cluster",
  "Several insiders of an issuer who bought, or sold, within a few days.",
  clusterShape,
);
export type ClusterAnswer = Answer<typeof cluster>;

export const foundCluster = named("FoundCluster", "A cluster and its issuer.", {
  ...clusterShape,
  issuer: z.strictObject({ cik, name: z.string().nullable(), tradingSymbol: z.string().nullable(), url: address }),
  url: address.describe("The list of its rows."),
});
export type FoundClusterAnswer = Answer<typeof foundCluster>;

export const clusterRuleShape = {
  code: z.enum(["P", "S"]),
  insiders: count.describe("At least this many insiders."),
  days: count.describe("At most this many days from the first trade to the last."),
  floor: decimal.describe("At least this many dollars in total."),
  plan: z.boolean().describe("Whether trades under a 10b5-1 plan are included."),
  words: z.string(),
};

export const clustersAnswer = named("ClustersAnswer", "All clusters that touch a span of trade dates.", {
  ...listShape,
  clusterRule: z.strictObject(clusterRuleShape),
  tradedFrom: day.nullable(),
  tradedTo: day.nullable(),
  isSpanCut: z.boolean().describe("Whether the span was limited to a year."),
  issuersRead: count.nullable().describe("How many issuers were searched, if there are more."),
  purchasesReadFrom: day.nullable().describe("The first trade date that was read, if that cuts clusters."),
  leftOut: leftOut.nullable(),
  count,
  countAtLeast: count,
  rows: z.array(foundCluster),
  next: z.null(),
});
export type ClustersAnswer = Answer<typeof clustersAnswer>;
