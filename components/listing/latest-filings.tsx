import { EmptyState } from "@/components/ui/empty-state";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { dataUrl, latestUrl } from "@/lib/urls";
import type { LatestView, ListExtras } from "@/lib/views/lists";
import { ListFoot } from "./list-foot";
import { Screener } from "./screener";

/** One page of the newest filings, with all their rows. */
export const LatestFilings = ({
  view,
  extras,
  pageSize,
}: {
  view: LatestView;
  extras: ListExtras;
  pageSize: number;
}) =>
  view.page.entries.length === 0 ? (
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
        extras={extras}
        allRows
        caption="Latest filings with their rows, newest first"
      />
      <ListFoot view={view} pageSize={pageSize} />
    </>
  );
