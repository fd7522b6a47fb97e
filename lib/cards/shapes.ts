import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";
import { markPath } from "@/lib/series/mark-path";
import { escapeXml } from "@/lib/values/escape-xml";
import { visibleControls } from "@/lib/values/visible-controls";
import { COLOURS, fillOf, HUES } from "./card-colours";
import type { PictureFont } from "./fit-text";

const FAMILIES: Record<PictureFont, string> = {
  text: 'font-family="Inter, system-ui, sans-serif"',
  strong: 'font-family="Inter, system-ui, sans-serif" font-weight="600"',
  heading: 'font-family="Source Serif 4, Georgia, serif" font-weight="600"',
};

type Style = {
  font?: PictureFont;
  size: number;
  fill?: string;
  end?: boolean;
  /** The colour of an outline, for text that may cross lines. */
  halo?: string;
};

/** An element with a text, which may be anything that somebody filed. */
export const drawText = (
  x: number,
  y: number,
  text: string,
  { font = "text", size, fill = COLOURS.ink, end, halo }: Style,
) =>
  `<text x="${round(x)}" y="${round(y)}" ${FAMILIES[font]} font-size="${size}" fill="${fill}"${end ? ' text-anchor="end"' : ""}${halo ? ` stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : ""}>${escapeXml(visibleControls(text))}</text>`;

const round = (value: number) => Math.round(value * 10) / 10;

export const drawMark = (x: number, y: number, { group, fill }: { group: CodeGroup; fill: MarkFill }) =>
  `<path transform="translate(${round(x)} ${round(y)})" d="${markPath(group, 8.5)}" fill="${fillOf(group, fill)}" stroke="${HUES[group]}" stroke-width="2.6" stroke-linejoin="round"/>`;

/** The letter of a code, which is as filed. */
export const drawLetter = (x: number, y: number, code: string) =>
  `<text x="${round(x)}" y="${round(y)}" font-family="IBM Plex Mono SemiBold" font-size="20" fill="${COLOURS.ink}">${escapeXml(visibleControls(code))}</text>`;

export const drawLine = (x1: number, y1: number, x2: number, y2: number, stroke: string, width: number, dashes = "") =>
  `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="${stroke}" stroke-width="${width}"${dashes && ` stroke-dasharray="${dashes}"`}/>`;
