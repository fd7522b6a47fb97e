import { COLOURS, embedColours, fileColours, type Palette } from "@/lib/cards/card-colours";
import { fitText, type Measure } from "@/lib/cards/fit-text";
import { drawLine, drawText } from "@/lib/cards/shapes";
import type { EmbeddedChart } from "@/lib/embeds/embed-page";
import { escapeXml } from "@/lib/values/escape-xml";
import { visibleControls } from "@/lib/values/visible-controls";
import { type DrawnPart, type Frame, SIZES } from "./draw-parts";

/** A chart of a page, for those who show it elsewhere. */
export type Chart = {
  title: string;
  /** What the chart shows, in words. */
  name: string;
  /** What it leaves out or combines, in sentences. */
  notes: string[];
  draw: (frame: Frame, colours: Palette) => DrawnPart;
};

/** The width of the file, in pixels. PNGs have twice as many. */
export const CHART_WIDTH = 1040;
const MARGIN = 32;
const INSIDE = CHART_WIDTH - 2 * MARGIN;

/** The widest plot that a frame on another page usually has room for. */
const EMBED_WIDTH = 720;

/** A file with the chart, its title and its source. `footing` is what the record is, and its day; `page` the full address. */
export function chartFile(
  { title, name, notes, draw }: Chart,
  { footing, page }: { footing: string; page: string },
  measure: Measure,
): string {
  const parts: string[] = [];
  let y = 24;
  for (const line of fitText(title, { font: "heading", size: 26, width: INSIDE, lines: 3 }, measure)) {
    y += 32;
    parts.push(drawText(MARGIN, y, line, { font: "heading", size: 26 }));
  }
  const chart = draw({ left: MARGIN, top: y + 24, width: INSIDE }, fileColours());
  parts.push(chart.svg);
  y = chart.bottom + 12;
  for (const note of notes)
    for (const line of fitText(note, { font: "text", size: SIZES.text, width: INSIDE, lines: 9 }, measure)) {
      y += 18;
      parts.push(drawText(MARGIN, y, line, { size: SIZES.text, fill: COLOURS.ink3 }));
    }
  y += 20;
  parts.push(drawLine(MARGIN, y, CHART_WIDTH - MARGIN, y, COLOURS.ink, 2));
  for (const line of fitText(
    `Source: ${footing}, Section 16. ${page}`,
    { font: "text", size: SIZES.large, width: INSIDE, lines: 3 },
    measure,
  )) {
    y += 22;
    parts.push(drawText(MARGIN, y, line, { size: SIZES.large, fill: COLOURS.ink2 }));
  }
  const height = Math.ceil(y + 24);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_WIDTH}" height="${height}" viewBox="0 0 ${CHART_WIDTH} ${height}" role="img" aria-label="${text(name)}"><rect width="100%" height="100%" fill="${COLOURS.paper}"/>${parts.join("")}</svg>`;
}

/** The chart in the colours of an embed, which has its title and notes as text. */
export function chartInEmbed({ title, name, notes, draw }: Chart): EmbeddedChart {
  const { svg, bottom } = draw({ left: 1, top: 8, width: EMBED_WIDTH - 2 }, embedColours());
  return {
    title,
    notes,
    svg: `<svg viewBox="0 0 ${EMBED_WIDTH} ${Math.ceil(bottom + 8)}" role="img" aria-label="${text(name)}">${svg}</svg>`,
  };
}

const text = (value: string) => escapeXml(visibleControls(value));
