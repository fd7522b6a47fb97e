import { z } from "zod";
import { toolAnswer } from "@/app/mcp/answer";
import { tool, unreadable } from "@/app/mcp/tool";
import { loadSearchView, readSearchQuery } from "@/app/search/view";
import { siteUrl } from "@/app/site-url";
import { LONGEST_QUERY } from "@/lib/filters/search-query";
import { filingUrl, insiderUrl, issuerUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";
import type { PartyGroup } from "@/lib/views/search";

/** Finds the numbers that the other tools need. */
export const find = tool({
  title: "Find insiders, issuers and filings",
  description: `Finds insiders (people and entities that file), issuers (companies) and filings by name, ticker, CIK or accession number.
Call it first: the other tools need a CIK or accession number. If several match, all candidates are listed; let the user choose.
Names match in any order ("Saxon Michael J" and "Michael Saxon"), and former names match too (matchedName).`,
  input: z.strictObject({
    q: z
      .string()
      .min(1)
      .max(LONGEST_QUERY)
      .describe("A name or part of it, a ticker (KSTG or $KSTG), a CIK, or an accession number"),
  }),
  answer: async ({ q }) => {
    const asked = readSearchQuery([["q", q]]);
    const wrong = unreadable(asked.ignored);
    if (wrong) return wrong;
    const { url, issuers, insiders, filings, notHeld, wordsAlone } = await loadSearchView(asked);
    const found = [
      describeCount(issuers.inAll, "issuer"),
      describeCount(insiders.inAll, "insider"),
      describeCount(filings.inAll, "filing"),
    ].join(", ");
    const lists = [issuers.hits, insiders.hits, filings.entries];
    const all = [issuers.inAll, insiders.inAll, filings.inAll];
    const shown = lists.reduce((n, { length }) => n + length, 0);
    const isExact = all.every(({ count }) => count !== null);
    const atLeast = all.reduce((n, { countAtLeast }) => n + countAtLeast, 0);
    return toolAnswer({
      summary: `Found: ${found}.`,
      path: url,
      extent: {
        complete: isExact && shown >= atLeast,
        shown,
        of: isExact ? atLeast : null,
        atLeast,
        unit: "matches",
        next: null,
      },
      data: {
        issuers: partiesOf(issuers, issuerUrl),
        insiders: partiesOf(insiders, insiderUrl),
        filings: filings.entries.map(({ filing }) => ({
          accessionNumber: filing.accessionNumber,
          url: siteUrl() + filingUrl(filing.accessionNumber),
          form: filing.documentType,
          filingDate: filing.filingDate,
          issuer: { cik: filing.issuer.cik, name: filing.issuer.name },
          owners: filing.owners.map(({ cik, name }) => ({ cik, name })),
        })),
        /** Well formed, but not in this database: that does not mean that it does not exist. */
        notHeld: notHeld && { what: notHeld.what, edgarUrl: notHeld.edgarUrl },
        /** If no name has all the words: how many have one of them. */
        wordsAlone: wordsAlone.map(({ word, count }) => ({ word, count })),
      },
    });
  },
});

const partiesOf = ({ hits }: PartyGroup, urlOf: (cik: string) => string) =>
  hits.map(({ cik, name, tradingSymbol, matchedName, role, filings, lastFiling, others }) => ({
    cik,
    name,
    tradingSymbol,
    matchedName,
    /** According to the last filing. */
    role,
    filings,
    lastFiled: lastFiling?.filingDate ?? null,
    others: others.map((other) => ({ cik: other.cik, name: other.name })),
    url: siteUrl() + urlOf(cik),
  }));
