import { z } from "zod";
import type { DocumentNode, OwnershipDocument } from "@/lib/edgar/ownership-document";
import { facts } from "./facts";
import { filingIssuer, lateness, reportingOwner, rowAnswer, rowOfFiling, rowsFilingShape } from "./row";
import {
  type Answer,
  accessionNumber,
  address,
  answerSchemas,
  cik,
  day,
  ignoredValue,
  instant,
  leftOut,
  named,
  rowId,
} from "./values";

const source = z.enum(["xml", "data-set", "paper"]);

const factsShape = {
  ...rowsFilingShape,
  source,
  isSample: z.boolean().describe("Whether it is one of the invented filings."),
  dateOfOriginalSubmission: z.string().nullable(),
  notSubjectToSection16: z.boolean().nullable().describe("The exit box."),
  noSecuritiesOwned: z.boolean().nullable(),
  url: address,
};
const remarks = z.string().nullable();

export const filingFacts = named("FilingFacts", "What a filing says outside its tables.", { ...factsShape, remarks });
export type FilingFactsAnswer = Answer<typeof filingFacts>;

export const filingOfNote = named("FilingOfNote", "A filing, without its remarks.", factsShape);

export const listedFiling = named("ListedFiling", "A filing with the rows that the list shows.", {
  ...factsShape,
  remarks,
  amendedBy: accessionNumber.nullable().describe("The last amendment of it."),
  rows: z.array(rowAnswer),
});
export type ListedFilingAnswer = Answer<typeof listedFiling>;

const refShape = {
  accessionNumber,
  documentType: z.string().nullable(),
  filedAt: instant.nullable(),
  filingDate: day.nullable(),
  periodOfReport: z.string().nullable(),
};

const neighbour = named("NeighbourFiling", "The previous or next filing of some of the owners on the same issuer.", {
  ...refShape,
  owners: z.array(cik).describe("The owners whose nearest filing it is."),
  url: address,
});

const element: z.ZodType<DocumentNode> = z
  .lazy(() => z.union([z.string(), z.number(), z.null(), z.array(element), z.record(z.string(), element)]))
  .describe("An element of the XML: text as filed, `{value, footnotes}`, or an object of further elements by name.");
answerSchemas.add(element, { id: "Element" });

const elements = z.record(z.string(), element);
const rowElements = z.object({ kind: z.enum(["transaction", "holding"]), line: z.int().positive() }).catchall(element);

const filedDocument: z.ZodType<OwnershipDocument> = z
  .object({
    reportingOwner: z.array(elements),
    nonDerivativeTable: z.array(rowElements),
    derivativeTable: z.array(rowElements),
    footnotes: z.array(z.object({ id: z.string().nullable(), text: z.string().nullable() }).catchall(element)),
    ownerSignature: z.array(elements),
  })
  .catchall(element)
  .describe("The ownershipDocument, with the names and the nesting of the XML. Elements that it lacks are left out.");
answerSchemas.add(filedDocument, { id: "OwnershipDocument" });

const said = z
  .strictObject({ value: z.string().nullable(), notes: z.array(z.strictObject({ id: z.string(), text: z.string() })) })
  .describe("A value and its footnotes.");
const comparedNote = z.strictObject({ id: z.string().nullable(), text: z.string() }).nullable();

const comparison = named("Comparison", "What an amendment changed.", {
  original: accessionNumber,
  amendment: accessionNumber,
  rows: z.array(
    z.strictObject({
      original: rowId,
      amendment: rowId,
      changes: z
        .array(z.strictObject({ field: z.string(), original: said, amendment: said }))
        .describe("Empty if the row is repeated unchanged."),
    }),
  ),
  added: z.array(rowId).describe("Rows of the amendment that restate no row of the original."),
  notRestated: z.array(rowId).describe("Rows of the original that the amendment does not restate."),
  facts: z.array(
    z.strictObject({
      fact: z.string(),
      owner: z.string().nullable(),
      original: z.string().nullable(),
      amendment: z.string().nullable(),
    }),
  ),
  notes: z.array(z.strictObject({ original: comparedNote, amendment: comparedNote })),
});

const pointer = z.string().describe("A JSON Pointer into `document`.");

const placeInSource = z.strictObject({
  page: z.int(),
  line: z.int(),
  from: z.int(),
  to: z.int(),
  confidence: z.number().optional(),
});

export const amendmentBasis = z.enum([
  "owners, form, period and original date",
  "owners, form and original date",
  "owners, form and period",
  "owners, form, period and rows",
  "original not held",
  "several filings fit",
]);

export const filingAnswer = named("FilingAnswer", "A filing: the document as filed, and what we conclude from it.", {
  title: z.string(),
  url: address,
  headline: z.string(),
  accessionNumber,
  document: filedDocument,
  unread: z.array(pointer).describe("Values that are in the original but could not be read."),
  uncertain: z.array(pointer).describe("For a filing read from paper: values that may be wrong."),
  doubts: z.record(z.string(), z.string()).describe("By JSON Pointer: why a value is uncertain or unread."),
  places: z.record(z.string(), z.array(placeInSource)).describe("By JSON Pointer: where a value was read."),
  checks: z
    .array(
      z.strictObject({
        pointers: z.array(pointer),
        outcome: z.enum(["confirmed", "contradicted"]),
        message: z.string(),
      }),
    )
    .describe("Sums and rules of the form that confirm or contradict what was read."),
  corrections: z
    .array(z.strictObject({ pointer, asRead: z.string().nullable(), value: z.string().nullable() }))
    .describe("Values that a person entered."),
  names: z.array(
    z.strictObject({
      pointer,
      asRead: z.string().nullable(),
      outcome: z.enum(["known", "candidate"]),
      cik: cik.nullable(),
      name: z.string().nullable(),
      evidence: z.string(),
    }),
  ),
  original: address.nullable().describe("The file that it was read from, for a filing on paper."),
  source,
  isSample: z.boolean(),
  filedAt: instant.nullable(),
  filingDate: day.nullable(),
  owners: z.array(reportingOwner),
  issuer: filingIssuer,
  versions: z.array(
    z.strictObject({
      version: z.int().positive(),
      fileName: z.string(),
      sha256: z.string(),
      receivedAt: z.string(),
      url: address.nullable(),
    }),
  ),
  problems: z
    .array(
      z.strictObject({
        fileName: z.string(),
        page: z.int().nullable(),
        line: z.int().nullable(),
        pointer: z.string().nullable(),
        message: z.string(),
      }),
    )
    .describe("Where the document breaks a rule of the form."),
  amendment: z.strictObject({
    amends: accessionNumber.nullable(),
    basis: amendmentBasis.nullable().describe("How the original was found, or why none was."),
    amendedBy: accessionNumber.nullable(),
  }),
  lateness: lateness.nullable(),
  isDerived: z
    .boolean()
    .describe("False while the filing waits to be derived. Until then stated facts and derived values may be missing."),
  comparison: comparison.nullable(),
  previous: z.array(neighbour),
  next: z.array(neighbour),
  notes: z.array(
    z.strictObject({
      id: z.string().nullable(),
      url: address,
      text: z.string(),
      uses: z.array(z.strictObject({ place: z.string(), rows: z.array(rowId) })).describe("The cells that cite it."),
      ...facts,
    }),
  ),
  leftOut,
  rows: z.array(rowOfFiling),
  ignored: z.array(ignoredValue),
});
export type FilingAnswer = Answer<typeof filingAnswer>;
