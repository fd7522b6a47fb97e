import { z } from "zod";
import { loadNotesView } from "@/app/footnotes/view";
import { extentOf, toolAnswer, unknownWords } from "@/app/mcp/answer";
import { filterInput } from "@/app/mcp/filter-input";
import { afterIn, pairsOf, tool, unreadable } from "@/app/mcp/tool";
import { siteUrl } from "@/app/site-url";
import { LONGEST_QUERY } from "@/lib/filters/search-query";
import { publishedFacts } from "@/lib/footnotes/published-facts";
import { noteAnchor } from "@/lib/note-search/note-anchor";
import { readNoteQuery } from "@/lib/note-search/note-query";
import { NOTE_FILTERS, NOTE_ORDERS, type NotePage } from "@/lib/note-search/note-search";
import { keyInFiling, keyOfRow } from "@/lib/record/row-key";
import { unknownRecord } from "@/lib/representations/filter-record";
import { footnoteUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";

const LONGEST_NOTE = 4_000;

const NOT_SEARCHED: Record<NotePage["words"], string> = {
  none: "",
  searched: "",
  common: " q has only words that are too common to search for, such as “the” and “of”.",
  "no letters or digits": " q contains no letters or digits, so we did not search for it.",
};

export const footnotes = tool({
  title: "Search footnotes and remarks",
  description: `Searches the words of all footnotes and remarks, and what they state (facts, with the place of the words that state them). Words must all
occur; "a phrase" in quotes, or, and a minus sign work. The text of each is quoted word for word from the filing.`,
  input: z.strictObject({
    q: z.string().max(LONGEST_QUERY).optional().describe("Words to search for"),
    fact: z
      .union([z.string().max(80), z.array(z.string().max(80)).max(20)])
      .optional()
      .describe("What a note states, such as plan_adopted"),
    ...filterInput(NOTE_FILTERS),
    sort: z.enum(NOTE_ORDERS).optional(),
    after: z.string().max(500).optional().describe("extent.next of the previous answer"),
  }),
  answer: async (asked) => {
    const query = readNoteQuery(pairsOf(asked as Record<string, string | string[] | undefined>));
    const wrong = unreadable(query.ignored);
    if (wrong) return wrong;
    const { url, unknown, page, next, isFirstPage } = await loadNotesView(query);
    return toolAnswer({
      summary: `${describeCount(page.count, "footnote")} found.${NOT_SEARCHED[page.words]}${unknownWords(unknown)}`,
      path: url,
      extent: extentOf("footnotes", page.notes.length, page.count, afterIn(next), isFirstPage),
      data: {
        withoutFilingDate: page.undated,
        unknownNames: unknownRecord(unknown),
        isRankingCut: query.query.order === "best" && page.isCut,
        notes: page.notes.map((note) => {
          const { filing } = note.entry;
          return {
            place: keyInFiling(filing.accessionNumber, noteAnchor(note)),
            url: siteUrl() + footnoteUrl(filing.accessionNumber, noteAnchor(note)),
            text: note.text.slice(0, LONGEST_NOTE),
            isCut: note.text.length > LONGEST_NOTE,
            ...publishedFacts(note.text, note.facts),
            citedBy: note.rows.map(keyOfRow),
            form: filing.documentType,
            filingDate: filing.filingDate,
            amendedBy: note.entry.derived.amendedBy,
            issuer: { cik: filing.issuer.cik, name: filing.issuer.name },
            owners: filing.owners.map(({ cik, name }) => ({ cik, name })),
          };
        }),
      },
    });
  },
});
