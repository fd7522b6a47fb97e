import { siteUrl } from "@/app/site-url";
import { SharePanel } from "@/components/site/share-panel";
import { CopiesOnClick } from "@/components/ui/copies-on-click";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { pageCitation } from "@/lib/citations/page-citation";
import { newYorkDate } from "@/lib/values/dates";

type SharePageProps = Pick<React.ComponentProps<typeof SharePanel>, "url" | "name" | "hasCard" | "hasChart"> & {
  title: string;
  /** Whether the page shows a past day, which its title states. */
  isPast?: boolean;
};

/** The Share panel of a page that is not a filing. */
export const SharePage = ({ title, isPast = false, ...panel }: SharePageProps) => (
  <>
    <CopiesOnClick />
    <DrawnOnce>
      <SharePanel
        {...panel}
        site={siteUrl()}
        citation={pageCitation({ title, isPast, day: newYorkDate(new Date()), address: siteUrl() + panel.url })}
      />
    </DrawnOnce>
  </>
);
