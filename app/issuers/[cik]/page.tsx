import type { Metadata } from "next";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { cache } from "react";
import { findIssuerCik } from "@/app/issuers/[cik]/find-issuer-cik";
import { FORMER, ISSUER_FILTERS, ROSTER_PARAM, readIssuerQuery } from "@/app/issuers/[cik]/query";
import { type IssuerView, loadIssuerView } from "@/app/issuers/[cik]/view";
import { askedParams } from "@/app/search-params";
import { ClusterBuys } from "@/components/issuer/cluster-buys";
import { IssuerLatest } from "@/components/issuer/issuer-latest";
import { IssuerLead } from "@/components/issuer/issuer-lead";
import { IssuerRoster } from "@/components/issuer/issuer-roster";
import { IssuerSplits } from "@/components/issuer/issuer-splits";
import { IssuerTradesByMonth } from "@/components/issuer/issuer-trades-by-month";
import { FilterForm } from "@/components/listing/filter-form";
import { IgnoredList } from "@/components/listing/ignored-list";
import { ViewAddress } from "@/components/listing/view-address";
import { filterUrl } from "@/lib/filters/filing-filter";
import { parseCik } from "@/lib/record/cik";
import { inFormat, issuerUrl } from "@/lib/urls";

type Props = { params: Promise<{ cik: string }> };

/** Once for a request: the head of the document and its body ask for the same. */
const loadView = cache(async (text: string, search: string): Promise<IssuerView | null> => {
  const cik = parseCik(text);
  return cik === null ? null : loadIssuerView(cik, readIssuerQuery(new URLSearchParams(search)));
});

async function read({ params }: Props) {
  const { cik } = await params;
  const query = await askedParams();
  const search = new URLSearchParams(query).toString();
  return { cik, query, search, view: await loadView(cik, search) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await read(props);
  if (!view) return { title: "Issuer not found" };
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

export default async function IssuerPage(props: Props) {
  const { cik: text, query, search, view } = await read(props);
  if (!view) {
    const cik = await findIssuerCik(text);
    if (cik === null) notFound();
    redirect(withSearch(issuerUrl(cik), search));
  }
  const { issuer, filter } = view;
  const path = issuerUrl(issuer.cik);
  if (text !== issuer.cik) permanentRedirect(withSearch(path, search));
  const isOpen = ([name]: [string, string]) => name === ROSTER_PARAM;
  const rule = view.kept.filter((pair) => !isOpen(pair));
  const hrefWith = (params: [string, string][]) => filterUrl(path, filter, Object.fromEntries(params));
  const { trades, clusters } = view;
  return (
    <>
      <IssuerLead
        issuer={issuer}
        name={view.name}
        words={view.wordsBesidesDates}
        trades={trades}
        clusters={clusters}
        insiders={{ now: view.roster.inAll, former: view.former.inAll }}
        isDated={filter.tradedFrom !== null || filter.tradedTo !== null}
      />
      <FilterForm action={path} filter={filter} names={view.names} only={ISSUER_FILTERS} kept={view.kept} />
      <ViewAddress url={view.url} />
      <IgnoredList ignored={view.ignored} path={path} query={query} />
      <div className="section chart-and-clusters">
        {trades && (
          <IssuerTradesByMonth
            name={view.name}
            trades={trades}
            clusters={clusters.all}
            csvHref={inFormat(view.url, "csv")}
          />
        )}
        <ClusterBuys
          path={path}
          filter={filter}
          clusters={clusters}
          drawn={trades?.drawn ?? null}
          kept={view.kept.filter(isOpen)}
          rule={rule}
        />
      </div>
      <IssuerRoster
        cik={issuer.cik}
        name={view.name}
        roster={view.roster}
        former={view.former}
        formerHref={hrefWith([...rule, [ROSTER_PARAM, FORMER]])}
        nowHref={hrefWith(rule)}
        until={view.lastDay}
      />
      <IssuerSplits splits={view.splits} />
      <IssuerLatest view={view} path={path} />
    </>
  );
}

const withSearch = (path: string, search: string) => (search === "" ? path : `${path}?${search}`);
