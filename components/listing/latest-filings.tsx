import { EndOfList } from "@/components/ui/empty-state";
import { latestUrl } from "@/lib/urls";
import type { LatestView, ListExtras } from "@/lib/views/lists";
import { ListFoot } from "./list-foot";
import { NothingStored } from "./listed-filings";
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
    view.isFirstPage ? (
      <NothingStored listed="filings" />
    ) : (
      <EndOfList firstPageHref={latestUrl()} />
    )
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
