import type { Metadata } from "next";
import { askedParams } from "@/app/search-params";
import { LISTED_ON_PAGE, loadTransactionsPage } from "@/app/transactions/view";
import { FilterForm } from "@/components/listing/filter-form";
import { IgnoredList } from "@/components/listing/ignored-list";
import { NothingListed } from "@/components/listing/nothing-listed";
import { Screener } from "@/components/listing/screener";
import { TradesLead } from "@/components/listing/trades-lead";
import { ViewAddress } from "@/components/listing/view-address";
import { Pager } from "@/components/ui/pager";
import { inFormat, transactionsUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";

export async function generateMetadata(): Promise<Metadata> {
  const view = await loadTransactionsPage();
  return {
    title: view.title,
    alternates: {
      canonical: view.url,
      types: { "application/json": inFormat(view.url, "json"), "application/atom+xml": inFormat(view.url, "atom") },
    },
  };
}

export default async function TransactionsPage() {
  const query = await askedParams();
  const view = await loadTransactionsPage();
  const counts = `${describeCount(view.counts.rows, "transaction")} in ${describeCount(view.counts.filings, "filing")}`;
  return (
    <>
      <TradesLead eyebrow="Transactions" counts={counts} words={view.words} sums={view.sums} undated={view.undated} />
      <FilterForm action={transactionsUrl()} filter={view.filter} names={view.names} />
      <ViewAddress url={view.url} />
      <IgnoredList ignored={view.ignored} path={transactionsUrl()} query={query} />
      {view.page.entries.length === 0 ? (
        <NothingListed
          path={transactionsUrl()}
          filter={view.filter}
          words={view.words}
          isFirstPage={view.isFirstPage}
        />
      ) : (
        <>
          <Screener
            entries={view.page.entries}
            marks={view.marks}
            filter={view.filter}
            caption={`${view.title}, grouped by filing, newest first`}
          />
          <Pager
            summary={`${view.page.entries.length} of ${describeCount(view.counts.filings, "filing")}`}
            nextHref={view.next}
            pageSize={LISTED_ON_PAGE}
          />
        </>
      )}
    </>
  );
}
