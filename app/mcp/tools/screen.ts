import { z } from "zod";
import { readSortedQuery } from "@/app/filtered-list";
import { extentOf, toolAnswer, unknownWords } from "@/app/mcp/answer";
import { filterInput } from "@/app/mcp/filter-input";
import { rowFacts } from "@/app/mcp/row-facts";
import { afterIn, pairsOf, tool, unreadable } from "@/app/mcp/tool";
import { loadTransactionsView } from "@/app/transactions/view";
import { FILTER_NAMES } from "@/lib/filters/filing-filter";
import { LIST_ORDERS } from "@/lib/filters/list-order";
import { matchingRows } from "@/lib/lists/matching-rows";
import { filterRecord, unknownRecord } from "@/lib/representations/filter-record";
import { leftOutRecord } from "@/lib/representations/left-out-record";
import { sumsOf } from "@/lib/series/day-sum";
import { describeCount } from "@/lib/values/counts";

/** Filings of one answer. */
const FILINGS = 10;
const MOST_FILINGS = 50;

export const screen = tool({
  title: "Find transactions by any filter",
  description: `Lists transactions of all insiders and issuers under filters, newest filing first, with exact counts and sums of purchases and sales.
Different filters must all match. Superseded rows are left out, and each trade is summed once. Sums cover only codes P and S of Table I,
without rows that are implausible, uncertain or in another currency (leftOut). Sums are null if there is too much to add up.
Codes: P purchase, S sale, A grant, M exercise, F withheld for tax, G gift, and so on.`,
  input: z.strictObject({
    ...filterInput(FILTER_NAMES),
    sort: z
      .string()
      .max(40)
      .optional()
      .describe(`${LIST_ORDERS.join(", ")}; with - in front, largest or newest first`),
    after: z.string().max(500).optional().describe("extent.next of the previous answer"),
    limit: z
      .number()
      .int()
      .min(1)
      .max(MOST_FILINGS)
      .optional()
      .describe(`Filings in the answer; ${FILINGS} by default`),
  }),
  answer: async ({ limit = FILINGS, ...asked }) => {
    const query = readSortedQuery(pairsOf(asked as Record<string, string | string[] | undefined>));
    const wrong = unreadable(query.ignored);
    if (wrong) return wrong;
    const view = await loadTransactionsView(query, limit);
    const listed = view.page.entries.map((entry) => ({ entry, rows: matchingRows(entry, view.filter) }));
    const shown = listed.reduce((n, { rows }) => n + rows.length, 0);
    return toolAnswer({
      summary: `${describeCount(view.counts.rows, "transaction")} in ${describeCount(view.counts.filings, "filing")} match.${unknownWords(view.unknown)}`,
      path: view.url,
      extent: extentOf("transactions", shown, view.counts.rows, afterIn(view.next), view.isFirstPage),
      data: {
        filter: filterRecord(view.filter),
        sums: view.sums && sumsOf(view.sums),
        leftOut: leftOutRecord(view.leftOut),
        withoutFilingDate: view.undated,
        unknownNames: unknownRecord(view.unknown),
        filings: await rowFacts(listed),
      },
    });
  },
});
