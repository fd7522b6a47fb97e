import { Facts } from "@/components/site/facts";
import { PageLead } from "@/components/site/page-lead";
import { ClockTime } from "@/components/ui/clock-time";
import { completeInWords, gapsInWords } from "@/lib/coverage/coverage-in-words";
import { followingInWords } from "@/lib/coverage/freshness";
import { filingUrl } from "@/lib/urls";
import { formatBytes } from "@/lib/values/bytes";
import { plural } from "@/lib/values/counts";
import { formatInstant } from "@/lib/values/dates";
import type { DatabaseView } from "@/lib/views/data";

/** How current and complete the data is. */
export const DataLead = ({ view, now }: { view: DatabaseView; now: number }) => (
  <PageLead
    eyebrow="Data"
    title={titleOf(view)}
    standfirst={
      <>
        {followingInWords(view.freshness, view.following, now)} {view.coverage && gapsInWords(view.coverage)}
      </>
    }
    aside={<Facts facts={factsOf(view)} />}
  />
);

/** One sentence on how current and complete the data is. Without EDGAR filings it says what the database contains. */
function titleOf({ freshness, coverage, counts }: DatabaseView): string {
  if (coverage === null) {
    return `${plural(counts.filings, "filing")} by ${plural(counts.insiders, "insider")} on ${plural(counts.issuers, "issuer")}`;
  }
  const readTo = "readTo" in freshness ? freshness.readTo : null;
  const complete = completeInWords(coverage);
  return readTo === null ? complete : `EDGAR read to ${formatInstant(readTo)}, with ${complete}`;
}

function factsOf({ newestFiling, counts, databaseBytes, readAt }: DatabaseView) {
  const rows = counts.transactions + counts.holdings;
  return [
    {
      term: "Newest filing",
      value: newestFiling ? (
        <>
          <a className="id" href={filingUrl(newestFiling.accessionNumber)}>
            {newestFiling.accessionNumber}
          </a>
          {newestFiling.filedAt && (
            <>
              , accepted <ClockTime instant={newestFiling.filedAt} inFull />
            </>
          )}
        </>
      ) : (
        "none"
      ),
    },
    { term: "Last ingest", value: readAt ? <ClockTime instant={readAt} inFull /> : "none" },
    { term: "Stored", value: `${plural(counts.filings, "filing")}, ${plural(rows, "row")}` },
    { term: "Database", value: formatBytes(databaseBytes) },
  ];
}
