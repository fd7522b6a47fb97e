import { z } from "zod";
import { implausible } from "./row";
import {
  type Answer,
  accessionNumber,
  address,
  count,
  countShape,
  day,
  ignoredValue,
  instant,
  named,
  rowId,
} from "./values";

const countedBy = z.array(z.strictObject({ value: z.string().nullable(), filings: count }));
const state = z.enum(["complete", "partly stored", "missing", "being read", "closed"]);
const listed = count.nullable().describe("In EDGAR's index; null if we have not read it.");

const following = { readTo: z.string(), waiting: count };

export const dataAnswer = named("DataAnswer", "What is in this database, and how it got there.", {
  title: z.string(),
  url: address,
  hasSample: z.boolean().describe("Whether the database has the invented filings."),
  readAt: instant.nullable().describe("When the last ingest ended."),
  counts: z.strictObject({
    filings: count,
    insiders: count,
    issuers: count,
    transactions: count,
    holdings: count,
    footnotes: count,
    problems: count,
    refused: count,
  }),
  forms: countedBy,
  schemaVersions: countedBy,
  sources: countedBy,
  problems: z
    .array(
      z.strictObject({
        accessionNumber,
        fileName: z.string(),
        page: z.int().nullable(),
        line: z.int().nullable(),
        pointer: z.string().nullable(),
        message: z.string(),
        url: address,
      }),
    )
    .describe("The first 200."),
  refused: z
    .array(z.strictObject({ sha256: z.string(), fileName: z.string(), line: z.int().nullable(), message: z.string() }))
    .describe("The first 200 documents that were refused."),
  implausible: z
    .array(
      z.strictObject({
        accessionNumber,
        row: rowId,
        issuerName: z.string().nullable(),
        filingDate: day.nullable(),
        pricePerShare: z.string().nullable(),
        transactionShares: z.string().nullable(),
        implausible,
        url: address,
      }),
    )
    .describe("The newest 200 rows with an implausible figure."),
  implausibleInAll: z.strictObject(countShape),
  runs: z.array(
    z.strictObject({
      ingestRunId: z.int(),
      source: z.string(),
      startedAt: instant,
      finishedAt: instant.nullable(),
      read: count,
      stored: count,
      alreadyThere: count,
      withProblems: count,
      refused: count,
    }),
  ),
  freshness: z.discriminatedUnion("state", [
    z.strictObject({ state: z.literal("empty") }),
    z.strictObject({ state: z.literal("sample") }),
    z.strictObject({ state: z.literal("not following"), loadedAt: z.string() }),
    z.strictObject({ state: z.literal("starting") }),
    z.strictObject({ state: z.enum(["following", "backlog", "stopped"]), ...following }),
    z.strictObject({
      state: z.literal("behind"),
      since: z.string(),
      readTo: z.string().nullable(),
      waiting: count,
    }),
  ]),
  following: z
    .strictObject({
      readTo: z.string().nullable(),
      reconciledThrough: z.string(),
      waiting: count,
      failure: z.string().nullable(),
      failingSince: z.string().nullable(),
      pausedUntil: z.string().nullable(),
    })
    .nullable()
    .describe("How EDGAR is followed; null if it never was."),
  coverage: z
    .strictObject({
      quarters: z.array(
        z.strictObject({
          quarter: z.string().describe("`2024q3`"),
          state: state.exclude(["closed"]),
          stored: count,
          listed,
          isDataSetLoaded: z.boolean(),
        }),
      ),
      days: z.array(z.strictObject({ day, state, stored: count, listed })),
    })
    .nullable(),
  queues: z.strictObject({
    toDerive: count,
    underivable: count,
    notFetched: count,
    edgarRequests: count.describe("Since yesterday (UTC)."),
  }),
  underivable: z.array(
    z.strictObject({
      accessionNumber,
      documentType: z.string().nullable(),
      issuerName: z.string().nullable(),
      filingDate: day.nullable(),
      failures: count,
      lastFailure: z.string().nullable(),
      lastFailedAt: instant.nullable(),
      url: address,
    }),
  ),
  newestFiling: z
    .strictObject({ accessionNumber, filedAt: z.string().nullable(), receivedAt: z.string().nullable() })
    .nullable(),
  databaseBytes: count,
  disk: z.array(
    z.strictObject({
      content: z.enum(["filed", "names", "documents", "derived", "footnote search", "rebuild", "other"]),
      rowBytes: count,
      indexBytes: count,
    }),
  ),
  ignored: z.array(ignoredValue),
});
export type DataAnswer = Answer<typeof dataAnswer>;
