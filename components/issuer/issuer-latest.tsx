import { Screener } from "@/components/listing/screener";
import { SectionHead } from "@/components/site/section-head";
import { EmptyState } from "@/components/ui/empty-state";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import type { ListMarks } from "@/lib/lists/row-marks";
import type { FilingEntry } from "@/lib/record/filing";
import { type Count, describeCount } from "@/lib/values/counts";

type IssuerLatestProps = {
  view: {
    name: string;
    words: string;
    filter: FilingFilter;
    latest: FilingEntry[];
    marks: ListMarks;
    counts: { rows: Count; filings: Count };
    allUrl: string;
  };
  path: string;
};

/** The newest filings with transactions under the filter, and the way to all of them. */
export const IssuerLatest = ({ view, path }: IssuerLatestProps) => (
  <section className="section" aria-labelledby="latest">
    <SectionHead
      id="latest"
      title="Latest transactions"
      note={`${view.latest.length} of ${describeCount(view.counts.filings, "filing")}, newest first`}
      aside={<a href={view.allUrl}>All {describeCount(view.counts.rows, "transaction")}, with filters</a>}
    />
    {view.latest.length === 0 ? (
      <EmptyState
        title={view.words === "" ? "No transactions reported" : `No transactions found: ${view.words}`}
        clearHref={view.words === "" ? undefined : path}
      />
    ) : (
      <Screener
        entries={view.latest}
        filter={view.filter}
        caption={`Latest transactions in ${view.name}, grouped by filing`}
        hasIssuer={false}
        marks={view.marks}
      />
    )}
  </section>
);
