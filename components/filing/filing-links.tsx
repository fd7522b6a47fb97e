import { Icon } from "@/components/ui/icon";
import type { Filing } from "@/lib/edgar/filing";
import { newYorkDate } from "@/lib/format/dates";
import { filingUrl, inFormat } from "@/lib/urls";

type FilingLinksProps = {
  filing: Filing;
  originalHref: string | null;
  /** Versions whose bytes are kept, oldest first; the last is the one shown. */
  versions: { version: number; receivedAt: string }[];
};

/** The original, the document, and this page in other formats. */
export const FilingLinks = ({ filing: { accessionNumber, source }, originalHref, versions }: FilingLinksProps) => {
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
      {source === "paper" && <DataLink href={inFormat(url, "txt")} format="txt" label="Text of the scan" />}
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

const DataLink = ({ href, format, label }: { href: string; format: string; label: string }) => (
  <li>
    <a href={href}>{label}</a>
    <span className="id">{format}</span>
  </li>
);
