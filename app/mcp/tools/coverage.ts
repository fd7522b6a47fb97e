import { z } from "zod";
import { loadDataView } from "@/app/about/data/view";
import { toolAnswer, toolError } from "@/app/mcp/answer";
import { tool } from "@/app/mcp/tool";
import type { Coverage } from "@/lib/coverage/coverage";
import { areDaysStored } from "@/lib/coverage/stored-days";
import { laterOf } from "@/lib/values/compare-text";
import { plural } from "@/lib/values/counts";
import { newYorkDate } from "@/lib/values/dates";
import { daysBefore } from "@/lib/values/days-before";
import { isCalendarDate } from "@/lib/values/is-calendar-date";
import { firstDayOf, parseQuarter, printQuarter, quarterOf } from "@/lib/values/quarter";

const day = z.string().refine(isCalendarDate, "not a date such as 2025-06-09");

export const coverage = tool({
  title: "What is in this database",
  description: `Says which filing days and quarters are in this database, compared with EDGAR's own indexes, how current it is, and how
many filings, insiders, issuers and rows it has. Call it before you say that something did not happen, and before you rank anything: what is missing
here may exist on EDGAR. States: complete, partly stored, missing, being read, closed (EDGAR accepted nothing).`,
  input: z.strictObject({
    from: day.optional().describe("List each weekday from this day on, at most the last 12 months"),
    to: day.optional(),
  }),
  answer: async ({ from, to }) => {
    if (from !== undefined && to !== undefined && to < from) return toolError("to is before from.");
    const now = new Date();
    const today = newYorkDate(now);
    const { url, counts, coverage, freshness, newestFiling, hasSample, sources } = await loadDataView(now.getTime());
    const isAsked = from !== undefined || to !== undefined;
    const days = (coverage?.days ?? []).filter(({ day }) => day >= (from ?? "") && day <= (to ?? "9999"));
    const quarters = (coverage?.quarters ?? []).filter(({ quarter }) => (isAsked ? isIn(quarter, from, to) : true));
    const first = from ?? beginningOf(coverage);
    const last = to ?? laterOf(first, daysBefore(today, 1));
    const span = `days from ${first} to ${last}`;
    const completeness =
      coverage === null
        ? "No filings from EDGAR are in this database."
        : areDaysStored(coverage, first, last, today)
          ? `All filing ${span} are complete.`
          : `Some filing ${span} are missing, not over or only partly stored.`;
    return toolAnswer({
      summary: `This database has ${plural(counts.filings, "filing")}${hasSample ? ", some of them invented samples" : ""}. ${completeness}`,
      path: url,
      data: {
        counts,
        sources,
        freshness,
        newestFiling,
        /** By filing date. Null if nothing came from EDGAR: a record of samples and single files has no days to compare. */
        quarters: coverage === null ? null : quarters,
        days:
          coverage === null
            ? null
            : isAsked
              ? days
              : days.filter(({ state }) => state !== "complete" && state !== "closed"),
        daysAre: isAsked ? "all weekdays asked for" : "the incomplete weekdays of the last 12 months",
      },
    });
  },
});

/** The first day of the first quarter with filings. */
function beginningOf(coverage: Coverage | null): string {
  const quarter = parseQuarter(coverage?.quarters[0]?.quarter ?? "");
  return quarter === null ? "" : firstDayOf(quarter);
}

/** Whether a quarter such as `2024q3` has days in the span. */
function isIn(quarter: string, from = "0001-01-01", to = "9999-12-31"): boolean {
  return quarter >= printQuarter(quarterOf(from)) && quarter <= printQuarter(quarterOf(to));
}
