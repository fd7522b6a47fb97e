import { Screener } from "@/components/listing/screener";
import { SectionHead } from "@/components/site/section-head";
import { EmptyState } from "@/components/ui/empty-state";
import { describeCount } from "@/lib/values/counts";
import type { IssuerView } from "@/lib/views/issuer";
import type { ListExtras } from "@/lib/views/lists";

type IssuerLatestProps = { latest: IssuerView["latest"]; extras: ListExtras };

/** The newest filings with transactions that match the filter, and a link to all filings that match it. */
export const IssuerLatest = ({ latest, extras }: IssuerLatestProps) => (
  <section className="section" aria-labelledby="latest">
    <SectionHead
      id="latest"
      title="Latest transactions"
      note={`${latest.entries.length} of ${describeCount(latest.counts.filings, "filing")} with transactions, newest first`}
      aside={
        <>
          <a href={latest.screener}>Filter these transactions</a>
          <a href={latest.all.url}>All {describeCount(latest.all.filings, "filing")}, with filters</a>
        </>
      }
    />
    {latest.entries.length === 0 ? (
      <EmptyState
        title={latest.words === "" ? "No transactions reported" : `No transactions found: ${latest.words}`}
        relaxed={latest.relaxed}
        clearHref={latest.words === "" ? undefined : latest.clearHref}
      />
    ) : (
      <Screener
        entries={latest.entries}
        filter={latest.filter}
        caption={`Latest transactions in ${latest.name}, grouped by filing`}
        hasIssuer={false}
        marks={latest.marks}
        extras={extras}
      />
    )}
  </section>
);
