import { cikFact, filingsSince, lastFilingFact, PartyLead } from "@/components/site/party-lead";
import { Missing } from "@/components/ui/missing";
import { describeLargest } from "@/lib/clusters/describe-cluster";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { describeIndustry } from "@/lib/record/industry";
import { orderDay } from "@/lib/record/order-day";
import { insidersUrl, transactionsUrl } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";
import type { Issuer, IssuerView } from "@/lib/views/issuer";
import { IssuerStandfirst } from "./issuer-standfirst";

type Lead = IssuerView["lead"];

/** Which company this is, and what its insiders bought and sold. */
export const IssuerLead = ({ lead }: { lead: Lead }) => (
  <PartyLead kind="Issuer" name={lead.name} standfirst={<Standfirst lead={lead} />} facts={factsOf(lead)} />
);

const Standfirst = ({ lead: { issuer, words, trades, clusters, isDated } }: { lead: Lead }) =>
  trades === null ? (
    "No filing on this issuer has a date."
  ) : (
    <IssuerStandfirst
      words={words}
      isDated={isDated}
      span={trades.span}
      sums={trades.sums}
      leftOut={trades.leftOut}
      insiders={trades.insiders}
      largest={describeLargest({ clusters: clusters.all, since: sinceWhen(issuer, clusters.readFrom) })}
    />
  );

/** The start of the period searched for clusters: the first filing in this database, or the first purchase that we read. */
function sinceWhen({ first }: Issuer, readFrom: string | null): string {
  if (readFrom !== null) return formatDate(readFrom) ?? readFrom;
  const day = first ? orderDay(first.orderedAt) : null;
  return day === null ? "reports began" : `reports began in ${day.slice(0, 4)}`;
}

function factsOf({ issuer, insiders: { now, former } }: Lead) {
  const { first, last, filings, tradingSymbol } = issuer;
  const others = issuer.names.filter((other) => other.name !== issuer.name || other.tradingSymbol !== tradingSymbol);
  const firstDay = first ? orderDay(first.orderedAt) : null;
  return [
    { term: "Ticker", value: tradingSymbol === null ? <Missing /> : <b className="ticker">{tradingSymbol}</b> },
    cikFact(issuer.cik, "This company on EDGAR"),
    { term: "Industry", value: <IndustryFact industry={issuer.industry} /> },
    {
      term: "Insiders",
      value: (
        <>
          <a href={`${insidersUrl()}?issuer=${issuer.cik}`}>{now.toLocaleString("en-US")} now</a>
          {former > 0 &&
            `, ${(now + former).toLocaleString("en-US")}${firstDay ? ` since ${firstDay.slice(0, 4)}` : " in all"}`}
        </>
      ),
    },
    { term: "Filings", value: filingsSince(filings, first) },
    lastFilingFact(last),
    ...(others.length > 0 ? [{ term: "Also filed as", value: others.map(nameAndSymbol).join("; ") }] : []),
  ];
}

/** "SIC 3571, Electronic Computers (EDGAR, June 3, 2026)". */
const IndustryFact = ({ industry }: Pick<Issuer, "industry">) =>
  industry === null ? (
    <span className="muted">not known</span>
  ) : (
    <>
      <a href={filterUrl(transactionsUrl(), { ...NO_FILTER, sic: [industry.code] })}>{describeIndustry(industry)}</a>{" "}
      <span className="muted">
        ({industry.source === "edgar" ? "EDGAR" : "filed"} {formatDate(industry.asOf)})
      </span>
    </>
  );

/** An empty name or symbol stands for one that a filing left out. */
const nameAndSymbol = ({ name, tradingSymbol }: { name: string; tradingSymbol: string }) =>
  name === "" ? `${tradingSymbol}, without a name` : name + (tradingSymbol && ` (${tradingSymbol})`);
