import { z } from "zod";
import type { OwnershipDocument } from "@/lib/edgar/ownership-document";

/** The schemas that have a name of their own in the published description (`/openapi.json`). */
export const answerSchemas = z.registry<{ id: string }>();

/** An object whose keys are all known: a test fails if an answer has any other, so that no key is published without its description. */
export function named<Shape extends z.core.$ZodLooseShape>(id: string, description: string, shape: Shape) {
  const schema = z.strictObject(shape).describe(description);
  answerSchemas.add(schema, { id });
  return schema;
}

/** What JSON has of a schema. Records are made of parts of views, which must not be changed. */
export type Answer<Schema extends z.ZodType> = Unchanging<z.output<Schema>>;

/** A document is left as it is, because its type contains itself. */
type Unchanging<T> = T extends string | number | boolean | null | undefined | OwnershipDocument
  ? T
  : { readonly [Key in keyof T]: Unchanging<T[Key]> };

export const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/);
export const day = z.iso.date();
export const instant = z.iso.datetime({ offset: true });
export const address = z.url();
export const cik = z.string().regex(/^\d{1,10}$/);
export const count = z.int().nonnegative();

export const accessionNumber = z.string().describe("Of a filing; `local-` and a hash if the number is not known.");
export const rowId = z
  .string()
  .regex(/^I{1,2}-\d+$/)
  .describe("The table and line of a row: `I-2`.");
export const rowKey = z.string().describe("Accession number and row: `0001365555-13-000001#I-2`.");
export const noteKey = z
  .string()
  .describe("Accession number and place: `0001365555-13-000001#F1`, `#I-3` or `#remarks`.");

/** How often something is in the database. */
export const countShape = {
  count: count.nullable().describe("Exact up to 10,000; null if there are more."),
  countAtLeast: count.describe("The same, or 10,000 if there are more."),
};

export const counted = named("Count", "A number that is exact up to 10,000.", countShape);

export const ignoredValue = named("IgnoredValue", "A part of the address that was ignored.", {
  kind: z
    .enum(["value", "name"])
    .describe("A value that could not be read, or a name that this address does not have."),
  name: z.string(),
  value: z.string(),
  reason: z.string(),
});

export const leftOut = named("LeftOut", "What totals leave out because evidence contradicts it.", {
  implausible: count.nullable().describe("Rows; null if there are more than `implausibleAtLeast`."),
  implausibleAtLeast: count,
});

/** The beginning of every list. */
export const listShape = {
  title: z.string(),
  url: address.describe("The page with the same content, without the place in the list."),
  filter: z
    .record(z.string(), z.array(z.string()))
    .describe("The filters that were applied: names and values as in the address."),
  ignored: z.array(ignoredValue),
};

/** The beginning of every list that is counted. */
export const countedListShape = { ...listShape, ...countShape };

export const next = address.nullable().describe("The next page of this list; null on the last one.");
const previous = address.nullable().describe("The page before; null on the first one.");

/** The end of every list that leads both ways. */
export const placesShape = { previous, next };

export const unknownNames = z
  .array(
    z.strictObject({
      name: z.enum(["issuer", "insider"]),
      value: z.string(),
      didYouMean: z.string().nullable().describe("The nearest known name."),
    }),
  )
  .describe("Names and CIKs in the filter that match nobody.");
