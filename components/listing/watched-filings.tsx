import { EmptyState, EndOfList } from "@/components/ui/empty-state";
import type { ListExtras } from "@/lib/views/lists";
import type { WatchView } from "@/lib/views/watch";
import { ListFoot } from "./list-foot";
import { Screener } from "./screener";

type WatchedFilingsProps = { view: WatchView; extras: ListExtras; pageSize: number };

/** One page of the filings of a watch list, with all their rows. */
export const WatchedFilings = ({ view, extras, pageSize }: WatchedFilingsProps) => {
  if (!view.isAnyoneNamed) return null;
  if (view.page.entries.length > 0)
    return (
      <>
        <Screener
          entries={view.page.entries}
          marks={view.marks}
          extras={extras}
          filter={view.filter}
          allRows
          caption={`${view.title}, grouped by filing, newest first`}
          sorting={null}
        />
        <ListFoot view={view} pageSize={pageSize} />
      </>
    );
  return view.isFirstPage ? (
    <EmptyState title="No filings found">
      None of the insiders and issuers in this link has any filings in this database.
    </EmptyState>
  ) : (
    <EndOfList firstPageHref={view.url} />
  );
};
