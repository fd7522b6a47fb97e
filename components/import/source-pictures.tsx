"use client";

import { useEffect, useState } from "react";
import { plural } from "@/lib/values/counts";

/** The uploaded file as a picture. A PDF is drawn in the browser, which is built to open untrusted files. */
export type SourcePicture = { url: string; kind: "image" | "pdf" };

/** A form has one or two pages. We draw only the first pages of a longer file. */
const MOST_PAGES = 12;

/** Pixels for each point of the page: sharp at the largest size. */
const SCALE = 2.5;

const SIZES = [
  { label: "Fit", zoom: 1 },
  { label: "150%", zoom: 1.5 },
  { label: "250%", zoom: 2.5 },
];

/** The pages of the uploaded file beside the reading, in a size that the reader chooses. */
export const SourcePictures = ({ url, kind }: SourcePicture) => {
  const [zoom, setZoom] = useState(1);
  const { pages, inAll, failed } = usePages(url, kind);
  return (
    <div className="source-pictures">
      <div className="source-pictures-bar">
        {/* biome-ignore lint/a11y/useSemanticElements: buttons are not fields */}
        <div className="segments needs-script" role="group" aria-label="Size of the picture">
          {SIZES.map((size) => (
            <button key={size.label} type="button" aria-pressed={size.zoom === zoom} onClick={() => setZoom(size.zoom)}>
              {size.label}
            </button>
          ))}
        </div>
        <a href={url} target="_blank" rel="noreferrer">
          {kind === "pdf" ? "Download the PDF" : "Open the picture"}
        </a>
        <span role="status">
          {failed
            ? "Your browser could not draw this PDF."
            : pages.length === 0 && kind === "pdf" && <span className="needs-script">Drawing the pages</span>}
          {!failed && inAll > MOST_PAGES && `Only the first ${MOST_PAGES} of ${plural(inAll, "page")} are drawn.`}
        </span>
      </div>
      {pages.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard
        <div className="source-pictures-area" tabIndex={0} style={{ "--zoom": zoom } as React.CSSProperties}>
          {pages.map((page, index) => (
            // biome-ignore lint/performance/noImgElement: shown exactly as uploaded
            <img
              // biome-ignore lint/suspicious/noArrayIndexKey: pages are only ever appended, and two can look alike
              key={index}
              src={page}
              alt={pages.length > 1 ? `Page ${index + 1} as uploaded` : "The page as uploaded"}
            />
          ))}
        </div>
      )}
    </div>
  );
};

function usePages(url: string, kind: SourcePicture["kind"]) {
  const [drawn, setDrawn] = useState<string[]>([]);
  const [inAll, setInAll] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (kind !== "pdf") return;
    let isGone = false;
    drawPages(url, (page, numPages) => {
      if (isGone) return false;
      setDrawn((before) => [...before, page]);
      setInAll(numPages);
      return true;
    }).catch((error) => {
      console.warn(error);
      setFailed(true);
    });
    return () => {
      isGone = true;
      setDrawn([]);
      setInAll(0);
    };
  }, [url, kind]);
  return { pages: kind === "image" ? [url] : drawn, inAll, failed };
}

/** Draws one page after another, until `onPage` returns false. */
async function drawPages(url: string, onPage: (page: string, numPages: number) => boolean) {
  const [bytes, { getDocumentProxy, renderPageAsImage }] = await Promise.all([
    fetch(url).then((answer) => answer.arrayBuffer()),
    import("unpdf"),
  ]);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
    const page = await renderPageAsImage(pdf, number, { scale: SCALE, toDataURL: true });
    if (!onPage(page, pdf.numPages)) return;
  }
}
