import { LISTED_ON_PAGE } from "@/app/filtered-list";
import { Ignored } from "@/app/ignored-names";
import { loadListExtras } from "@/app/list-extras";
import { loadTransactionsPage } from "@/app/transactions/view";
import { viewMetadata } from "@/app/view-metadata";
import { FilterForm } from "@/components/listing/filter-form";
import { ListedFilings } from "@/components/listing/listed-filings";
import { TradesLead } from "@/components/listing/trades-lead";
import { UnknownParties } from "@/components/listing/unknown-parties";
import { ViewAddress } from "@/components/listing/view-address";
import { isNewestFirst } from "@/lib/filters/list-order";
import { printSortOrder } from "@/lib/filters/sort-order";
import { transactionsUrl } from "@/lib/urls";

export const generateMetadata = async () => viewMetadata(await loadTransactionsPage(), ["json", "atom"]);

export default async function TransactionsPage() {
  const view = await loadTransactionsPage();
  return (
    <>
      <TradesLead view={view} />
      <FilterForm
        action={transactionsUrl()}
        filter={view.filter}
        names={view.names}
        facets={view.facets}
        kept={isNewestFirst(view.order) ? [] : [["sort", printSortOrder(view.order)]]}
      />
      <ViewAddress url={view.url} />
      <Ignored ignored={view.ignored} path={transactionsUrl()} />
      <UnknownParties unknown={view.unknown} />
      <ListedFilings
        view={view}
        listed="transactions"
        extras={await loadListExtras(view.page.entries)}
        pageSize={LISTED_ON_PAGE}
      />
    </>
  );
}
