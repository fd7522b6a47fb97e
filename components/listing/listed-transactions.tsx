import { EmptyState } from "@/components/ui/empty-state";
import { type FilingFilter, filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { transactionsUrl } from "@/lib/urls";
import type { ListExtras, TransactionsView } from "@/lib/views/lists";
import { ListFoot } from "./list-foot";
import { Screener } from "./screener";

/** One page of the filings with transactions that match the filter. */
export const ListedTransactions = ({
  view,
  extras,
  pageSize,
}: {
  view: TransactionsView;
  extras: ListExtras;
  pageSize: number;
}) =>
  view.page.entries.length === 0 ? (
    <NothingListed path={transactionsUrl()} filter={view.filter} words={view.words} isFirstPage={view.isFirstPage} />
  ) : (
    <>
      <Screener
        entries={view.page.entries}
        marks={view.marks}
        extras={extras}
        filter={view.filter}
        caption={`${view.title}, grouped by filing, newest first`}
      />
      <ListFoot view={view} pageSize={pageSize} />
    </>
  );

type NothingListedProps = { path: string; filter: FilingFilter; words: string; isFirstPage: boolean };

/** Says that nothing matches, in the words of the filter. */
const NothingListed = ({ path, filter, words, isFirstPage }: NothingListedProps) =>
  isFirstPage ? (
    <EmptyState
      title={words === "" ? "No transactions yet" : `No transactions found: ${words}`}
      clearHref={words === "" ? undefined : filterUrl(path, NO_FILTER)}
    >
      {words === "" ? null : "No filings match all of these filters. Try removing one."}
    </EmptyState>
  ) : (
    <EmptyState title="You have reached the end of the list">
      <a href={filterUrl(path, filter)}>Go to the first page</a>
    </EmptyState>
  );
