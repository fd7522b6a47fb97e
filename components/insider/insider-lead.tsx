import { InsiderStandfirst } from "@/components/insider/insider-standfirst";
import { RolesList } from "@/components/insider/roles-list";
import { Facts } from "@/components/site/facts";
import { FilingMention } from "@/components/site/filing-mention";
import { PageLead } from "@/components/site/page-lead";
import { printCik } from "@/lib/edgar/cik";
import type { ReportingOwner } from "@/lib/edgar/filing";
import { formatMonth, newYorkDate } from "@/lib/format/dates";
import { shortIssuerName } from "@/lib/format/names";
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
  const [issuer, ...others] = issuers;
  const only = issuer && others.length === 0 ? issuer : null;
  return (
    <PageLead
      isName
      eyebrow={<b>Insider</b>}
      title={name}
      standfirst={
        <InsiderStandfirst
          scope={scopeOf(view.words, only, issuers.length)}
          sums={view.sums}
          balances={only ? view.balances : null}
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

/** What the sums are of: the filter in words, else the issuers. */
function scopeOf(words: string, only: Issuer | null, issuers: number): string {
  if (words !== "") return `With ${words}`;
  if (only) return `In ${only.name ? shortIssuerName(only.name) : "an issuer that is not named"}`;
  return `In ${issuers} issuers`;
}

function factsOf(insider: Insider, name: string) {
  const { first, last, filings, amendments } = insider;
  const asFiled = insider.names.filter((other) => other !== name);
  const since = first && !first.orderedAt.startsWith("0001") ? formatMonth(newYorkDate(first.orderedAt)) : null;
  return [
    { term: "Last filing", value: last ? <FilingMention mention={last} /> : "—" },
    {
      term: "Filings",
      value: [
        filings.toLocaleString("en-US"),
        since && filings > 1 ? ` since ${since}` : "",
        amendments > 0 ? `, ${amendments} of them ${amendments === 1 ? "an amendment" : "amendments"}` : "",
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
