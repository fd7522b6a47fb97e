import { SectionHead } from "@/components/site/section-head";
import type { SourcePage } from "@/paper/form/source-segments";
import { lineAnchor } from "@/paper/form/value-marks";

type SourceTextSectionProps = {
  pages: SourcePage[];
  /** Address of the original file. */
  fileHref: string;
};

/** The text from which the form was read, by page and line. Values that were read are marked, and every line has an address. */
export const SourceTextSection = ({ pages, fileHref }: SourceTextSectionProps) => (
  <section className="section" aria-labelledby="source-text">
    <SectionHead
      id="source-text"
      title="The source"
      note="The text as we read it. Words that became values are underlined."
      aside={<a href={fileHref}>Original file</a>}
    />
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard. */}
    <section className="source-text" aria-label="Text of the source" tabIndex={0}>
      {pages.map(({ page, lines }) => (
        <section key={page} aria-label={`Page ${page}`}>
          {pages.length > 1 && <p className="source-text-page">Page {page}</p>}
          <ol>
            {lines.map(({ line, segments }) => (
              <li key={line} id={lineAnchor({ page, line })} value={line}>
                {segments.map(({ from, text, isRead }) =>
                  isRead ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  </section>
);
