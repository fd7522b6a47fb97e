import { z } from "zod";
import { toolAnswer, toolError } from "@/app/mcp/answer";
import { rowFacts } from "@/app/mcp/row-facts";
import { tool } from "@/app/mcp/tool";
import { siteUrl } from "@/app/site-url";
import { listAllFilings } from "@/db/queries/all-filings";
import { findCoverageFacts } from "@/db/queries/coverage";
import { database } from "@/db/server/client";
import { checkClaim } from "@/lib/claims/check-claim";
import { coverageOf } from "@/lib/coverage/coverage";
import { areTradeDaysStored } from "@/lib/coverage/stored-days";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { parseCik } from "@/lib/record/cik";
import { rowId } from "@/lib/record/reported-row";
import { keyInFiling } from "@/lib/record/row-key";
import { transactionCode } from "@/lib/record/transaction-codes";
import { placeUrl, transactionsUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";
import { isCalendarDate } from "@/lib/values/is-calendar-date";

const MOST_FILINGS = 1_000;
const ROWS = 40;

const AMOUNT = /^\d{1,15}(?:\.\d{1,8})?$/;
const day = z.string().refine(isCalendarDate, "not a date such as 2021-05-17");
const amount = z.string().regex(AMOUNT, "not a plain number such as 5000 or 39.0616");

export const checkClaimTool = tool({
  title: "Check a claim about an insider",
  description: `Compares one claim, such as "X sold 5,000 shares of Y in May 2021 under a plan", with the filings. Find the CIKs first, and pass only
what the claim says. Verdicts: confirmed; differs (the filings say something else, such as a trade within a week of the days, or filed on
them); partly (a point is not known, or a figure is doubtful); not found (the days are in this database, and no such trade is reported);
outside the record (days or filings are missing, so nothing follows). Each point has its own agreement. A form without a 10b5-1 box, or
an unchecked one, is "not known", never "no". If several owners filed together, which of them traded is also "not known". Days are those of the trade, not of the filing.
The number of shares may be that of one row, of all rows on a day, or of all rows on the days asked for, in one security.`,
  input: z.strictObject({
    insider: z.string().max(20).describe("CIK of the insider"),
    issuer: z.string().max(20).describe("CIK of the issuer"),
    code: z.string().length(1).describe("S sold, P bought, G gave, M exercised, A was granted, F withheld for tax"),
    from: day.describe("First day on which the trade may have been made: 2021-05-01"),
    to: day.describe("Last day: 2021-05-31"),
    shares: amount.optional(),
    price: amount.optional().describe("Price per share in US dollars"),
    underPlan: z.boolean().optional().describe("Whether the claim says that it was, or was not, under a 10b5-1 plan"),
  }),
  answer: async (asked) => {
    const [insider, issuer] = [parseCik(asked.insider.trim()), parseCik(asked.issuer.trim())];
    const code = transactionCode(asked.code.toUpperCase())?.code;
    const { from, to, shares = null, price = null, underPlan = null } = asked;
    if (insider === null || issuer === null) return toolError("insider and issuer must be CIKs: find has them.");
    if (code === undefined) return toolError("code is not a transaction code such as P or S.");
    if (to < from) return toolError("to is before from.");
    const db = database();
    const today = newYorkDate(new Date());
    const filter = { ...NO_FILTER, insider: [{ cik: insider }], issuer: [{ cik: issuer }] };
    const [{ entries, isCut }, facts] = await Promise.all([
      listAllFilings(db, filter, { limit: MOST_FILINGS }),
      findCoverageFacts(db),
    ]);
    // An invented person has no filings elsewhere.
    const isInvented = entries.length > 0 && entries.every(({ filing }) => filing.isSample);
    const isStored = !isCut && (isInvented || areTradeDaysStored(coverageOf({ ...facts, today }), from, to, today));
    const { places, ...checked } = checkClaim({ code, from, to, shares, price, underPlan }, entries, isStored);
    const shown = new Set<string>(places.slice(0, ROWS));
    const listed = entries.flatMap((entry) => {
      const rows = entry.rows.filter((row) => shown.has(keyInFiling(entry.filing.accessionNumber, rowId(row))));
      return rows.length > 0 ? [{ entry, rows }] : [];
    });
    return toolAnswer({
      summary: `Verdict: ${checked.verdict}.`,
      path: filterUrl(transactionsUrl(), { ...filter, code: [code], tradedFrom: from, tradedTo: to }),
      extent: {
        complete: shown.size === places.length,
        shown: shown.size,
        of: places.length,
        atLeast: places.length,
        unit: "rows",
        next: null,
      },
      data: {
        ...checked,
        places: places.map((place) => ({ place, url: siteUrl() + placeUrl(place) })),
        superseded: checked.superseded.map((place) => ({ place, url: siteUrl() + placeUrl(place) })),
        filingsRead: entries.length,
        filings: await rowFacts(listed),
      },
    });
  },
});
