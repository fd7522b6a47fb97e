import { BoughtAndSoldChart } from "@/components/charts/bought-and-sold";
import { SectionHead } from "@/components/site/section-head";
import type { Cluster } from "@/lib/clusters/clusters";
import { shortIssuerName } from "@/lib/names/names";
import type { BoughtAndSold } from "@/lib/series/bought-and-sold";
import { formatDateRange } from "@/lib/values/dates";

type IssuerTradesByMonthProps = {
  name: string;
  trades: { series: BoughtAndSold; readOnly: number | null };
  clusters: readonly Cluster[];
  csvHref: string;
};

/** What an issuer's insiders bought and sold, by month of the trade, with the clusters of purchases above. */
export const IssuerTradesByMonth = ({
  name,
  trades: { series, readOnly },
  clusters,
  csvHref,
}: IssuerTradesByMonthProps) => {
  const [first, last] = [series.bins[0], series.bins.at(-1)];
  return (
    <section aria-labelledby="bought-and-sold">
      <SectionHead
        id="bought-and-sold"
        title={`Bought and sold each ${series.unit}`}
        note={[
          first && last ? formatDateRange(first.from, last.to) : null,
          readOnly === null ? null : `the newest ${readOnly.toLocaleString("en-US")} filings with a purchase or sale`,
        ]
          .filter((part) => part !== null)
          .join(", ")}
      />
      <BoughtAndSoldChart
        series={series}
        of={`insiders of ${shortIssuerName(name)}`}
        csvHref={csvHref}
        clusters={clusters.map(({ from, to, insiders }) => ({ from, to, insiders: insiders.length }))}
      />
    </section>
  );
};
