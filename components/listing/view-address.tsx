import { CopyLink } from "@/components/ui/copy-link";
import { newestOf, type Seen } from "@/lib/filters/saved-views";
import type { FilingEntry } from "@/lib/record/filing";
import { askForAlertUrl, inFormat } from "@/lib/urls";
import { SaveView } from "./save-view";

const LABELS = { csv: "CSV", json: "JSON", ndjson: "NDJSON", atom: "Feed" } as const;

type ViewAddressProps = {
  url: string;
  formats?: (keyof typeof LABELS)[];
  /** Whether readers can get email about it. */
  byMail?: boolean;
  /** The Share panel of the page. */
  share?: React.ReactNode;
  /** The name under which the view can be saved, and its newest filing. */
  saved?: { name: string; newest?: Seen };
};

/** The address of a view, in words that a person can edit, and links to its other formats. */
export const ViewAddress = ({
  url,
  share,
  saved,
  byMail = false,
  formats = ["csv", "json", "ndjson", "atom"],
}: ViewAddressProps) => {
  const [path, query] = url.split("?");
  return (
    <div className="address-line">
      <span className="address-label">This view</span>
      <span className="address">
        {path}
        {query?.split("&").map((pair, index) => {
          const [name, value] = pair.split("=");
          return (
            <span key={pair}>
              {index === 0 ? "?" : "&"}
              <b>{name}</b>={decodeURIComponent((value ?? "").replaceAll("+", " "))}
            </span>
          );
        })}
      </span>
      <span className="aside">
        <CopyLink href={url} />
        {share}
        {saved && <SaveView url={url} {...saved} />}
        {formats.map((format) => (
          <a key={format} className={`link-button is-${format}`} href={inFormat(url, format)}>
            {LABELS[format]}
          </a>
        ))}
        {byMail && (
          <a className="link-button" href={askForAlertUrl(url)}>
            Email alerts
          </a>
        )}
      </span>
    </div>
  );
};

/** The newest filing of a view whose page lists the newest first; undefined if it is not on this page. */
export const newestIn = ({ isFirstPage, page }: { isFirstPage: boolean; page: { entries: FilingEntry[] } }) =>
  isFirstPage ? newestOf({ rows: page.entries.map(({ filing }) => filing) }) : undefined;
