import type { Metadata } from "next";
import { paramPairs, type SearchParams } from "@/app/search-params";
import { loadTransactionsPage, PAGE_SIZE } from "@/app/transactions/view";
import { FilterForm } from "@/components/listing/filter-form";
import { IgnoredList } from "@/components/listing/ignored-list";
import { NothingListed } from "@/components/listing/nothing-listed";
import { Screener } from "@/components/listing/screener";
import { TradesLead } from "@/components/listing/trades-lead";
import { ViewAddress } from "@/components/listing/view-address";
import { Pager } from "@/components/ui/pager";
import { describeCount } from "@/lib/format/counts";
import { inFormat, transactionsUrl } from "@/lib/urls";

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const view = await loadTransactionsPage(searchParams);
  return {
    title: view.title,
    alternates: {
      canonical: view.url,
      types: { "application/json": inFormat(view.url, "json"), "application/atom+xml": inFormat(view.url, "atom") },
    },
  };
}

export default async function TransactionsPage({ searchParams }: Props) {
  const query = await paramPairs(searchParams);
  const view = await loadTransactionsPage(searchParams);
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
            pageSize={PAGE_SIZE}
          />
        </>
      )}
    </>
  );
}
