import { redirect } from "next/navigation";
import { readersMaySubscribe } from "@/app/alerts/alert-answers";
import { LISTED_ON_PAGE, readListQuery } from "@/app/filtered-list";
import { Ignored } from "@/app/ignored-names";
import { loadListExtras } from "@/app/list-extras";
import { askedParams } from "@/app/search-params";
import { loadLatestView } from "@/app/view";
import { viewMetadata } from "@/app/view-metadata";
import { FilterForm } from "@/components/listing/filter-form";
import { LatestFilings } from "@/components/listing/latest-filings";
import { LatestLead } from "@/components/listing/latest-lead";
import { newestIn, ViewAddress } from "@/components/listing/view-address";
import { isFiltered, NO_FILTER } from "@/lib/filters/filing-filter";
import { filingsUrl, latestUrl } from "@/lib/urls";

export const metadata = viewMetadata({ title: "Latest filings", url: latestUrl() }, ["json", "atom"]);

export default async function LatestPage() {
  const query = await askedParams();
  const asked = readListQuery(query);
  if (isFiltered(asked.filter)) redirect(`${filingsUrl()}?${new URLSearchParams(query)}`);
  const view = await loadLatestView(asked, LISTED_ON_PAGE);
  return (
    <>
      <LatestLead view={view} />
      <FilterForm action={filingsUrl()} filter={NO_FILTER} />
      <ViewAddress url={view.url} byMail={readersMaySubscribe()} saved={{ name: view.title, newest: newestIn(view) }} />
      <Ignored ignored={view.ignored} path={latestUrl()} />
      <LatestFilings view={view} extras={await loadListExtras(view.page.entries)} pageSize={LISTED_ON_PAGE} />
    </>
  );
}
