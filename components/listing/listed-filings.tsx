import { EmptyState } from "@/components/ui/empty-state";
import { asksForRows, filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { dataUrl } from "@/lib/urls";
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
export const ListedFilings = ({ view, listed, extras, pageSize }: ListedFilingsProps) =>
  view.page.entries.length === 0 ? (
    <NothingListed view={view} listed={listed} />
  ) : (
    <>
      <Screener
        entries={view.page.entries}
        marks={view.marks}
        extras={extras}
        filter={view.filter}
        allRows={listed === "filings" && !asksForRows(view.filter)}
        caption={`${view.title}, grouped by filing, newest first`}
      />
      <ListFoot view={view} pageSize={pageSize} />
    </>
  );

/** What to try if nothing matches. The head of the page has already said what was asked. */
const NothingListed = ({ view, listed }: Pick<ListedFilingsProps, "view" | "listed">) => {
  const { url, words, relaxed, isFirstPage } = view;
  if (!isFirstPage) {
    return (
      <EmptyState title="You have reached the end of the list">
        <a href={url}>Go to the first page</a>
      </EmptyState>
    );
  }
  if (words === "") {
    return (
      <EmptyState title={`No ${listed} yet`}>
        <code>npm run ingest -- PATH</code> loads filings from files. <a href={dataUrl()}>Data</a> shows what was loaded
        and what was refused.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={relaxed.length > 0 ? "Try a broader filter" : "What to try"}
      relaxed={relaxed}
      clearHref={filterUrl(url.split("?")[0] ?? url, NO_FILTER)}
    >
      {relaxed.length > 0 ? null : "Removing any one of these filters would not be enough."}
    </EmptyState>
  );
};
