import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { insiderQueryUrl, readInsiderQuery } from "@/app/insiders/[cik]/query";
import { type InsiderView, loadInsiderView, PAGE_SIZE } from "@/app/insiders/[cik]/view";
import { askedParams } from "@/app/search-params";
import { TradesAndHoldings } from "@/components/charts/trades-and-holdings";
import { DerivativeLadder } from "@/components/insider/derivative-ladder";
import { InsiderHoldings } from "@/components/insider/insider-holdings";
import { InsiderLead } from "@/components/insider/insider-lead";
import { InsiderToolbar } from "@/components/insider/insider-toolbar";
import { InsiderTransactions } from "@/components/insider/insider-transactions";
import { LateFilings } from "@/components/insider/late-filings";
import { PlansTable } from "@/components/insider/plans-table";
import { ReportingLines } from "@/components/insider/reporting-lines";
import { IgnoredList } from "@/components/listing/ignored-list";
import { parseCik } from "@/lib/record/cik";
import { issuerLabel } from "@/lib/record/issuer-label";
import { inFormat, insiderUrl, rowUrl } from "@/lib/urls";

type Props = { params: Promise<{ cik: string }> };

/** Once for a request: the head of the document and its body ask for the same. */
const loadView = cache(async (text: string, search: string): Promise<InsiderView | null> => {
  const cik = parseCik(text);
  return cik === null ? null : loadInsiderView(cik, readInsiderQuery(new URLSearchParams(search)));
});

async function read({ params }: Props) {
  const { cik } = await params;
  const query = await askedParams();
  const search = new URLSearchParams(query).toString();
  return { cik, query, search, view: await loadView(cik, search) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await read(props);
  if (!view) return { title: "Insider not found" };
  return {
    title: view.title,
    alternates: {
      canonical: view.url,
      types: {
        "application/json": inFormat(view.url, "json"),
        "text/csv": inFormat(view.url, "csv"),
        "application/atom+xml": inFormat(view.url, "atom"),
      },
    },
  };
}

export default async function InsiderPage(props: Props) {
  const { cik, query, search, view } = await read(props);
  if (!view) notFound();
  const path = insiderUrl(view.insider.cik);
  if (cik !== view.insider.cik) permanentRedirect(search === "" ? path : `${path}?${search}`);
  const [issuer, ...others] = view.issuers;
  const labels = new Map(view.issuers.map((each) => [each.cik, issuerLabel(each) ?? "no issuer named"]));
  const hrefTo = (changes: Partial<typeof view.query>) =>
    insiderQueryUrl(path, { ...view.query, after: null, ...changes });
  return (
    <>
      <InsiderLead view={view} />
      <InsiderToolbar
        cik={view.insider.cik}
        path={path}
        url={view.url}
        filter={view.query.filter}
        issuers={view.insider.issuers}
        lastDay={view.lastDay}
        hrefOf={(filter) => hrefTo({ filter })}
      />
      <IgnoredList ignored={view.ignored} path={path} query={query} />
      {view.series && (
        <section aria-labelledby="trades-and-holdings">
          <h2 id="trades-and-holdings" className="visually-hidden">
            Trades and holdings
          </h2>
          <TradesAndHoldings
            series={view.series}
            insider={view.name}
            issuer={issuer && others.length === 0 ? issuerLabel(issuer) : null}
            rowHref={rowUrl}
            datesHref={datesHref(hrefTo({ filter: { ...view.query.filter, tradedFrom: FROM, tradedTo: TO } }))}
            csvHref={inFormat(view.url, "csv")}
          />
          {view.wordsBesidesIssuers !== "" && (
            <p className="small muted">Filters apply to the trades. Balances use every report.</p>
          )}
        </section>
      )}
      <InsiderHoldings held={view.held} issuers={labels} />
      <DerivativeLadder ladder={view.ladder} issuers={labels} />
      <InsiderTransactions view={view} path={path} pageSize={PAGE_SIZE} hrefTo={hrefTo} />
      <PlansTable plans={view.plans} issuers={labels} />
      <ReportingLines lines={view.reporting} />
      <LateFilings lateness={view.lateness} hasSeveralIssuers={view.insider.issuers.length > 1} />
    </>
  );
}

const [FROM, TO] = ["{from}", "{to}"];

/** The address with places for the dates of the brush, which the query would encode. */
const datesHref = (url: string) => url.replace(encodeURIComponent(FROM), FROM).replace(encodeURIComponent(TO), TO);
