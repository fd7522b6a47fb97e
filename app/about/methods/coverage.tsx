import { Formula, Limits, Source } from "@/components/about/method";

export const CoverageMethod = () => (
  <>
    <Formula>
      a day is complete when filings stored with that filing date ≥ filings in EDGAR’s index for the day
    </Formula>
    <p>
      For each business day, we compare the number of Forms 3, 4 and 5 stored with that filing date with the number that
      EDGAR’s index for the day lists. If we have not read the index, the SEC’s data set for the quarter decides: a day
      in a loaded quarter is complete. A quarter is complete when all its business days are. The sample is not included.
    </p>
    <ul>
      <li>
        <b>Partly stored:</b> some filings are missing, or the day has never been compared with an index.
      </li>
      <li>
        <b>Missing:</b> no filing for the day or quarter is stored.
      </li>
      <li>
        <b>Being read:</b> we are following EDGAR, and the index for the day has not been published yet.
      </li>
      <li>
        <b>EDGAR closed:</b> a federal holiday, or a weekday for which EDGAR has no index.
      </li>
    </ul>
    <Source>
      EDGAR’s daily and quarterly indexes, the SEC’s Insider Transactions Data Sets, and the filing dates of stored
      filings.
    </Source>
    <Limits>
      <li>
        We compare numbers, not individual filings. A stored filing that the index lists under another day can hide a
        missing one.
      </li>
      <li>A filing that we refused counts as missing. It is listed under “Refused” on the data page.</li>
      <li>Filings without a filing date are not counted on any day, but are included in the totals.</li>
    </Limits>
  </>
);

export const FreshnessMethod = () => (
  <>
    <p>
      The time in the top bar is when we last read EDGAR’s feed of new filings. A filing is waiting if EDGAR lists it
      and we have not stored it yet. If we have not read the feed again by the same time on the next business day, every
      page says that we are behind.
    </p>
    <Source>the feed and the daily indexes, as npm run follow reads them.</Source>
    <Limits>
      <li>Days loaded by npm run ingest do not change the time in the top bar. They do count towards coverage.</li>
      <li>A filing that EDGAR adds to its feed late appears once we have read the index for the day.</li>
    </Limits>
  </>
);

export const PastDaysMethod = () => (
  <>
    <p>
      “As known on a past day” on the page of an insider or issuer, or <code>as_of=2024-06-30</code> in its address,
      shows what was known at the end of that day in New York. We use only the filings that EDGAR had accepted by then
      or, if we do not know when they were accepted, those with a filing date up to that day. Everything else follows
      from these filings alone: amendments that came later replace nothing, and balances, totals, splits, roles, exits,
      names and clusters are what could be concluded then.
    </p>
    <Limits>
      <li>
        Filings are left out if we know neither when they were accepted nor their filing date. The page says how many.
      </li>
      <li>
        We show the latest version of each filing. If we received several, an earlier one may have been known then. The
        page says how many such filings there are.
      </li>
      <li>EDGAR’s time counts, not ours: we may have received a filing later.</li>
      <li>We apply today’s rules. Lists and filings to which the page links are those of the present.</li>
      <li>Past days can be shown only if there are at most 3,000 filings on the issuers of a page by then.</li>
      <li>
        We work out two past days at a time. If several requests are already waiting, we ask you to try again in a
        moment.
      </li>
    </Limits>
  </>
);
