import { EmptyState, EndOfList, NothingMatches } from "@/components/ui/empty-state";
import { asksForRows, type FilingFilter, filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { STANDARD_COLUMNS, withColumns } from "@/lib/filters/list-columns";
import { describeOrder, isNewestFirst, type ListOrder, NEWEST_FIRST } from "@/lib/filters/list-order";
import { printSortOrder } from "@/lib/filters/sort-order";
import { dataUrl, transactionsUrl } from "@/lib/urls";
import type { FilingsView, ListExtras, TransactionsView } from "@/lib/views/lists";
import { ListFoot } from "./list-foot";
import { Screener } from "./screener";

type ListedFilingsProps = {
  view: FilingsView | TransactionsView;
  listed: "filings" | "transactions";
  extras: ListExtras;
  pageSize: number;
};

/** One page of the filings that match the filter, with all their rows or those that match. */
export const ListedFilings = ({ view, listed, extras, pageSize }: ListedFilingsProps) => {
  const { order, columns } = "order" in view ? view : { order: null, columns: STANDARD_COLUMNS };
  return view.page.entries.length === 0 ? (
    <NothingListed view={view} listed={listed} />
  ) : (
    <>
      <Screener
        entries={view.page.entries}
        marks={view.marks}
        extras={extras}
        filter={view.filter}
        allRows={listed === "filings" && !asksForRows(view.filter)}
        caption={`${view.title}, grouped by filing, ${describeOrder(order ?? NEWEST_FIRST)}`}
        columns={columns}
        sorting={order && { order, href: (other) => withColumns(sortedUrl(view.filter, other), columns) }}
      />
      <ListFoot view={view} pageSize={pageSize} />
    </>
  );
};

const sortedUrl = (filter: FilingFilter, order: ListOrder) =>
  filterUrl(transactionsUrl(), filter, { sort: isNewestFirst(order) ? undefined : printSortOrder(order) });

/** Why nothing is listed, and what to try. */
const NothingListed = ({ view, listed }: Pick<ListedFilingsProps, "view" | "listed">) => {
  const { url, words, relaxed, isFirstPage } = view;
  if (!isFirstPage) return <EndOfList firstPageHref={url} />;
  if (words === "") return <NothingStored listed={listed} />;
  return (
    <NothingMatches asked="filter" relaxed={relaxed} clearHref={filterUrl(url.split("?")[0] ?? url, NO_FILTER)}>
      Removing just one of these filters would not be enough.
    </NothingMatches>
  );
};

/** Shown while the database has nothing to list. */
export const NothingStored = ({ listed }: Pick<ListedFilingsProps, "listed">) => (
  <EmptyState title={`No ${listed} yet`}>
    <code>npm run ingest -- PATH</code> loads filings from files. <a href={dataUrl()}>Data</a> shows what was loaded and
    what was refused.
  </EmptyState>
);
