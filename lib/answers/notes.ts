import { z } from "zod";
import { facts } from "./facts";
import { filingOfNote } from "./filing";
import { citingRow } from "./row";
import {
  type Answer,
  accessionNumber,
  address,
  count,
  counted,
  countShape,
  listShape,
  named,
  next,
  unknownNames,
} from "./values";

export const foundNote = named("FoundNote", "A footnote, or the remarks of a filing.", {
  accessionNumber,
  position: count.describe("From 1; 0 for the remarks."),
  footnoteId: z.string().nullable(),
  url: address,
  text: z.string().describe("As filed."),
  snippet: z
    .array(
      z.strictObject({
        parts: z.array(z.strictObject({ text: z.string(), isMatch: z.boolean() })),
        isCutBefore: z.boolean(),
        isCutBehind: z.boolean(),
      }),
    )
    .describe("Passages around the words of the search."),
  ...facts,
  rows: z.array(citingRow),
  filing: filingOfNote,
});
export type FoundNoteAnswer = Answer<typeof foundNote>;

export const notesAnswer = named("NotesAnswer", "A page of footnotes and remarks.", {
  ...listShape,
  sort: z.enum(["newest", "best"]),
  isRankingCut: z.boolean().describe("Whether only the newest 10,000 matches were ranked."),
  words: z
    .enum(["none", "no letters or digits", "common", "searched"])
    .describe(
      "`common` if `q` has only words that are too common to search for (the, of), and `no letters or digits` if it has no words. Both find nothing. `none` without `q`.",
    ),
  ...countShape,
  unknown: unknownNames,
  withoutFilingDate: counted.nullable().describe("Notes left out because the filing date is not known."),
  rows: z.array(foundNote),
  next,
});
export type NotesAnswer = Answer<typeof notesAnswer>;
