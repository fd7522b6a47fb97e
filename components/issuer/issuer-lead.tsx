import { Facts } from "@/components/site/facts";
import { FilingMention } from "@/components/site/filing-mention";
import { PageLead } from "@/components/site/page-lead";
import { Missing } from "@/components/ui/missing";
import type { Cluster } from "@/lib/clusters/clusters";
import { describeLargest } from "@/lib/clusters/describe-cluster";
import { printCik } from "@/lib/record/cik";
import { orderDay } from "@/lib/record/order-day";
import type { TradeSums } from "@/lib/series/trade-sums";
import { edgarFilerUrl, insidersUrl } from "@/lib/urls";
import { formatDate, formatMonth } from "@/lib/values/dates";
import { IssuerStandfirst } from "./issuer-standfirst";

type Mention = { accessionNumber: string; documentType: string | null; filingDate: string | null; orderedAt: string };

type Issuer = {
  cik: string;
  name: string | null;
  tradingSymbol: string | null;
  names: { name: string; tradingSymbol: string }[];
  filings: number;
  first: Mention | null;
  last: Mention | null;
};

type IssuerLeadProps = {
  issuer: Issuer;
  name: string;
  /** What is asked for besides trade dates; empty for nothing. */
  words: string;
  trades: {
    span: { from: string; to: string };
    sums: TradeSums;
    insiders: { bought: number; sold: number };
  } | null;
  clusters: { all: readonly Cluster[]; readFrom: string | null };
  /** How many are insiders by all we know, and how many were. */
  insiders: { now: number; former: number };
  /** Whether the reader has set trade dates. */
  isDated: boolean;
};

/** Which company it is, and what its insiders bought and sold. */
export const IssuerLead = ({ issuer, name, words, trades, clusters, insiders, isDated }: IssuerLeadProps) => (
  <PageLead
    isName
    eyebrow={<b>Issuer</b>}
    title={name}
    standfirst={
      trades === null ? (
        "No filing on this issuer has a date."
      ) : (
        <IssuerStandfirst
          words={words}
          isDated={isDated}
          span={trades.span}
          sums={trades.sums}
          insiders={trades.insiders}
          largest={describeLargest({ clusters: clusters.all, since: sinceWhen(issuer, clusters.readFrom) })}
        />
      )
    }
    aside={<Facts facts={factsOf(issuer, insiders)} />}
  />
);

/** Since when clusters are known: since filings are held, or since the first purchase that was read. */
function sinceWhen({ first }: Issuer, readFrom: string | null): string {
  if (readFrom !== null) return formatDate(readFrom) ?? readFrom;
  const day = first ? orderDay(first.orderedAt) : null;
  return day === null ? "reports began" : `reports began in ${day.slice(0, 4)}`;
}

function factsOf(issuer: Issuer, { now, former }: IssuerLeadProps["insiders"]) {
  const { first, last, filings, tradingSymbol } = issuer;
  const others = issuer.names.filter((other) => other.name !== issuer.name || other.tradingSymbol !== tradingSymbol);
  const firstDay = first ? orderDay(first.orderedAt) : null;
  const since = firstDay === null ? null : formatMonth(firstDay);
  return [
    { term: "Ticker", value: tradingSymbol === null ? <Missing /> : <b className="ticker">{tradingSymbol}</b> },
    {
      term: "CIK",
      value: (
        <a className="id" href={edgarFilerUrl(issuer.cik)} title="This company on EDGAR">
          {printCik(issuer.cik)}
        </a>
      ),
    },
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
    { term: "Filings", value: `${filings.toLocaleString("en-US")}${since && filings > 1 ? ` since ${since}` : ""}` },
    { term: "Last filing", value: last ? <FilingMention mention={last} /> : <Missing /> },
    ...(others.length > 0 ? [{ term: "Also filed as", value: others.map(nameAndSymbol).join("; ") }] : []),
  ];
}

const nameAndSymbol = (other: { name: string; tradingSymbol: string }) =>
  [other.name, other.tradingSymbol && `(${other.tradingSymbol})`].filter(Boolean).join(" ");
