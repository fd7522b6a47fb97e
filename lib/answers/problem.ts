import { z } from "zod";
import { type Answer, ignoredValue, named } from "./values";

/** The shape of every error in a data format: problem details (RFC 9457), and the same under `error`, as in version 0.1. */
export const problemAnswer = named("Problem", "Why a request was not answered, as problem details (RFC 9457).", {
  type: z.string().describe("`about:blank`, or an address that explains this kind of problem."),
  title: z.string().describe("The same for all problems of this kind."),
  status: z.int(),
  detail: z.string().describe("What is wrong with this request, and what to do."),
  error: z
    .strictObject({
      status: z.int(),
      message: z.string(),
      values: z.array(ignoredValue).optional().describe("The values in the address that could not be read."),
    })
    .describe("The same again, as earlier versions had it."),
});
export type ProblemAnswer = Answer<typeof problemAnswer>;
