import { embedCode, embedOf } from "@/lib/embeds/embed-code";
import { cardUrl, citationUrl, inFormat } from "@/lib/urls";

type SharePanelProps = {
  /** Path of the page. */
  url: string;
  /** Full address of the site. */
  site: string;
  /** Accession number, on the page of a filing. */
  filing?: string;
};

/** Formats that every page with this panel has. */
const FORMATS = ["json", "csv"] as const;

/** What a reader can take from a page: its link, a citation, a frame for another page, a picture, and the data. Needs no script. */
export const SharePanel = ({ url, site, filing }: SharePanelProps) => {
  const embed = embedOf(url);
  return (
    <details className="share not-printed">
      <summary>Share</summary>
      <dl>
        <dt>Link</dt>
        <dd className="id">{site + url}</dd>
        {filing !== undefined && (
          <>
            <dt>Citation</dt>
            <dd>
              <a href={citationUrl(filing, "text")}>Text</a>, <a href={citationUrl(filing, "bibtex")}>BibTeX</a>,{" "}
              <a href={citationUrl(filing, "ris")}>RIS</a>, <a href={citationUrl(filing, "csl-json")}>CSL-JSON</a>,{" "}
              <a href={citationUrl(filing, "wiki")}>wiki template</a>
            </dd>
          </>
        )}
        {embed && (
          <>
            <dt>
              <label htmlFor="embed-code">Embed code</label>
            </dt>
            <dd>
              <textarea id="embed-code" className="input id" readOnly rows={4} defaultValue={embedCode(site, embed)} />
              <a href={embed.embed}>Preview</a>
            </dd>
          </>
        )}
        <dt>Picture</dt>
        <dd>
          <a href={cardUrl(url)}>PNG, 1200 × 630 pixels</a>
        </dd>
        <dt>Data</dt>
        <dd>
          {FORMATS.map((format, index) => (
            <span key={format}>
              {index > 0 && ", "}
              <a href={inFormat(url, format)}>{format.toUpperCase()}</a>
            </span>
          ))}
        </dd>
      </dl>
    </details>
  );
};
