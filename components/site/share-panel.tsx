import { LinkIcon } from "@/components/ui/link-icon";
import type { CitationStyle } from "@/lib/citations/citation";
import { embedCode, embedOf } from "@/lib/embeds/embed-code";
import { cardUrl, chartUrl } from "@/lib/requests/card-address";
import { citationUrl, filingUrl, inFormat } from "@/lib/urls";

type SharePanelProps = {
  /** Path of the page, with its query. */
  url: string;
  /** Full address of the site. */
  site: string;
  /** What a reader shares: "this page", "row I·2". */
  of?: string;
  /** On the page of an insider or issuer: the name as filed. */
  name?: string | null;
  /** On the page of a filing, or of one of its rows or notes. */
  filing?: { accessionNumber: string; place?: string };
  /** A citation of the page, in words. */
  citation: string;
  /** Whether there is a card to show with a link. */
  hasCard?: boolean;
  /** Whether the page has a chart as a file. */
  hasChart?: boolean;
};

const STYLES: [style: Exclude<CitationStyle, "text">, label: string][] = [
  ["bibtex", "BibTeX"],
  ["ris", "RIS"],
  ["csl-json", "CSL-JSON"],
  ["wiki", "Wiki template"],
];

const PANEL = "share-panel";

/**
 * What a reader can take from a page: its link, a citation, a frame for another page, pictures, and the data. The browser opens and
 * closes the panel without script; the buttons that copy need `CopiesOnClick`.
 */
export const SharePanel = ({
  url,
  site,
  of = "this page",
  name,
  filing,
  citation,
  hasCard = true,
  hasChart = false,
}: SharePanelProps) => {
  const embed = embedOf(url, name);
  const data = filing ? filingUrl(filing.accessionNumber) : url;
  return (
    <>
      <button type="button" className="link-button" popoverTarget={PANEL}>
        <LinkIcon /> Share
      </button>
      <div id={PANEL} popover="auto" role="dialog" aria-label={`Share ${of}`} className="panel share">
        <div className="panel-head">
          <b>Share {of}</b>
          <button type="button" className="link-button" popoverTarget={PANEL} popoverTargetAction="hide">
            Close
          </button>
        </div>
        <dl className="panel-body">
          <dt>Link</dt>
          <dd>
            <div className="share-text">
              <span className="id">{site + url}</span>
              <Copies text={site + url}>Copy link</Copies>
            </div>
          </dd>
          <dt>Cite</dt>
          <dd>
            <div className="share-text">
              <span className="record">{citation}</span>
              <Copies text={citation}>Copy</Copies>
            </div>
            {filing && (
              <p className="small-links">
                Also as
                {STYLES.map(([style, label]) => (
                  <a key={style} href={citationUrl(filing.accessionNumber, style, filing.place)}>
                    {label}
                  </a>
                ))}
              </p>
            )}
          </dd>
          {embed && (
            <>
              <dt>
                <label htmlFor="embed-code">Embed code</label>
              </dt>
              <dd>
                <div className="share-text">
                  <textarea id="embed-code" className="id" readOnly rows={4} defaultValue={embedCode(site, embed)} />
                  <Copies text={embedCode(site, embed)}>Copy code</Copies>
                </div>
                <p className="small-links">
                  Works without JavaScript, in light and dark mode. <a href={embed.embed}>Preview</a>
                </p>
              </dd>
            </>
          )}
          {hasCard && (
            <>
              <dt>Picture</dt>
              <dd className="share-files">
                <File href={cardUrl(url)} as="PNG, 1200 × 630 pixels">
                  Card
                </File>
                {hasChart && (
                  <>
                    <File href={chartUrl(url, "png")} as="PNG">
                      Chart
                    </File>
                    <File href={chartUrl(url, "svg")} as="SVG">
                      Chart
                    </File>
                  </>
                )}
              </dd>
            </>
          )}
          <dt>Data</dt>
          <dd className="share-files">
            <File href={inFormat(data, "json")} as="JSON">
              {filing ? "Filing" : "This page"}
            </File>
            <File href={inFormat(data, "csv")} as="CSV">
              Rows
            </File>
          </dd>
        </dl>
      </div>
    </>
  );
};

/** A button that copies a text, and the place beside it that then says so. */
const Copies = ({ text, children }: { text: string; children: string }) => (
  <span className="share-copy needs-script">
    <button type="button" className="button copies" value={text}>
      {children}
    </button>
    <span role="status" />
  </span>
);

const File = ({ href, as, children }: { href: string; as: string; children: string }) => (
  <a href={href}>
    <span>{children}</span> <span className="id">{as}</span>
  </a>
);
