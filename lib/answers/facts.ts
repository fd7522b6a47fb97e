import { z } from "zod";
import { disclaimer, priceRange } from "./row";
import { named } from "./values";

const written = z.string().describe("A date as written: `YYYY-MM-DD`, or `YYYY-MM` if only the month is stated.");

const statedFacts = {
  weighted_average: z.literal(true).optional(),
  price_ranges: z.array(priceRange).optional(),
  plan_10b5_1: z.enum(["made_under", "not_under", "mentioned"]).optional(),
  plan_adopted: z.array(written).optional(),
  plan_modified: z.array(written).optional(),
  plan_terminated: z.array(written).optional(),
  tax_withholding: z
    .strictObject({ method: z.enum(["withheld", "sold"]), purpose: z.array(z.enum(["exercise_price", "tax"])) })
    .optional(),
  disclaims_beneficial_ownership: disclaimer.optional(),
  holder: z
    .array(
      z.strictObject({
        name: z.string(),
        kind: z.enum([
          "spouse",
          "child",
          "family",
          "retirement_plan",
          "foundation",
          "llc",
          "partnership",
          "corporation",
          "trust",
          "fund",
          "other",
        ]),
        role: z.string().nullable(),
      }),
    )
    .optional(),
  vesting: z.strictObject({ first: written.nullable(), last: written.nullable(), schedule: z.string() }).optional(),
  includes_components: z
    .array(
      z.strictObject({
        what: z.enum(["rsu", "psu", "espp", "drip", "restricted_stock", "401k", "other"]),
        shares: z.string().nullable(),
      }),
    )
    .optional(),
  gift: z
    .strictObject({ to: z.enum(["donor_advised_fund", "charity", "trust", "family", "other"]).nullable() })
    .optional(),
  transfer: z
    .strictObject({
      kind: z.enum([
        "to_trust",
        "from_trust",
        "to_family",
        "to_entity",
        "from_entity",
        "distribution",
        "divorce",
        "inheritance",
        "other",
      ]),
    })
    .optional(),
  split: z.array(z.strictObject({ ratio: z.string(), date: written.nullable() })).optional(),
  conversion_ratio: z.array(z.strictObject({ per: z.string(), into: z.string(), of: z.string() })).optional(),
  exempt_acquisition: z.array(z.strictObject({ rule: z.string() })).optional(),
} as const;

const factNames = Object.keys(statedFacts) as (keyof typeof statedFacts)[];

const spans = z.array(z.tuple([z.int(), z.int()]));

/** What a note states, as in `footnote-facts`. */
export const facts = {
  facts: named("StatedFacts", "What a note states, by fact. Facts that it does not state are absent.", statedFacts),
  spans: z
    .partialRecord(z.enum(factNames), spans)
    .describe("By fact: start and end of the words that state it, in code points."),
};
