import { SmallMultiples } from "@/components/charts/small-multiples";
import { TradesAndHoldings } from "@/components/charts/trades-and-holdings";
import { SectionHead } from "@/components/site/section-head";
import { shortIssuerName } from "@/lib/names/names";
import { issuerLabel } from "@/lib/record/issuer-label";
import { inFormat, methodUrl, rowUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import type { InsiderHref, InsiderView } from "@/lib/views/insider";

type Chart = NonNullable<InsiderView["chart"]>;
type InsiderChartProps = {
  chart: InsiderView["chart"];
  /** Address of the view. */
  url: string;
  hrefTo: InsiderHref;
};

/** When an insider traded and what they owned, at one issuer. The brush below changes the trade dates. */
export const InsiderChart = ({ chart, url, hrefTo }: InsiderChartProps) => {
  if (!chart) return null;
  const { series, againstTotals, insider, issuer, others, filter, wordsBesidesIssuers } = chart;
  const isOneOfSeveral = others.holdings.length > 0;
  return (
    <>
      <section aria-labelledby="trades-and-holdings">
        {isOneOfSeveral ? (
          <SectionHead
            id="trades-and-holdings"
            title={`Trades and holdings at ${shortIssuerName(issuer?.name ?? "an unnamed issuer")}`}
            note={issuer && `${plural(issuer.filings, "filing")}, the most of any issuer. The others are below`}
          />
        ) : (
          <h2 id="trades-and-holdings" className="visually-hidden">
            Trades and holdings
          </h2>
        )}
        <TradesAndHoldings
          series={series}
          insider={insider}
          issuer={issuer && issuerLabel(issuer)}
          rowHref={rowUrl}
          tradesHref={(trades) => {
            const [tradedFrom, tradedTo] = [trades[0].date, trades.at(-1)?.date ?? null];
            const code = [...new Set(trades.flatMap((trade) => trade.code ?? []))];
            return hrefTo({ filter: { ...atIssuer(chart, issuer?.cik ?? null), tradedFrom, tradedTo, code } });
          }}
          datesHref={withPlaces(hrefTo({ filter: { ...filter, tradedFrom: FROM, tradedTo: TO } }))}
          csvHref={inFormat(url, "csv")}
        />
        {againstTotals.length > 0 && (
          <p id="lanes-and-totals" className="small muted">
            {againstTotals.join(" ")} <a href={methodUrl("totals")}>How we calculate totals</a>
          </p>
        )}
        {wordsBesidesIssuers !== "" && (
          <p className="small muted">Filters apply to the trades. Balances use every report.</p>
        )}
      </section>
      {isOneOfSeveral && <OtherIssuers chart={chart} hrefTo={hrefTo} />}
    </>
  );
};

const atIssuer = ({ filter }: Chart, cik: string | null) => (cik === null ? filter : { ...filter, issuer: [{ cik }] });

const MOST_SHOWN = 12;

const OtherIssuers = ({ chart, hrefTo }: { chart: Chart; hrefTo: InsiderHref }) => {
  const { others, roles } = chart;
  const multiples = others.holdings.slice(0, MOST_SHOWN).map((holdings) => {
    const of = roles.find(({ issuer }) => issuer.cik === holdings.issuerCik);
    const { name = null } = of?.issuer ?? {};
    return {
      ...holdings,
      label: (of && issuerLabel(of.issuer)) ?? "Unnamed issuer",
      name: name && shortIssuerName(name),
      href: hrefTo({ filter: atIssuer(chart, holdings.issuerCik) }),
      leftOn: of?.roles.leftOn ?? null,
    };
  });
  const left = others.holdings.length - multiples.length;
  return (
    <section className="section" aria-labelledby="other-holdings">
      <SectionHead
        id="other-holdings"
        title={`Holdings at ${plural(others.holdings.length, "other issuer")}`}
        note="Shares held directly as of each report or, if there are none, the line with the most reports. Choose an issuer to see its full chart"
      />
      <SmallMultiples multiples={multiples} domain={others.domain} />
      <p className="small muted">
        The years are the same, but each chart has its own scale from 0. A line ends at the last report, with a bar if
        the filer said that reporting has ended.
        {left > 0 && ` ${plural(left, "more issuer is", "more issuers are")} not drawn.`}
      </p>
    </section>
  );
};

const [FROM, TO] = ["{from}", "{to}"];

/** Restores the date placeholders for the brush, which the query string would encode. */
const withPlaces = (url: string) => url.replace(encodeURIComponent(FROM), FROM).replace(encodeURIComponent(TO), TO);
