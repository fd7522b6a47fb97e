import type { CitationStyle } from "@/lib/citations/citation";
import { embedCode, embedOf } from "@/lib/embeds/embed-code";
import { cardUrl, chartUrl } from "@/lib/requests/card-address";
import { citationUrl, filingUrl, inFormat } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";

type SharePanelProps = {
  /** Path of the page, with its query. */
  url: string;
  /** Full address of the site. */
  site: string;
  /** On the page of a filing, or of one of its rows or notes. */
  filing?: { accessionNumber: string; place?: string };
  /** On any other page, for a citation: its title, which may state a past day, and the day on which it is read. */
  cited?: { title: string; isPast: boolean; day: string };
  /** Whether there is a card to show with a link. */
  hasCard?: boolean;
  /** Whether the page has a chart as a file. */
  hasChart?: boolean;
};

const STYLES: [style: CitationStyle, label: string][] = [
  ["text", "Text"],
  ["bibtex", "BibTeX"],
  ["ris", "RIS"],
  ["csl-json", "CSL-JSON"],
  ["wiki", "wiki template"],
];

/** Formats that every page with this panel has. */
const FORMATS = ["json", "csv"] as const;

/** What a reader can take from a page: its link, a citation, a frame for another page, a picture, and the data. Needs no script. */
export const SharePanel = ({ url, site, filing, cited, hasCard = true, hasChart = false }: SharePanelProps) => {
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
              {STYLES.map(([style, label], index) => (
                <span key={style}>
                  {index > 0 && ", "}
                  <a href={citationUrl(filing.accessionNumber, style, filing.place)}>{label}</a>
                </span>
              ))}
            </dd>
          </>
        )}
        {cited && (
          <>
            <dt>Citation</dt>
            <dd>
              Section 16, “{cited.title}”, {cited.isPast ? "accessed" : "as of"} {formatDate(cited.day)}. {site + url}
            </dd>
          </>
        )}
        {embed && (
          <>
            <dt>
              <label htmlFor="embed-code">Embed code</label>
            </dt>
            <dd>
              <textarea
                id="embed-code"
                className="input id"
                readOnly
                rows={4}
                style={{ width: "100%", height: "auto" }}
                defaultValue={embedCode(site, embed)}
              />
              <a href={embed.embed}>Preview</a>
            </dd>
          </>
        )}
        {hasCard && (
          <>
            <dt>Picture</dt>
            <dd>
              <a href={cardUrl(url)}>PNG, 1200 × 630 pixels</a>
              {hasChart && (
                <>
                  , chart as <a href={chartUrl(url, "png")}>PNG</a> or <a href={chartUrl(url, "svg")}>SVG</a>
                </>
              )}
            </dd>
          </>
        )}
        <dt>Data</dt>
        <dd>
          {FORMATS.map((format, index) => (
            <span key={format}>
              {index > 0 && ", "}
              <a href={inFormat(filing ? filingUrl(filing.accessionNumber) : url, format)}>{format.toUpperCase()}</a>
            </span>
          ))}
        </dd>
      </dl>
    </details>
  );
};
