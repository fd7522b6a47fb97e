import type { SourcePage } from "@/paper/form/source-segments";
import { PointAtSource } from "./point-at-source";
import { type SourcePicture, SourcePictures } from "./source-pictures";

/** More lines than any form has. Only this display is cut off here. */
const MOST_LINES = 3_000;

type SourcePaneProps = {
  pages: SourcePage[];
  picture: SourcePicture | null;
  /** Whether the text has the columns of the page. If so, it must not wrap. */
  hasColumns: boolean;
};

/** The source beside the reading: its picture, and its text by page and line, which is always rendered as plain text. */
export const SourcePane = ({ pages, picture, hasColumns }: SourcePaneProps) => {
  const lines = pages.reduce((sum, { lines }) => sum + lines.length, 0);
  let room = MOST_LINES;
  return (
    <PointAtSource>
      {picture && <SourcePictures {...picture} />}
      {pages.map(({ page, lines }) => {
        const shown = lines.slice(0, Math.max(0, room));
        room -= lines.length;
        return (
          shown.length > 0 && (
            <section key={page} aria-label={`Page ${page}`} className="source-page">
              {pages.length > 1 && <p className="source-page-number">Page {page}</p>}
              <ol className={hasColumns ? "has-columns" : undefined}>
                {shown.map(({ line, segments }) => (
                  <li key={line} className="source-line" value={line}>
                    {segments.map(({ from, text, isRead }) => (
                      <span key={from} id={`at-${page}-${line}-${from}`} className={isRead ? "is-read" : undefined}>
                        {text}
                      </span>
                    ))}
                  </li>
                ))}
              </ol>
            </section>
          )
        );
      })}
      {lines > MOST_LINES && (
        <p className="small muted">
          The first {MOST_LINES.toLocaleString("en-US")} lines of {lines.toLocaleString("en-US")}.
        </p>
      )}
    </PointAtSource>
  );
};
