import type { Palette } from "@/lib/cards/card-colours";
import { drawLine, drawText } from "@/lib/cards/shapes";
import { markFill } from "@/lib/record/transaction-codes";
import { timePosition, timeTicks } from "@/lib/series/time-axis";
import { formatTick } from "@/lib/values/ticks";
import { type DrawnPart, drawLegend, drawMarkAt, type Frame, SIZES } from "./draw-parts";
import { FILL_WORDS } from "./fill-legend";
import { levelAxis } from "./level-axis";
import type { LineDrawing, PanelDrawing } from "./panel-drawing";
import type { TradesDrawing } from "./trades-drawing";

/** Room for names of lanes, and for labels at the ends of lines. */
const LEFT = 136;
const RIGHT = 140;
const LANE = 32;
const DASHES = ["", "5 3", "1.5 3", "9 3 1.5 3"];
/** Plots that are not as wide have no notes on changes that no row explains. */
const WITH_NOTES = 680;

/** Trades by type, and holdings after each report, as an SVG that needs no style sheet, with its legend. */
export function drawTrades(drawing: TradesDrawing, { left, top, width }: Frame, colours: Palette): DrawnPart {
  const { domain, lanes, stops, notes, panels } = drawing;
  const from = left + LEFT;
  const plot = width - LEFT - RIGHT;
  const position = timePosition(domain);
  const x = (day: number) => from + position(day) * plot;
  const ticks = timeTicks(domain);
  const small = { size: SIZES.small, fill: colours.ink3 };
  const parts: string[] = [];
  const grid = (above: number, below: number) =>
    parts.push(...ticks.map(({ day }) => drawLine(x(day), above, x(day), below, colours.rule, 1)));
  const labels = (y: number) => parts.push(...ticks.map(({ day, label }) => drawText(x(day) + 4, y, label, small)));

  let y = top;
  if (lanes.length > 0) {
    labels(y + 12);
    parts.push(
      drawText(left + width - 84, y + 12, "trades", { ...small, end: true }),
      drawText(left + width, y + 12, "value", { ...small, end: true }),
    );
    y += 20;
    grid(y, y + lanes.length * LANE);
    lanes.forEach(({ group, label, codes, count, value }, index) => {
      const middle = y + index * LANE + LANE / 2;
      const text = { size: SIZES.text, fill: colours.ink };
      parts.push(
        drawLine(left, middle + LANE / 2, left + width, middle + LANE / 2, colours.rule, 1),
        drawMarkAt(left + 6, middle, { group, fill: markFill(group, false), radius: 4.2 }, colours),
        drawText(left + 18, middle + 4, `${label} (${codes})`, { ...text, font: "strong" }),
        drawText(left + width - 84, middle + 4, count.toLocaleString("en-US"), { ...text, end: true }),
        drawText(left + width, middle + 4, value ?? "—", { ...text, font: "strong", end: true }),
      );
    });
    const middleOf = (lane: number) => y + lane * LANE + LANE / 2;
    for (const stop of stops.toSorted((a, b) => b.radius - a.radius))
      parts.push(drawMarkAt(x(stop.day), middleOf(stop.lane), stop, colours));
    for (const { lane, day, radius, text } of notes)
      parts.push(
        drawText(x(day) + radius * 1.4 + 6, middleOf(lane) + 4, text, {
          size: SIZES.text,
          fill: colours.ink,
          halo: colours.paper,
        }),
      );
    y += lanes.length * LANE;
  }
  for (const panel of panels) {
    parts.push(drawText(left, y + 30, panel.title, { font: "strong", size: SIZES.text, fill: colours.ink }));
    y += 44;
    grid(y, y + panel.height);
    parts.push(drawPanel(panel, { x, from, plot, top: y }, colours));
    y += panel.height;
  }
  if (panels.length > 0) {
    labels(y + 15);
    y += 20;
  }
  const keys = FILL_WORDS.flatMap(({ fill, word }) => {
    const stop = stops.find((each) => each.fill === fill);
    return stop ? [{ group: stop.group, fill, word }] : [];
  });
  const legend = drawLegend(keys, { left, top: y + 26, width }, colours);
  return { svg: parts.join("") + legend.svg, bottom: legend.bottom };
}

type Plot = { x: (day: number) => number; from: number; plot: number; top: number };

function drawPanel(panel: PanelDrawing, { x, from, plot, top }: Plot, colours: Palette): string {
  const axis = levelAxis(panel.highest, panel.height);
  const y = (level: number) => top + axis.y(level);
  const small = { size: SIZES.small, fill: colours.ink3 };
  const parts = axis.ticks.flatMap((tick) => [
    drawLine(from, y(tick), from + plot, y(tick), tick === 0 ? colours.ink : colours.rule, 1),
    drawText(from - 6, y(tick) + 4, formatTick(tick, "shares"), { ...small, end: true }),
  ]);
  for (const { day, text } of panel.splits) {
    const isLate = x(day) > from + plot / 2;
    parts.push(
      drawLine(x(day), top, x(day), top + panel.height, colours.ink3, 1, "6 2 1 2"),
      drawText(x(day) + (isLate ? -5 : 5), top + 10, text, { ...small, end: isLate, halo: colours.paper }),
    );
  }
  panel.lines.forEach((line, order) => {
    parts.push(drawSteps(line, DASHES[order] ?? DASHES[3] ?? "", { x, y }, colours));
  });
  const annotation = { size: SIZES.text, fill: colours.ink, halo: colours.paper };
  for (const { day, top: at, side, text } of plot < WITH_NOTES ? [] : panel.notes)
    parts.push(drawText(x(day) + (side === "left" ? -7 : 7), top + at, text, { ...annotation, end: side === "left" }));
  for (const { endsAt, balance, endLabel } of panel.lines) {
    const way = endLabel.side === "right" ? 1 : -1;
    const at = x(endsAt.day);
    if (endLabel.isMoved)
      parts.push(drawLine(at + 4 * way, y(endsAt.balance), at + 11 * way, top + endLabel.top, colours.ink3, 1));
    parts.push(
      drawText(at + 14 * way, top + endLabel.top, balance, { ...annotation, font: "strong", end: way < 0 }),
      drawText(at + 14 * way, top + endLabel.top + 13, endLabel.text, { ...small, end: way < 0, halo: colours.paper }),
    );
  }
  return parts.join("");
}

/** A step line from report to report, level between them. */
function drawSteps(
  { steps: { start, net }, endsAt }: LineDrawing,
  dashes: string,
  { x, y }: { x: (day: number) => number; y: (level: number) => number },
  colours: Palette,
): string {
  const begins = { at: Math.min(start.at, net[0]?.at ?? start.at), level: start.level };
  const treads = [begins, ...net.map(({ at, to }) => ({ at, level: to }))];
  const parts = treads.flatMap(({ at, level }, index) => {
    const end = net[index]?.at ?? endsAt.day;
    return end > at ? [drawLine(x(at), y(level), x(end), y(level), colours.ink, 1.75, dashes)] : [];
  });
  for (const { at, from, to, group } of net)
    parts.push(
      group === null
        ? drawLine(x(at), y(from), x(at), y(to), colours.ink, 1.25, "1.5 2.5")
        : drawLine(x(at), y(from), x(at), y(to), colours.hueOf(group), 2.25),
    );
  if (endsAt.isLastReport)
    parts.push(
      `<circle cx="${x(endsAt.day).toFixed(1)}" cy="${y(endsAt.balance).toFixed(1)}" r="3" fill="${colours.ink}"/>`,
    );
  return parts.join("");
}
