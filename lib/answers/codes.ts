import { z } from "zod";
import { type Answer, address, counted, countShape, ignoredValue, named } from "./values";

const codeShape = {
  code: z.string(),
  group: z.enum(["purchase", "sale", "exercise", "grant", "tax", "gift", "other"]),
  word: z.string(),
  qualifier: z.string(),
  meaning: z.string().describe("As the form words it."),
  rule: z.string().nullable().describe("The rule of the Exchange Act that governs it."),
  derivativeOnly: z.boolean().describe("Whether only rows of Table II can have it."),
  misreading: z.string().describe("How it is commonly misread."),
  url: address,
  transactions: z.strictObject({ ...countShape, url: address }),
};

const flagShape = {
  flag: z.string(),
  word: z.string(),
  meaning: z.string(),
  misreading: z.string(),
  url: address,
};

export const codesAnswer = named("CodesAnswer", "The transaction codes of Forms 3, 4 and 5.", {
  title: z.string(),
  url: address,
  codes: z.array(z.strictObject(codeShape)),
  flag: z.strictObject(flagShape),
  unknown: z
    .array(z.strictObject({ code: z.string(), transactions: counted }))
    .describe("Codes that rows have, but the form does not."),
  ignored: z.array(ignoredValue),
});
export type CodesAnswer = Answer<typeof codesAnswer>;

const ownShape = { title: z.string(), ignored: z.array(ignoredValue) };

export const codeAnswer = named("CodeAnswer", "A transaction code.", {
  ...codeShape,
  ...ownShape,
  kind: z.literal("code"),
});

export const flagAnswer = named("FlagAnswer", "The flag for transactions reported early.", {
  ...flagShape,
  ...ownShape,
  kind: z.literal("flag"),
});
export type CodeOrFlagAnswer = Answer<typeof codeAnswer> | Answer<typeof flagAnswer>;
