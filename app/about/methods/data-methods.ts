import type { WrittenMethod } from "@/app/about/methods/methods";

/** What is derived of the database as a whole. */
export const DATA_METHODS: readonly WrittenMethod[] = [
  {
    id: "coverage",
    title: "Coverage of days and quarters",
    formula:
      "a day is complete when filings stored with that filing date ≥ filings that EDGAR’s index of the day lists",
    text: "For each business day we compare how many filings on Forms 3, 4 and 5 are stored with that filing date, and how many EDGAR’s index of that day lists. Where we have not read the index, the SEC’s data set of the quarter decides: a day in a loaded quarter is complete. A quarter is complete when all of its business days are. The sample is not included.",
    cases: [
      { name: "Partly stored", meaning: "some filings are missing, or the day was never compared with an index." },
      { name: "Missing", meaning: "no filing of the day or quarter is stored." },
      { name: "Being read", meaning: "EDGAR is being followed, and the index of the day has not been published yet." },
      { name: "EDGAR closed", meaning: "a federal holiday, or a weekday for which EDGAR has no index." },
    ],
    source:
      "EDGAR’s daily and quarterly indexes, the SEC’s Insider Transactions Data Sets, and the filing dates of stored filings.",
    limits: [
      "Numbers are compared, not filings: a stored filing that the index lists under another day can hide a missing one.",
      "A filing that we refused counts as missing; it is listed under “Refused”.",
      "Filings without a filing date are not counted on any day, but they are included in the totals.",
    ],
  },
  {
    id: "freshness",
    title: "How up to date the data is",
    text: "The time in the top bar is when EDGAR’s feed of new filings was last read. Filings wait when EDGAR lists them and we have not stored them yet. If we have not read the feed again by the same time on the next business day, every page says that we are behind.",
    source: "the feed and the daily indexes, as npm run follow reads them.",
    limits: [
      "Days loaded by npm run ingest do not move the time in the top bar; coverage shows them.",
      "A filing that EDGAR adds to its feed late shows once the index of the day has been read.",
    ],
  },
];
