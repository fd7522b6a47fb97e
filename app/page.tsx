import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { askedParams } from "@/app/search-params";
import { LISTED_ON_PAGE } from "@/app/transactions/view";
import { loadLatestView, readLatestQuery } from "@/app/view";
import { FilterForm } from "@/components/listing/filter-form";
import { IgnoredList } from "@/components/listing/ignored-list";
import { LatestLead } from "@/components/listing/latest-lead";
import { Screener } from "@/components/listing/screener";
import { ViewAddress } from "@/components/listing/view-address";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { filterUrl, isFiltered, NO_FILTER } from "@/lib/filters/filing-filter";
import { dataUrl, inFormat, latestUrl, transactionsUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";

export const metadata: Metadata = {
  title: "Latest filings",
  alternates: {
    canonical: latestUrl(),
    types: { "application/json": inFormat(latestUrl(), "json"), "application/atom+xml": inFormat(latestUrl(), "atom") },
  },
};

export default async function LatestPage() {
  const query = await askedParams();
  const asked = readLatestQuery(query);
  if (isFiltered(asked.filter)) redirect(`${transactionsUrl()}?${new URLSearchParams(query)}`);
  const view = await loadLatestView(asked, LISTED_ON_PAGE);
  const filings = describeCount(view.counts.filings, "filing");
  return (
    <>
      <LatestLead recent={view.recent} counts={`${filings} with ${describeCount(view.counts.rows, "row")}`} />
      <FilterForm action={transactionsUrl()} filter={NO_FILTER} names={{ issuers: {}, insiders: {} }} />
      <ViewAddress url={view.url} />
      <IgnoredList ignored={view.ignored} path={latestUrl()} query={query} />
      {view.page.entries.length === 0 ? (
        <EmptyState title={view.isFirstPage ? "No filings yet" : "You have reached the end of the list"}>
          {view.isFirstPage ? (
            <>
              <code>npm run ingest -- PATH</code> loads filings from files. <a href={dataUrl()}>Data</a> shows what was
              loaded and what was refused.
            </>
          ) : (
            <a href={filterUrl(latestUrl(), NO_FILTER)}>Go to the newest filings</a>
          )}
        </EmptyState>
      ) : (
        <>
          <Screener
            entries={view.page.entries}
            marks={view.marks}
            allRows
            caption="Latest filings with their rows, newest first"
          />
          <Pager summary={`${view.page.entries.length} of ${filings}`} nextHref={view.next} pageSize={LISTED_ON_PAGE} />
        </>
      )}
    </>
  );
}
