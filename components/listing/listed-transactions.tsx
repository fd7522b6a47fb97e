import { Pager } from "@/components/ui/pager";
import { transactionsUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";
import type { TransactionsView } from "@/lib/views/lists";
import { NothingListed } from "./nothing-listed";
import { Screener } from "./screener";

/** The filings with transactions that meet the filter, one page at a time. */
export const ListedTransactions = ({ view, pageSize }: { view: TransactionsView; pageSize: number }) =>
  view.page.entries.length === 0 ? (
    <NothingListed path={transactionsUrl()} filter={view.filter} words={view.words} isFirstPage={view.isFirstPage} />
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
        pageSize={pageSize}
      />
    </>
  );
