import { BoughtAndSoldChart } from "@/components/charts/bought-and-sold";
import { PageLead } from "@/components/site/page-lead";
import { TotalsLeaveOut } from "@/components/site/totals-leave-out";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { TOTALS_COVER, tradesHeadline, tradesStandfirst } from "@/lib/headlines/trades-headline";
import { barsOf, sumsOf } from "@/lib/series/day-sum";
import { transactionsUrl } from "@/lib/urls";
import { describeCount, plural } from "@/lib/values/counts";
import { formatDateRange } from "@/lib/values/dates";
import type { LatestView } from "@/lib/views/lists";

/** The head of the front page: what was bought and sold in the newest week of filings, compared with the weeks before. */
export const LatestLead = ({ view: { recent, counts: inAll } }: { view: LatestView }) => {
  const counts = `${describeCount(inAll.filings, "filing")} with ${describeCount(inAll.rows, "row")}`;
  const sums = sumsOf(recent?.weekSums ?? []);
  const finding = tradesHeadline(sums.bought, sums.sold);
  const standfirst = tradesStandfirst(sums);
  if (!recent || !finding)
    return <PageLead eyebrow="Forms 3, 4 and 5, as filed" title="Latest filings" standfirst={<b>{counts}</b>} />;
  return (
    <PageLead
      eyebrow="Latest filings"
      title={`${finding} in ${recent.by === "filed" ? "filings" : "trades"} of ${formatDateRange(recent.week.from, recent.week.to)}`}
      standfirst={
        <>
          <b>{counts}</b> in this database. {[...datesInWords(recent), ...standfirst].join(" ")}
          <TotalsLeaveOut of={recent.leftOut} /> <span className="not-phone">{TOTALS_COVER}</span>
        </>
      }
      aside={
        <BoughtAndSoldChart
          series={barsOf(recent.sums, recent.chart, { unit: "day", by: recent.by })}
          of={`insiders, by ${recent.by === "filed" ? "filing" : "trade"} date`}
          selection={recent.week}
          size="headline"
          rowsHref={({ from, to }) =>
            filterUrl(transactionsUrl(), {
              ...NO_FILTER,
              code: ["P", "S"],
              ...(recent.by === "filed" ? { filedFrom: from, filedTo: to } : { tradedFrom: from, tradedTo: to }),
            })
          }
        />
      }
    />
  );
};

/** Which date the sums use if it is not the filing date, and which filings they leave out. */
function datesInWords({ by, undated }: NonNullable<LatestView["recent"]>): string[] {
  if (by === "traded")
    return ["We do not know the filing date of most of the newest filings, so these sums use trade dates."];
  return undated === 0 ? [] : [`Not included: ${plural(undated, "filing")} without a filing date.`];
}
