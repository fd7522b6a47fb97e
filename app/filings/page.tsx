import { readersMaySubscribe } from "@/app/alerts/alert-answers";
import { loadFilingsPage } from "@/app/filings/view";
import { LISTED_ON_PAGE } from "@/app/filtered-list";
import { Ignored } from "@/app/ignored-names";
import { loadListExtras } from "@/app/list-extras";
import { viewMetadata } from "@/app/view-metadata";
import { FilingsLead } from "@/components/listing/filings-lead";
import { FilterForm } from "@/components/listing/filter-form";
import { ListedFilings } from "@/components/listing/listed-filings";
import { UnknownParties } from "@/components/listing/unknown-parties";
import { newestIn, ViewAddress } from "@/components/listing/view-address";
import { filingsUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";

export async function generateMetadata() {
  const view = await loadFilingsPage();
  const description = `${describeCount(view.counts.filings, "filing")}: ${view.words || "all forms"}.`;
  return viewMetadata({ ...view, description }, ["json", "csv", "ndjson", "atom"]);
}

export default async function FilingsPage() {
  const view = await loadFilingsPage();
  return (
    <>
      <FilingsLead view={view} />
      <FilterForm action={filingsUrl()} filter={view.filter} names={view.names} />
      <ViewAddress url={view.url} byMail={readersMaySubscribe()} saved={{ name: view.title, newest: newestIn(view) }} />
      <Ignored ignored={view.ignored} path={filingsUrl()} />
      <UnknownParties unknown={view.unknown} />
      <ListedFilings
        view={view}
        listed="filings"
        extras={await loadListExtras(view.page.entries)}
        pageSize={LISTED_ON_PAGE}
      />
    </>
  );
}
