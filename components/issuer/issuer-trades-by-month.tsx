import { BoughtAndSoldChart } from "@/components/charts/bought-and-sold";
import { SectionHead } from "@/components/site/section-head";
import { filterUrl } from "@/lib/filters/filing-filter";
import { shortIssuerName } from "@/lib/names/names";
import { inFormat, transactionsUrl } from "@/lib/urls";
import { formatDateRange } from "@/lib/values/dates";
import type { IssuerView } from "@/lib/views/issuer";

type IssuerTradesByMonthProps = {
  months: IssuerView["months"];
  /** Address of the view. */
  url: string;
};

/** What an issuer's insiders bought and sold, by month of the trade, with clusters of purchases, or sales, marked above. */
export const IssuerTradesByMonth = ({ months, url }: IssuerTradesByMonthProps) => {
  if (!months) return null;
  const { series, filter } = months.trades;
  const [first, last] = [series.bins[0], series.bins.at(-1)];
  return (
    <section aria-labelledby="bought-and-sold">
      <SectionHead
        id="bought-and-sold"
        title={`Bought and sold each ${series.unit}`}
        note={first && last ? formatDateRange(first.from, last.to) : undefined}
      />
      <BoughtAndSoldChart
        series={series}
        of={`insiders of ${shortIssuerName(months.name)}`}
        csvHref={inFormat(url, "csv")}
        rowsHref={({ from, to }) => filterUrl(transactionsUrl(), { ...filter, tradedFrom: from, tradedTo: to })}
        clusters={months.clusters.map(({ code, from, to, insiders }) => ({
          code,
          from,
          to,
          insiders: insiders.length,
        }))}
      />
    </section>
  );
};
