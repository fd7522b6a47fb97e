import { InsiderStandfirst } from "@/components/insider/insider-standfirst";
import { RolesList } from "@/components/insider/roles-list";
import { Facts } from "@/components/site/facts";
import { FilingMention } from "@/components/site/filing-mention";
import { PageLead } from "@/components/site/page-lead";
import { printCik } from "@/lib/edgar/cik";
import type { ReportingOwner } from "@/lib/edgar/filing";
import { formatMonth } from "@/lib/format/dates";
import { shortIssuerName } from "@/lib/format/names";
import { orderDay } from "@/lib/format/order-day";
import type { LastBalance } from "@/lib/holdings/last-balances";
import type { TradeSums } from "@/lib/series/trade-sums";
import { edgarFilerUrl } from "@/lib/urls";

type Mention = { accessionNumber: string; documentType: string | null; filingDate: string | null; orderedAt: string };
type Issuer = { cik: string | null; name: string | null; tradingSymbol: string | null; filings: number };

type Insider = {
  cik: string;
  name: string | null;
  names: string[];
  filings: number;
  amendments: number;
  first: Mention | null;
  last: Mention | null;
  issuers: Issuer[];
  roles: (Omit<ReportingOwner, "cik" | "name"> & { issuerCik: string | null; from: string })[];
};

type InsiderLeadProps = {
  view: {
    insider: Insider;
    name: string;
    words: string;
    wordsBesidesIssuers: string;
    issuers: Issuer[];
    sums: TradeSums;
    balances: LastBalance[];
    amendmentsLeftOut: number;
    undated: number | null;
  };
};

/** Who an insider is, and what the view finds of them. */
export const InsiderLead = ({ view }: InsiderLeadProps) => {
  const { insider, name, issuers } = view;
  return (
    <PageLead
      isName
      eyebrow={<b>Insider</b>}
      title={name}
      standfirst={
        <InsiderStandfirst
          scope={scopeOf(view)}
          sums={view.sums}
          balances={issuers.length === 1 ? view.balances : null}
          amendmentsLeftOut={view.amendmentsLeftOut}
          undated={view.undated}
        />
      }
      aside={<Facts facts={factsOf(insider, name)} />}
    >
      <RolesList insiderCik={insider.cik} issuers={insider.issuers} roles={insider.roles} />
    </PageLead>
  );
};

/** What the sums are of: "In Kestrel Grid Systems", "In 3 issuers, code S". */
function scopeOf({ words, wordsBesidesIssuers, issuers }: InsiderLeadProps["view"]): string {
  const [issuer, ...others] = issuers;
  if (!issuer) return words === "" ? "In no issuer" : `With ${words}`;
  const name = issuer.name ? shortIssuerName(issuer.name) : "an issuer that is not named";
  const where = others.length === 0 ? `In ${name}` : `In ${issuers.length} issuers`;
  return wordsBesidesIssuers === "" ? where : `${where}, ${wordsBesidesIssuers}`;
}

function factsOf(insider: Insider, name: string) {
  const { first, last, filings, amendments } = insider;
  const asFiled = insider.names.filter((other) => other !== name);
  const firstDay = first ? orderDay(first.orderedAt) : null;
  const since = firstDay === null ? null : formatMonth(firstDay);
  return [
    { term: "Last filing", value: last ? <FilingMention mention={last} /> : "—" },
    {
      term: "Filings",
      value: [
        filings.toLocaleString("en-US"),
        since && filings > 1 ? ` since ${since}` : "",
        amendments > 0 ? `, ${amendmentsInWords(amendments, filings)}` : "",
      ].join(""),
    },
    {
      term: "CIK",
      value: (
        <a className="id" href={edgarFilerUrl(insider.cik)} title="This filer on EDGAR">
          {printCik(insider.cik)}
        </a>
      ),
    },
    ...(asFiled.length > 0
      ? [{ term: asFiled.length === 1 ? "Name as filed" : "Names as filed", value: asFiled.join("; ") }]
      : []),
  ];
}

function amendmentsInWords(amendments: number, filings: number): string {
  if (amendments === filings) return filings === 1 ? "an amendment" : "all amendments";
  return `${amendments.toLocaleString("en-US")} of them ${amendments === 1 ? "an amendment" : "amendments"}`;
}
