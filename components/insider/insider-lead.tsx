import { Facts } from "@/components/site/facts";
import { FilingMention } from "@/components/site/filing-mention";
import { PageLead } from "@/components/site/page-lead";
import type { HeldSecurity } from "@/lib/holdings/held-securities";
import { describeLatenessRecord, type LatenessRecord } from "@/lib/lateness/describe-lateness";
import { shortIssuerName } from "@/lib/names/names";
import type { RolesOverTime } from "@/lib/people/roles-over-time";
import { printCik } from "@/lib/record/cik";
import { orderDay } from "@/lib/record/order-day";
import type { TradeSums } from "@/lib/series/trade-sums";
import { edgarFilerUrl } from "@/lib/urls";
import { formatMonth } from "@/lib/values/dates";
import type { HeldThen } from "./held-in-words";
import { InsiderStandfirst } from "./insider-standfirst";
import { RolesList } from "./roles-list";

type Mention = { accessionNumber: string; documentType: string | null; filingDate: string | null; orderedAt: string };
type Issuer = { cik: string | null; name: string | null; tradingSymbol: string | null; filings: number };

type Insider = {
  cik: string;
  name: string | null;
  names: string[];
  filings: number;
  amendments: number;
  amended: number;
  first: Mention | null;
  last: Mention | null;
};

type InsiderLeadProps = {
  view: {
    insider: Insider;
    name: string;
    words: string;
    wordsBesidesIssuers: string;
    issuers: Issuer[];
    roles: { issuer: Issuer; roles: RolesOverTime }[];
    lateness: LatenessRecord & { filings: unknown[] };
    /** Whether the newest filing on the issuer in view names the insider an officer or director, and its first year. */
    standing: { isInside: boolean; since: string | null };
    sums: TradeSums;
    held: HeldSecurity[];
    heldThen: HeldThen | null;
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
          held={issuers.length === 1 ? view.held : null}
          then={view.heldThen}
          undated={view.undated}
        />
      }
      aside={<Facts facts={factsOf(view)} />}
    >
      <RolesList insiderCik={insider.cik} roles={view.roles} />
    </PageLead>
  );
};

/** What the sums are of: "At Kestrel Grid Systems since 2018", "In 3 issuers, code S". */
function scopeOf({ words, wordsBesidesIssuers, issuers, standing }: InsiderLeadProps["view"]): string {
  const [issuer, ...others] = issuers;
  if (!issuer) return words === "" ? "In no issuer" : `With ${words}`;
  const name = issuer.name ? shortIssuerName(issuer.name) : "an unnamed issuer";
  const where = others.length > 0 ? `In ${issuers.length} issuers` : `${standing.isInside ? "At" : "In"} ${name}`;
  if (wordsBesidesIssuers !== "") return `${where}, ${wordsBesidesIssuers}`;
  return standing.since === null ? where : `${where} since ${standing.since}`;
}

function factsOf({ insider, name, lateness }: InsiderLeadProps["view"]) {
  const late = describeLatenessRecord(lateness);
  const otherNames = insider.names.filter((other) => other !== insider.name);
  return [
    { term: "Last filing", value: insider.last ? <FilingMention mention={insider.last} /> : "—" },
    { term: "Filings", value: filingsInWords(insider) },
    ...(late === null
      ? []
      : [{ term: "Filed late", value: lateness.filings.length > 0 ? <a href="#filed-late">{late}</a> : late }]),
    {
      term: "CIK",
      value: (
        <a className="id" href={edgarFilerUrl(insider.cik)} title="This filer on EDGAR">
          {printCik(insider.cik)}
        </a>
      ),
    },
    ...(insider.name !== null && insider.name !== name ? [{ term: "Name as filed", value: insider.name }] : []),
    ...(otherNames.length > 0 ? [{ term: "Previously filed as", value: otherNames.join("; ") }] : []),
  ];
}

/** "41 since March 2018, 2 amended". */
function filingsInWords({ first, filings, amended, amendments }: Insider): string {
  const firstDay = first ? orderDay(first.orderedAt) : null;
  const since = firstDay !== null && filings > 1 ? ` since ${formatMonth(firstDay)}` : "";
  const count = `${filings.toLocaleString("en-US")}${since}`;
  if (amended > 0) return `${count}, ${amended.toLocaleString("en-US")} amended`;
  if (amendments === 0) return count;
  return `${count}, ${amendments.toLocaleString("en-US")} ${amendments === 1 ? "amendment" : "amendments"}`;
}
