import type { Card, CardRows } from "@/lib/cards/card";
import { embedColours, embedProperties } from "@/lib/cards/card-colours";
import { markPath } from "@/lib/series/mark-path";
import { escapeXml } from "@/lib/values/escape-xml";
import { visibleControls } from "@/lib/values/visible-controls";

/** A chart as SVG in the colours of an embed, and what it leaves out, in sentences. */
export type EmbeddedChart = { title: string; svg: string; notes: string[] };

/** What other sites show of a page, in their own pages. */
type Embed = {
  card: Card;
  /** The rows, where the card has a drawing. */
  rows: Card["body"];
  chart: EmbeddedChart | null;
  /** Full address of the page. */
  home: string;
  /** What the record is, and its day. */
  footing: string;
};

const MOST_ROWS = 20;

const STYLES = `:root{color-scheme:light dark;${embedProperties()}}
body{margin:0;padding:1rem;background:var(--paper);color:var(--ink);font:0.875rem/1.45 system-ui,sans-serif}
h1{margin:.25rem 0 .5rem;font:600 1.25rem/1.25 Georgia,serif}
p{margin:0 0 .5rem}
a{color:inherit}
.by,footer{color:var(--ink-2);font-size:.8125rem}
.amended{padding:.125rem .375rem;border-radius:3px;background:var(--ink);color:var(--paper)}
.table,.chart{overflow-x:auto}
h2{margin:.75rem 0 .25rem;font-size:.875rem}
.chart{margin:0 0 .5rem}
.chart svg{display:block;width:100%;min-width:34rem}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.3125rem .75rem .3125rem 0;border-top:1px solid var(--rule);text-align:start;vertical-align:top}
thead th{border:0;color:var(--ink-2);font-weight:400;font-size:.8125rem}
td:first-child{white-space:nowrap}
.end{text-align:end;white-space:nowrap}
td svg{vertical-align:-2px}
@media (max-width:30rem){
thead{position:absolute;clip-path:inset(50%)}
table,tbody,td{display:block}
tr{display:flex;flex-wrap:wrap;gap:0 .75rem;padding:.375rem 0;border-top:1px solid var(--rule)}
td{padding:0;border:0}
td::before{content:attr(data-label) " ";color:var(--ink-2);font-size:.8125rem}
}
footer{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;margin-top:.75rem;border-top:2px solid var(--ink);padding-top:.5rem}
:focus-visible{outline:2px solid currentColor;outline-offset:2px}`;

/** A page without script that loads nothing else, for a frame on a page of anyone. */
export const embedPage = ({ card, rows, chart, home, footing }: Embed): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text(card.headline)}</title>
<link rel="canonical" href="${escapeXml(home)}">
<style>${STYLES}</style>
</head>
<body>
<main>
<p class="by">${card.eyebrow.map(text).join(" · ")}${card.amended === null ? "" : ` <span class="amended">${text(card.amended)}</span>`}</p>
<h1>${link(home, text(card.headline))}</h1>
${card.sentence === null ? "" : `<p>${text(card.sentence)}</p>\n`}${chart === null ? "" : figure(chart)}${rows?.kind === "rows" ? table(rows) : ""}</main>
<footer><span>${text(footing)}</span>${link(home, "See the whole record at Section 16")}</footer>
</body>
</html>
`;

const text = (value: string) => escapeXml(visibleControls(value));

/** In a frame, a link would otherwise open in the frame. */
const link = (href: string, content: string) =>
  `<a href="${escapeXml(href)}" target="_blank" rel="noopener">${content}</a>`;

const figure = ({ title, svg, notes }: EmbeddedChart) =>
  `<h2>${text(title)}</h2>\n<div class="chart" tabindex="0" role="region" aria-label="Chart">${svg}</div>\n<p class="by">${notes.map(text).join(" ")}</p>\n`;

function table({ columns, rows, inAll }: CardRows): string {
  const shown = rows.slice(0, MOST_ROWS);
  // In narrow frames, rows are blocks of labelled cells. They keep the roles of a table
  const labels = columns.map(({ label }) => ` data-label="${escapeXml(label)}"`);
  const ends = columns.map(({ align }) => (align === "end" ? ' class="end"' : ""));
  const head = columns
    .map(({ label }, index) => `<th role="columnheader" scope="col"${ends[index]}>${text(label)}</th>`)
    .join("");
  const body = shown.map(
    ({ mark, cells }) =>
      `<tr role="row">${cells.map((cell, index) => `<td role="cell"${labels[index]}${ends[index]}>${mark && index === 1 ? `${drawn(mark)} <b>${text(mark.code)}</b> ` : ""}${text(cell)}</td>`).join("")}</tr>`,
  );
  const rest =
    inAll === null ? "More on the page." : `${(inAll - shown.length).toLocaleString("en-US")} more on the page.`;
  const isCut = inAll === null || inAll > shown.length;
  return `<div class="table" tabindex="0" role="region" aria-label="Rows"><table role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body.join("")}</tbody></table></div>${isCut ? `<p class="by">${rest}</p>` : ""}`;
}

const drawn = ({ group, fill }: NonNullable<CardRows["rows"][number]["mark"]>) => {
  const { hueOf, fillOf } = embedColours();
  return `<svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true"><path d="${markPath(group, 4.6)}" fill="${fillOf(group, fill)}" stroke="${hueOf(group)}" stroke-width="1.5"/></svg>`;
};
