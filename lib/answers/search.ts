import { z } from "zod";
import { filingFacts } from "./filing";
import { mentionedFiling } from "./party";
import {
  type Answer,
  accessionNumber,
  address,
  cik,
  count,
  counted,
  countShape,
  day,
  ignoredValue,
  instant,
  named,
} from "./values";

const text = z.string();
const words = z.array(z.string());

const query = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("empty"), text }),
    z.strictObject({ kind: z.literal("too long"), text, length: count }),
    z.strictObject({ kind: z.literal("no words"), text }),
    z.strictObject({ kind: z.literal("accession number"), text, accessionNumber }),
    z.strictObject({
      kind: z.literal("accession range"),
      text,
      range: z.strictObject({ from: accessionNumber, to: accessionNumber }),
    }),
    z.strictObject({ kind: z.literal("cik"), text, cik }),
    z.strictObject({ kind: z.literal("symbol"), text, symbol: z.string(), words }),
    z.strictObject({ kind: z.literal("insider"), text, words }),
    z.strictObject({ kind: z.literal("words"), text, words, symbol: z.string().nullable() }),
  ])
  .describe("How the text was understood.");

const nearest = { kind: z.literal("nearest"), words: z.string(), url: address };
const inFootnotes = { kind: z.literal("footnotes"), count: counted, url: address };

const partyHits = z.strictObject({
  ...countShape,
  rows: z.array(
    z.strictObject({
      url: address,
      cik,
      name: z.string().nullable(),
      tradingSymbol: z.string().nullable(),
      matchedName: z.string().nullable().describe("The name that matched, if it is not the current one."),
      filings: count,
      lastFiling: mentionedFiling.nullable(),
    }),
  ),
});

export const searchAnswer = named("SearchAnswer", "What a search finds.", {
  title: z.string(),
  url: address,
  query,
  ignored: z.array(ignoredValue),
  goesTo: address.nullable().describe("The one page that a number or ticker leads to."),
  notHeld: z
    .strictObject({ what: z.string(), edgarUrl: address.nullable() })
    .nullable()
    .describe("A number or name for which there is nothing in this database."),
  instead: z.array(z.discriminatedUnion("kind", [z.strictObject(nearest), z.strictObject(inFootnotes)])),
  issuers: partyHits,
  insiders: partyHits,
  filings: z.strictObject({
    ...countShape,
    rows: z.array(z.strictObject({ ...filingFacts.shape, orderedAt: instant })),
  }),
});
export type SearchAnswer = Answer<typeof searchAnswer>;

const suggestedIssuer = z.strictObject({
  cik: z.string().nullable(),
  name: z.string().nullable(),
  tradingSymbol: z.string().nullable(),
});
const matchedName = z.string().nullable();

const suggestion = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("issuer"),
    url: address,
    cik,
    name: z.string().nullable(),
    tradingSymbol: z.string().nullable(),
    matchedName,
    lastFiled: z.string(),
  }),
  z.strictObject({
    kind: z.literal("insider"),
    url: address,
    cik,
    name: z.string().nullable(),
    nameInReadingOrder: z.string().optional(),
    matchedName,
    newest: z.strictObject({ role: z.string().nullable(), issuer: suggestedIssuer }).nullable(),
    lastFiled: z.string(),
  }),
  z.strictObject({
    kind: z.literal("filing"),
    url: address,
    accessionNumber,
    documentType: z.string().nullable(),
    filingDate: day.nullable(),
    insider: z.string().nullable(),
    insiderCik: z.string().nullable(),
    nameInReadingOrder: z.string().optional(),
    issuer: suggestedIssuer,
  }),
  z.strictObject({
    kind: z.literal("tickers"),
    url: address,
    issuers: z.array(suggestedIssuer),
    unknown: z.array(z.strictObject({ symbol: z.string(), nearest: suggestedIssuer.nullable() })),
  }),
  z.strictObject({ kind: z.literal("view"), url: address, title: z.string() }),
  z.strictObject(nearest),
  z.strictObject(inFootnotes),
]);

export const suggestionsAnswer = named("SuggestionsAnswer", "What a search field offers while a reader types.", {
  title: z.string(),
  url: address,
  query,
  ignored: z.array(ignoredValue),
  rows: z.array(suggestion).describe("At most eight, of the same kind side by side."),
});
export type SuggestionsAnswer = Answer<typeof suggestionsAnswer>;
