import { Icon } from "@/components/ui/icon";
import type { Filing } from "@/lib/record/filing";
import { filingUrl, inFormat, paperFileUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";

type FilingLinksProps = {
  filing: Filing;
  originalHref: string | null;
  /** Versions whose bytes are kept, oldest first. The last one is shown. */
  versions: { version: number; receivedAt: string }[];
  /** Name of the paper file, or null if there is none. */
  paperFile: string | null;
};

/** Links to the original, the document, and this page in other formats. */
export const FilingLinks = ({
  filing: { accessionNumber, source },
  originalHref,
  versions,
  paperFile,
}: FilingLinksProps) => {
  const url = filingUrl(accessionNumber);
  const earlier = source === "xml" ? versions.slice(0, -1) : [];
  return (
    <ul className="link-list">
      {originalHref && (
        <li>
          <a href={originalHref}>
            Original on EDGAR <Icon name="outward" size={11} />
          </a>
          <span className="id">html</span>
        </li>
      )}
      {source === "xml" && <DataLink href={inFormat(url, "xml")} format="xml" label="Filed document" />}
      {source === "paper" && <DataLink href={inFormat(url, "txt")} format="txt" label="Source text" />}
      {paperFile !== null && (
        <DataLink href={paperFileUrl(accessionNumber)} format={extensionOf(paperFile)} label="Source file" />
      )}
      {earlier.map(({ version, receivedAt }) => (
        <DataLink
          key={version}
          href={`${inFormat(url, "xml")}?version=${version}`}
          format="xml"
          label={`Earlier version ${version}, received ${newYorkDate(receivedAt)}`}
        />
      ))}
      <DataLink href={inFormat(url, "json")} format="json" label="This page as data" />
      <DataLink href={inFormat(url, "csv")} format="csv" label="Rows as a table" />
      <DataLink href={inFormat(url, "atom")} format="atom" label="Rows as a feed" />
    </ul>
  );
};

const extensionOf = (fileName: string) => /\.(\w{1,5})$/.exec(fileName)?.[1]?.toLowerCase() ?? "file";

const DataLink = ({ href, format, label }: { href: string; format: string; label: string }) => (
  <li>
    <a href={href}>{label}</a>
    <span className="id">{format}</span>
  </li>
);
