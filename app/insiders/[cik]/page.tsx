import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { readersMaySubscribe } from "@/app/alerts/alert-answers";
import { isNotShown, NOT_INDEXED, withoutIndexAsOf } from "@/app/as-of";
import { Ignored } from "@/app/ignored-names";
import { insiderCard } from "@/app/insiders/[cik]/card";
import { hrefWithin } from "@/app/insiders/[cik]/query";
import { findInsiderView } from "@/app/insiders/[cik]/view";
import { withAskedParams } from "@/app/search-params";
import { SharePage } from "@/app/share-page";
import { structuredDataSite } from "@/app/structured-data-site";
import { sharedMetadata } from "@/app/view-metadata";
import { DerivativeLadder } from "@/components/insider/derivative-ladder";
import { InsiderChart } from "@/components/insider/insider-chart";
import { InsiderHoldings } from "@/components/insider/insider-holdings";
import { InsiderLead } from "@/components/insider/insider-lead";
import { hasInsiderPicture } from "@/components/insider/insider-picture";
import { InsiderToolbar } from "@/components/insider/insider-toolbar";
import { InsiderTransactions } from "@/components/insider/insider-transactions";
import { LateFilings } from "@/components/insider/late-filings";
import { PlansTable } from "@/components/insider/plans-table";
import { ReportingLines } from "@/components/insider/reporting-lines";
import { PastDay } from "@/components/listing/past-day";
import { WatchStar } from "@/components/listing/watch-star";
import { AsOfNotice, NotShownAsOf } from "@/components/site/as-of-notice";
import { StructuredData } from "@/components/site/structured-data";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { insiderData } from "@/lib/structured-data/structured-data";
import { insiderUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";

type Props = { params: Promise<{ cik: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await findInsiderView((await params).cik);
  if (!view) return { title: "Insider not found" };
  if (isNotShown(view)) return { title: "Insider as of a past day", robots: NOT_INDEXED };
  return withoutIndexAsOf(view, (formats) => sharedMetadata(view, insiderCard(view), formats));
}

export default async function InsiderPage({ params }: Props) {
  const { cik } = await params;
  const view = await findInsiderView(cik);
  if (!view) notFound();
  if (isNotShown(view)) return <NotShownAsOf kind="Insider" cik={cik} {...view} presentUrl={insiderUrl(cik)} />;
  const { asOf } = view;
  const { insider, name } = view.lead;
  const path = insiderUrl(insider.cik);
  if (cik !== insider.cik) permanentRedirect(await withAskedParams(path));
  const { url } = view;
  const site = asOf === null ? await structuredDataSite() : null;
  const hrefTo = hrefWithin(path, view.query);
  return (
    <>
      <DrawnOnce>
        <StructuredData
          of={site === null ? null : insiderData({ cik: insider.cik, name, nameAsFiled: insider.name }, site)}
        />
        {asOf && <AsOfNotice asOf={asOf} />}
      </DrawnOnce>
      <div className="party-head">
        <DrawnOnce>
          <InsiderLead lead={view.lead} />
        </DrawnOnce>
        <div className="page-actions">
          {asOf === null && <WatchStar url={path} name={name} />}
          <SharePage
            url={view.url}
            title={view.title}
            name={insider.name}
            isPast={asOf !== null}
            hasChart={hasInsiderPicture(view)}
          />
          <PastDay path={path} url={view.url} asOf={asOf} today={newYorkDate(new Date())} />
        </div>
      </div>
      <InsiderToolbar
        toolbar={view.toolbar}
        path={path}
        url={url}
        hrefTo={hrefTo}
        hasFeed={asOf === null}
        byMail={asOf === null && readersMaySubscribe()}
      />
      <Ignored ignored={view.ignored} path={path} />
      <InsiderChart chart={view.chart} url={url} hrefTo={hrefTo} />
      <DrawnOnce>
        <InsiderHoldings holdings={view.holdings} />
        <DerivativeLadder derivatives={view.derivatives} />
        <PlansTable plans={view.plans} />
        <ReportingLines lines={view.reporting} />
        <LateFilings lateness={view.lateness} />
      </DrawnOnce>
      <InsiderTransactions list={view.transactions} path={path} url={url} hrefTo={hrefTo} canBeSaved={asOf === null} />
    </>
  );
}
