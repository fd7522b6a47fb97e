import { Missing } from "@/components/ui/missing";
import { printCik } from "@/lib/record/cik";
import { orderDay } from "@/lib/record/order-day";
import { edgarFilerUrl } from "@/lib/urls";
import { formatMonth } from "@/lib/values/dates";
import type { MentionedFiling } from "@/lib/views/party";
import { Facts } from "./facts";
import { FilingMention } from "./filing-mention";
import { PageLead } from "./page-lead";

type PartyLeadProps = {
  kind: "Insider" | "Issuer";
  name: string;
  standfirst: React.ReactNode;
  facts: { term: string; value: React.ReactNode }[];
  children?: React.ReactNode;
};

/** The head of an insider's or issuer's page: the name, a summary of the view, and facts. */
export const PartyLead = ({ kind, name, standfirst, facts, children }: PartyLeadProps) => (
  <PageLead isName eyebrow={kind} title={name} standfirst={standfirst} aside={<Facts facts={facts} />}>
    {children}
  </PageLead>
);

export const cikFact = (cik: string, title: string) => ({
  term: "CIK",
  value: (
    <a className="id" href={edgarFilerUrl(cik)} title={title}>
      {printCik(cik)}
    </a>
  ),
});

export const lastFilingFact = (last: MentionedFiling | null) => ({
  term: "Last filing",
  value: last ? <FilingMention mention={last} /> : <Missing />,
});

/** "41 since March 2018". */
export function filingsSince(filings: number, first: MentionedFiling | null): string {
  const firstDay = first ? orderDay(first.orderedAt) : null;
  const since = firstDay !== null && filings > 1 ? formatMonth(firstDay) : null;
  return `${filings.toLocaleString("en-US")}${since ? ` since ${since}` : ""}`;
}
