import { z } from "zod";
import { type Answer, address, counted, ignoredValue, named } from "./values";

export const viewsAnswer = named("ViewsAnswer", "Lists that answer common questions.", {
  title: z.string(),
  url: address,
  groups: z.array(
    z.strictObject({
      title: z.string(),
      views: z.array(
        z.strictObject({
          title: z.string(),
          words: z.string().describe("What it shows."),
          url: address,
          of: z.enum(["trade", "filing"]),
          count: counted
            .nullable()
            .describe("Null if it was not counted: a list of groups, or one that took too long."),
        }),
      ),
    }),
  ),
  ignored: z.array(ignoredValue),
});
export type ViewsAnswer = Answer<typeof viewsAnswer>;
