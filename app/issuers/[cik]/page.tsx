import type { Metadata } from "next";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { readersMaySubscribe } from "@/app/alerts/alert-answers";
import { Ignored } from "@/app/ignored-names";
import { issuerCard } from "@/app/issuers/[cik]/card";
import { findIssuerCik } from "@/app/issuers/[cik]/find-issuer-cik";
import { findIssuerView } from "@/app/issuers/[cik]/view";
import { loadListExtras } from "@/app/list-extras";
import { withAskedParams } from "@/app/search-params";
import { siteUrl } from "@/app/site-url";
import { structuredDataSite } from "@/app/structured-data-site";
import { sharedMetadata } from "@/app/view-metadata";
import { IssuerClusters } from "@/components/issuer/issuer-clusters";
import { IssuerLateFilings } from "@/components/issuer/issuer-late-filings";
import { IssuerLatest } from "@/components/issuer/issuer-latest";
import { IssuerLead } from "@/components/issuer/issuer-lead";
import { IssuerRoster } from "@/components/issuer/issuer-roster";
import { IssuerSplits } from "@/components/issuer/issuer-splits";
import { IssuerTradesByMonth } from "@/components/issuer/issuer-trades-by-month";
import { FilterForm } from "@/components/listing/filter-form";
import { ViewAddress } from "@/components/listing/view-address";
import { WatchStar } from "@/components/listing/watch-star";
import { SharePanel } from "@/components/site/share-panel";
import { StructuredData } from "@/components/site/structured-data";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { clusterPeople } from "@/lib/clusters/cluster-people";
import { ISSUER_FILTERS } from "@/lib/filters/page-filters";
import { issuerData } from "@/lib/structured-data/structured-data";
import { issuerUrl } from "@/lib/urls";

type Props = { params: Promise<{ cik: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await findIssuerView((await params).cik);
  return view
    ? sharedMetadata(view, issuerCard(view), ["json", "csv", "ndjson", "atom"])
    : { title: "Issuer not found" };
}

export default async function IssuerPage({ params }: Props) {
  const { cik: text } = await params;
  const view = await findIssuerView(text);
  if (!view) {
    const cik = await findIssuerCik(text);
    if (cik === null) notFound();
    redirect(await withAskedParams(issuerUrl(cik)));
  }
  const { cik } = view.lead.issuer;
  const path = issuerUrl(cik);
  if (text !== cik) permanentRedirect(await withAskedParams(path));
  const site = await structuredDataSite();
  const { roster, latest, clusters } = view;
  const extras = await loadListExtras(latest.entries, {
    issuerCik: cik,
    others: [
      ...[...roster.now.insiders, ...(roster.former.insiders ?? [])].map(({ owner }) => owner),
      ...view.lateness.record.filings.flatMap(({ owners }) => owners),
      ...clusters.all.flatMap((cluster) => clusterPeople(cluster).map(({ owner }) => owner)),
    ],
  });
  return (
    <>
      <DrawnOnce>
        <StructuredData of={site === null ? null : issuerData(view.lead.issuer, site)} />
        <IssuerLead lead={view.lead} />
      </DrawnOnce>
      <div className="page-actions">
        <WatchStar url={path} name={view.lead.name} />
        <DrawnOnce>
          <SharePanel url={path} site={siteUrl()} />
        </DrawnOnce>
      </div>
      <FilterForm action={path} {...view.filters} only={ISSUER_FILTERS} />
      <ViewAddress url={view.url} byMail={readersMaySubscribe()} saved={{ name: view.title }} />
      <Ignored ignored={view.ignored} path={path} />
      <div className="section chart-and-clusters">
        <IssuerTradesByMonth months={view.months} url={view.url} />
        <DrawnOnce>
          <IssuerClusters clusters={clusters} names={extras.names} path={path} />
        </DrawnOnce>
      </div>
      <DrawnOnce>
        <IssuerRoster roster={roster} names={extras.names} />
        <IssuerLateFilings lateness={view.lateness} names={extras.names} />
        <IssuerSplits splits={view.splits} />
      </DrawnOnce>
      <IssuerLatest latest={latest} extras={extras} path={path} />
    </>
  );
}
