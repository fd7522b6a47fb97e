import { z } from "zod";
import { issuerJson } from "@/app/issuers/[cik]/issuer-json";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { extentOf, toolAnswer, toolError } from "@/app/mcp/answer";
import { filterInput } from "@/app/mcp/filter-input";
import { rowFacts } from "@/app/mcp/row-facts";
import { pairsOf, tool, unreadable } from "@/app/mcp/tool";
import { siteUrl } from "@/app/site-url";
import { ISSUER_FILTERS } from "@/lib/filters/page-filters";
import { matchingRows } from "@/lib/lists/matching-rows";
import { parseCik } from "@/lib/record/cik";
import { insiderUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";

export const issuer = tool({
  title: "One issuer",
  description: `What insiders reported about one company: totals of purchases and sales (each trade once, however many filings report it; for the
trade dates in the filter, or over all time), clusters of purchases, splits, current insiders with their last reported holdings, and
the newest transactions. For more transactions, call screen with the same issuer.`,
  input: z.strictObject({
    cik: z.string().max(20).describe("CIK of the issuer, from find"),
    ...filterInput(ISSUER_FILTERS),
  }),
  answer: async ({ cik: text, ...asked }) => {
    const cik = parseCik(text.trim());
    const query = readIssuerQuery(pairsOf(asked as Record<string, string | string[] | undefined>));
    const wrong = unreadable(query.ignored);
    if (wrong) return wrong;
    const view = cik === null ? null : await loadIssuerView(cik, query);
    if (!view)
      return toolError(
        "No filing in this database is about an issuer with this CIK. That does not mean that there is none on EDGAR.",
      );
    const { filter } = view.filters;
    const { entries, counts } = view.latest;
    const listed = entries.map((entry) => ({ entry, rows: matchingRows(entry, filter) }));
    const shown = listed.reduce((n, { rows }) => n + rows.length, 0);
    const { issuer, totals, leftOut, clusters, clusterRule, splits } = issuerJson(view);
    return toolAnswer({
      summary: `CIK ${issuer.cik}: ${issuer.filings} filings in this database, ${describeCount(counts.rows, "transaction")} in view.`,
      path: view.url,
      extent: extentOf("transactions", shown, counts.rows, null),
      data: {
        issuer,
        totals,
        leftOut,
        clusters,
        clusterRule,
        splits,
        /** `of` says how many there are. */
        insiders: {
          of: view.roster.now.inAll,
          shown: view.roster.now.insiders.length,
          rows: view.roster.now.insiders.map(({ owner, role, first, last, filings, holdings, noSecuritiesOwned }) => ({
            cik: owner.cik,
            name: owner.name,
            role,
            first,
            last,
            filings,
            holdings,
            noSecuritiesOwned,
            url: siteUrl() + insiderUrl(owner.cik ?? ""),
          })),
        },
        filings: await rowFacts(listed),
      },
    });
  },
});
