import { z } from "zod";
import { insiderJson } from "@/app/insiders/[cik]/insider-json";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { loadInsiderView } from "@/app/insiders/[cik]/view";
import { extentOf, toolAnswer, toolError } from "@/app/mcp/answer";
import { filterInput } from "@/app/mcp/filter-input";
import { rowFacts } from "@/app/mcp/row-facts";
import { pairsOf, tool, unreadable } from "@/app/mcp/tool";
import { siteUrl } from "@/app/site-url";
import { INSIDER_FILTERS } from "@/lib/filters/page-filters";
import { parseCik } from "@/lib/record/cik";
import { placeUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";
import { newYorkDate } from "@/lib/values/dates";

const ROWS = 20;

export const insider = tool({
  title: "One insider",
  description: `What one person or entity reported: roles, last reported balances line by line, sums of purchases and sales, 10b5-1 plans, lateness,
and transactions, newest trade first. Balances are as of the last report of each line (asOf), whatever the filter; shares reported
jointly may be counted in several lines (owners). Each trade is summed once.`,
  input: z.strictObject({
    cik: z.string().max(20).describe("CIK of the insider, from find"),
    ...filterInput(INSIDER_FILTERS),
    after: z.string().max(80).optional().describe("extent.next of the previous answer"),
  }),
  answer: async ({ cik: text, ...asked }) => {
    const cik = parseCik(text.trim());
    const query = readInsiderQuery(pairsOf(asked as Record<string, string | string[] | undefined>));
    const view = cik === null ? null : await loadInsiderView(cik, query, newYorkDate(new Date()));
    if (!view)
      return toolError(
        "No filing in this database has an owner with this CIK. That does not mean that there is none on EDGAR.",
      );
    const wrong = unreadable(view.ignored);
    if (wrong) return wrong;
    const { lines, count, next, isFirstPage } = view.transactions;
    const shown = lines.slice(0, ROWS);
    const last = shown.at(-1);
    const goesOn = last && (lines.length > ROWS || next !== null) ? last.key.replace("#", ".") : null;
    const { insider, sums, leftOut, roles, plans, lateness, filingsRead } = insiderJson(view);
    return toolAnswer({
      summary: `CIK ${insider.cik}: ${insider.filings} filings in this database, ${describeCount(count, "transaction")} in view.`,
      path: view.url,
      extent: extentOf("transactions", shown.length, count, goesOn, isFirstPage),
      data: {
        insider: { ...insider, names: insider.names.slice(0, 10) },
        roles: roles.map(({ issuer, inWords }) => ({ issuer: { cik: issuer.cik, name: issuer.name }, inWords })),
        sums,
        leftOut,
        filingsRead,
        balances: view.balances.map(({ filing, row, gaps, ...balance }) => ({
          ...balance,
          gaps: gaps.length,
          place: `${filing}#${row}`,
          url: siteUrl() + placeUrl(`${filing}#${row}`),
        })),
        plans,
        lateness: { ...lateness, filings: lateness.filings.slice(0, 10) },
        filings: await rowFacts(shown.map(({ entry, row }) => ({ entry, rows: [row] }))),
      },
    });
  },
});
