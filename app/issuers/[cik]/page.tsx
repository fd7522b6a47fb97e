import type { Metadata } from "next";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { readersMaySubscribe } from "@/app/alerts/alert-answers";
import { isNotShown, NOT_INDEXED, PAST_FORMATS, withoutIndexAsOf } from "@/app/as-of";
import { Ignored } from "@/app/ignored-names";
import { issuerCard } from "@/app/issuers/[cik]/card";
import { findIssuerCik } from "@/app/issuers/[cik]/find-issuer-cik";
import { findIssuerPage } from "@/app/issuers/[cik]/view";
import { withAskedParams } from "@/app/search-params";
import { SharePage } from "@/app/share-page";
import { structuredDataSite } from "@/app/structured-data-site";
import { sharedMetadata } from "@/app/view-metadata";
import { IssuerClusters } from "@/components/issuer/issuer-clusters";
import { IssuerLateFilings } from "@/components/issuer/issuer-late-filings";
import { IssuerLatest } from "@/components/issuer/issuer-latest";
import { IssuerLead } from "@/components/issuer/issuer-lead";
import { issuerPicture } from "@/components/issuer/issuer-picture";
import { IssuerRoster } from "@/components/issuer/issuer-roster";
import { IssuerSplits } from "@/components/issuer/issuer-splits";
import { IssuerTradesByMonth } from "@/components/issuer/issuer-trades-by-month";
import { FilterForm } from "@/components/listing/filter-form";
import { PastDay } from "@/components/listing/past-day";
import { ViewAddress } from "@/components/listing/view-address";
import { WatchStar } from "@/components/listing/watch-star";
import { AsOfNotice, NotShownAsOf } from "@/components/site/as-of-notice";
import { StructuredData } from "@/components/site/structured-data";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { ISSUER_FILTERS } from "@/lib/filters/page-filters";
import { issuerData } from "@/lib/structured-data/structured-data";
import { issuerUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";

type Props = { params: Promise<{ cik: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findIssuerPage((await params).cik);
  if (!found) return { title: "Issuer not found" };
  if (isNotShown(found)) return { title: "Issuer as of a past day", robots: NOT_INDEXED };
  return withoutIndexAsOf(found.view, (formats) => sharedMetadata(found.view, issuerCard(found.view), formats));
}

export default async function IssuerPage({ params }: Props) {
  const { cik: text } = await params;
  const found = await findIssuerPage(text);
  if (!found) {
    const cik = await findIssuerCik(text);
    if (cik === null) notFound();
    redirect(await withAskedParams(issuerUrl(cik)));
  }
  if (isNotShown(found)) return <NotShownAsOf kind="Issuer" cik={text} {...found} presentUrl={issuerUrl(text)} />;
  const { view, extras } = found;
  const { cik } = view.lead.issuer;
  const path = issuerUrl(cik);
  if (text !== cik) permanentRedirect(await withAskedParams(path));
  const site = view.asOf === null ? await structuredDataSite() : null;
  const { roster, latest, clusters, asOf } = view;
  return (
    <>
      <DrawnOnce>
        <StructuredData of={site === null ? null : issuerData(view.lead.issuer, site)} />
        {asOf && <AsOfNotice asOf={asOf} />}
      </DrawnOnce>
      <div className="party-head">
        <DrawnOnce>
          <IssuerLead lead={view.lead} />
        </DrawnOnce>
        <div className="page-actions">
          {asOf === null && <WatchStar url={path} name={view.lead.name} />}
          <SharePage
            url={view.url}
            title={view.title}
            name={view.lead.issuer.name}
            isPast={asOf !== null}
            hasChart={issuerPicture(view) !== null}
          />
          <PastDay path={path} url={view.url} asOf={asOf} today={newYorkDate(new Date())} />
        </div>
      </div>
      <FilterForm action={path} {...view.filters} only={ISSUER_FILTERS} />
      {asOf ? (
        <ViewAddress url={view.url} formats={PAST_FORMATS} />
      ) : (
        <ViewAddress url={view.url} byMail={readersMaySubscribe()} saved={{ name: view.title }} />
      )}
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
      <IssuerLatest latest={latest} extras={extras} />
    </>
  );
}
