import { siteUrl } from "@/app/site-url";
import { SharePanel } from "@/components/site/share-panel";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { newYorkDate } from "@/lib/values/dates";

type SharePageProps = Pick<React.ComponentProps<typeof SharePanel>, "url" | "hasCard" | "hasChart"> & {
  title: string;
  /** Whether the page shows a past day, which its title states. */
  isPast?: boolean;
  /** What else a reader can do with the page. */
  children?: React.ReactNode;
};

/** The Share panel of a page that is not a filing, beside what else a reader can do with the page. */
export const SharePage = ({ title, isPast = false, children, ...panel }: SharePageProps) => (
  <div className="page-actions">
    {children}
    <DrawnOnce>
      <SharePanel {...panel} site={siteUrl()} cited={{ title, isPast, day: newYorkDate(new Date()) }} />
    </DrawnOnce>
  </div>
);
