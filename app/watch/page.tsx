import { LISTED_ON_PAGE } from "@/app/filtered-list";
import { Ignored } from "@/app/ignored-names";
import { loadListExtras } from "@/app/list-extras";
import { viewMetadata } from "@/app/view-metadata";
import { loadWatchPage } from "@/app/watch/view";
import { UnknownParties } from "@/components/listing/unknown-parties";
import { ViewAddress } from "@/components/listing/view-address";
import { WatchLead } from "@/components/listing/watch-lead";
import { WatchedFilings } from "@/components/listing/watched-filings";
import { watchUrl } from "@/lib/urls";

export const generateMetadata = async () => viewMetadata(await loadWatchPage(), ["json", "atom"]);

export default async function WatchPage() {
  const view = await loadWatchPage();
  return (
    <>
      <WatchLead view={view} />
      {view.isAnyoneNamed && <ViewAddress url={view.url} formats={["json", "atom"]} />}
      <Ignored ignored={view.ignored} path={watchUrl()} />
      <UnknownParties unknown={view.unknown} />
      <WatchedFilings view={view} extras={await loadListExtras(view.page.entries)} pageSize={LISTED_ON_PAGE} />
    </>
  );
}
