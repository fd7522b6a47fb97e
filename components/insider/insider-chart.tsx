import { TradesAndHoldings } from "@/components/charts/trades-and-holdings";
import { inFormat, rowUrl } from "@/lib/urls";
import type { InsiderHref, InsiderView } from "@/lib/views/insider";

type InsiderChartProps = {
  chart: InsiderView["chart"];
  /** Address of the view. */
  url: string;
  hrefTo: InsiderHref;
};

/** When an insider traded and what they owned. The brush below changes the trade dates. */
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

/** Restores the date placeholders for the brush, which the query string would encode. */
const withPlaces = (url: string) => url.replace(encodeURIComponent(FROM), FROM).replace(encodeURIComponent(TO), TO);
