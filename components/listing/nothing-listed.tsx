import { EmptyState } from "@/components/ui/empty-state";
import { type FilingFilter, filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";

type NothingListedProps = { path: string; filter: FilingFilter; words: string; isFirstPage: boolean };

/** Nothing under this filter: said in its own terms. */
export const NothingListed = ({ path, filter, words, isFirstPage }: NothingListedProps) =>
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
