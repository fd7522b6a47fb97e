import { CopyLink } from "@/components/ui/copy-link";
import { inFormat } from "@/lib/urls";

const LABELS = { csv: "CSV", json: "JSON", ndjson: "NDJSON", atom: "Feed" } as const;

type ViewAddressProps = { url: string; formats?: (keyof typeof LABELS)[] };

/** The address of a view, in words that a person can edit, and links to its other formats. */
export const ViewAddress = ({ url, formats = ["csv", "json", "ndjson", "atom"] }: ViewAddressProps) => {
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
        {formats.map((format) => (
          <a key={format} className="link-button" href={inFormat(url, format)}>
            {LABELS[format]}
          </a>
        ))}
      </span>
    </div>
  );
};
