import type { Palette } from "@/lib/cards/card-colours";
import { drawLine, drawText } from "@/lib/cards/shapes";
import { formatTick } from "@/lib/values/ticks";
import type { BarsDrawing } from "./bars-drawing";
import { barParts, barPlace } from "./bars-layers";
import { type DrawnPart, drawLegend, type Frame, SIZES } from "./draw-parts";
import { FILLED_SIDES } from "./fill-legend";
import { sharedAxis } from "./level-axis";

const LEFT = 56;
const RIGHT = 8;
/** Plots that are not as wide have fewer labels under them. */
const WIDE = 800;

/** Purchases up and sales down as an SVG that needs no style sheet, with its legend. */
export function drawBars(drawing: BarsDrawing, { left, top, width }: Frame, colours: Palette): DrawnPart {
  const { highest, lowest, height, stops, ticks, largest } = drawing;
  const axis = sharedAxis(highest, lowest, height);
  const from = left + LEFT;
  const plot = width - LEFT - RIGHT;
  const x = (share: number) => from + share * plot;
  const y = (level: number) => top + axis.y(level);
  const tick = { size: SIZES.small, fill: colours.ink3 };
  const parts = axis.ticks.flatMap((level) => [
    ...(level === 0 ? [] : [drawLine(from, y(level), from + plot, y(level), colours.rule, 1)]),
    drawText(from - 8, y(level) + 4, formatTick(Math.abs(level), "dollars"), { ...tick, end: true }),
  ]);
  for (const { index, label, onNarrow } of ticks) {
    if (!onNarrow && plot < WIDE) continue;
    const at = x(index / stops.length);
    parts.push(drawLine(at, top, at, top + height, colours.rule, 1), drawText(at + 4, top + height + 15, label, tick));
  }
  stops.forEach((stop, index) => {
    const ends = { up: 0, down: 0 };
    for (const part of barParts) {
      const size = part.size(stop);
      if (size === 0) continue;
      const way = part.key.startsWith("bought") ? "up" : "down";
      const start = ends[way];
      ends[way] += size;
      const group = way === "up" ? "purchase" : "sale";
      const { share, shareWide, high, tall } = barPlace(index, stops.length, axis.y(start), axis.y(ends[way]));
      const outline = part.key.endsWith("UnderPlan") ? ` stroke="${colours.hueOf(group)}" stroke-width="1"` : "";
      parts.push(
        `<rect x="${x(share).toFixed(1)}" y="${(top + high).toFixed(1)}" width="${(shareWide * plot).toFixed(1)}" height="${tall}" fill="${colours.fillOf(group, outline ? "tint" : "solid")}"${outline}/>`,
      );
    }
  });
  parts.push(drawLine(from, y(0), from + plot, y(0), colours.ink, 1));
  for (const { index, side, top: at, text } of largest) {
    const place = x((side === "left" ? index : index + 1) / stops.length) + (side === "left" ? -2 : 2);
    parts.push(
      drawText(place, top + at, text, {
        font: "strong",
        size: SIZES.text,
        fill: colours.ink,
        end: side === "left",
        halo: colours.paper,
      }),
    );
  }
  const drawn = new Set(barParts.filter(({ size }) => stops.some((stop) => size(stop) !== 0)).map(({ key }) => key));
  const legend = drawLegend(
    FILLED_SIDES.filter(({ key }) => drawn.has(key)),
    { left: from, top: top + height + 40, width: plot },
    colours,
  );
  return { svg: parts.join("") + legend.svg, bottom: legend.bottom };
}
