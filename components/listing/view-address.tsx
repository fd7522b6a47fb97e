import { CopyLink } from "@/components/ui/copy-link";
import { inFormat } from "@/lib/urls";

/** The address of a view, in words a person can edit, and the view in its other forms. */
export const ViewAddress = ({ url }: { url: string }) => {
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
        <a className="link-button" href={inFormat(url, "csv")}>
          CSV
        </a>
        <a className="link-button" href={inFormat(url, "json")}>
          JSON
        </a>
        <a className="link-button" href={inFormat(url, "atom")}>
          Feed
        </a>
      </span>
    </div>
  );
};
