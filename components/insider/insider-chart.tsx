import { TradesAndHoldings } from "@/components/charts/trades-and-holdings";
import { inFormat, rowUrl } from "@/lib/urls";
import type { InsiderHref, InsiderView } from "@/lib/views/insider";

type InsiderChartProps = {
  chart: InsiderView["chart"];
  /** The view's address. */
  url: string;
  hrefTo: InsiderHref;
};

/** When an insider traded and what was held; the brush under it leads to other trade dates. */
export const InsiderChart = ({ chart, url, hrefTo }: InsiderChartProps) => {
  if (!chart) return null;
  const { series, insider, issuer, filter, wordsBesidesIssuers } = chart;
  return (
    <section aria-labelledby="trades-and-holdings">
      <h2 id="trades-and-holdings" className="visually-hidden">
        Trades and holdings
      </h2>
      <TradesAndHoldings
        series={series}
        insider={insider}
        issuer={issuer}
        rowHref={rowUrl}
        datesHref={withPlaces(hrefTo({ filter: { ...filter, tradedFrom: FROM, tradedTo: TO } }))}
        csvHref={inFormat(url, "csv")}
      />
      {wordsBesidesIssuers !== "" && (
        <p className="small muted">Filters apply to the trades. Balances use every report.</p>
      )}
    </section>
  );
};

const [FROM, TO] = ["{from}", "{to}"];

/** The address with places for the dates of the brush, which the query would encode. */
const withPlaces = (url: string) => url.replace(encodeURIComponent(FROM), FROM).replace(encodeURIComponent(TO), TO);
