import { splitName } from "@/lib/holdings/describe-split";
import { effectiveDay } from "@/lib/holdings/drawn-splits";
import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";
import type { DrawnLine, HoldingPanel } from "@/lib/series/holding-panels";
import type { HoldingPoint } from "@/lib/series/holding-points";
import type { InsiderSeries } from "@/lib/series/insider-series";
import { type TimeDomain, timePosition } from "@/lib/series/time-axis";
import type { TradeEvent } from "@/lib/series/trade-events";
import { dayNumber } from "@/lib/values/calendar-day";
import { formatDate } from "@/lib/values/dates";
import { formatShares, formatSharesChange } from "@/lib/values/decimals";
import { formatPrice, formatSummary, formatValue } from "@/lib/values/money";
import { levelAxis } from "./level-axis";
import { type ReadoutText, readoutSentence } from "./readout";

export type LaneDrawing = {
  group: CodeGroup;
  label: string;
  codes: string;
  count: number;
  /** "$5.0M", or `null` if no value is reported. */
  value: string | null;
};

/** A mark, and a stop of the crosshair. */
export type TradeStop = {
  key: string;
  day: number;
  lane: number;
  group: CodeGroup;
  fill: MarkFill;
  radius: number;
  readout: ReadoutText;
  /** Position of the balance after the trade in the panels below. */
  balance: { panel: number; level: number } | null;
};

export type PointDrawing = Pick<HoldingPoint, "day" | "before" | "start" | "balance" | "group"> & { title: string };

export type LineDrawing = Pick<DrawnLine, "id" | "entersAt" | "endsAt"> & {
  label: string;
  balance: string;
  points: PointDrawing[];
};

export type PanelDrawing = {
  key: string;
  title: string;
  name: string;
  height: number;
  highest: number;
  lines: LineDrawing[];
  /** Text beside a change that no row explains: its baseline in pixels, and the side of the riser. */
  notes: { day: number; top: number; side: "left" | "right"; text: string }[];
  /** Splits that the lines are adjusted for, marked on their day. */
  splits: { day: number; text: string }[];
};

/** The data from which both drawings of trades and holdings are made, on the server and by recharts. */
export type TradesDrawing = {
  domain: TimeDomain;
  name: string;
  lanes: LaneDrawing[];
  /** In order of time. */
  stops: TradeStop[];
  notes: { lane: number; day: number; radius: number; text: string }[];
  panels: PanelDrawing[];
};

const sharesHeight = 176;
const derivativesHeight = 100;

const ownership = ({ directOrIndirect }: TradeEvent) => (directOrIndirect === "I" ? "indirect" : "direct");

/** Describes a trade in words. */
const tradeReadout = (event: TradeEvent, href?: string): ReadoutText => {
  const shares = formatSharesChange(event.shares, event.acquiredDisposedCode);
  const price = formatPrice(event.price);
  const value = formatValue(event.value);
  const after = formatShares(event.sharesOwnedFollowing);
  return {
    when: formatDate(event.date) ?? event.date,
    code: {
      group: event.group,
      fill: event.fill,
      letter: event.code ?? "—",
      word: event.word,
      underPlan: event.underPlan,
    },
    parts: [
      { text: [shares, event.security].filter((text) => text !== null).join(" ") },
      ...(price === null ? [] : [{ key: "at", text: price }]),
      ...(value === null ? [] : [{ key: "value", text: value }]),
      ...(after === null ? [] : [{ key: `${ownership(event)} after`, text: after }]),
    ],
    href,
  };
};

const longestLabel = 22;

/** Shortens a label to fit beside the plot. The table has the full text. */
const short = (label: string): string =>
  label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`;

const pointTitle = (point: HoldingPoint, label: string): string => {
  const gap = point.gap === null ? "" : `, of it ${point.gap.label}`;
  return `${formatDate(point.date)}: ${formatShares(point.reported)} ${label}${gap}`;
};

type Box = { left: number; right: number; top: number; bottom: number };

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Minimum width of a plot that shows notes on holdings, in pixels. */
const narrowestGapNotes = 680;

const noteHeight = 14;
const gapNoteLimit = 3;

/** Areas that lines cover: their treads, and the space around each riser. */
const covered = (lines: readonly DrawnLine[], x: (day: number) => number, y: (level: number) => number): Box[] =>
  lines.flatMap((line) => {
    const starts = line.points.map(({ day, balance }) => ({ left: x(day), level: balance }));
    if (line.entersAt !== null) starts.unshift({ left: 0, level: line.entersAt });
    const treads = starts.map(({ left, level }, index) => ({
      left,
      right: starts[index + 1]?.left ?? x(line.endsAt.day),
      top: y(level) - 2,
      bottom: y(level) + 2,
    }));
    const risers = line.points.map(({ day, before, start, balance }) => {
      const levels = [before ?? start, start, balance].map(y);
      return { left: x(day) - 2, right: x(day) + 6, top: Math.min(...levels), bottom: Math.max(...levels) };
    });
    return [...treads, ...risers];
  });

/**
 * Labels the largest changes that no row explains, with the reason if a filing states one. A label that would cover a line
 * is left out; the table lists every change.
 */
const gapNotes = (
  lines: readonly DrawnLine[],
  height: number,
  highest: number,
  domain: TimeDomain,
): PanelDrawing["notes"] => {
  const { y, top: highestTick } = levelAxis(highest, height);
  const position = timePosition(domain);
  const x = (day: number) => position(day) * narrowestGapNotes;
  const taken = covered(lines, x, y);
  const gaps = lines
    .flatMap(({ points }) => points)
    .flatMap((point) => (point.gap === null || point.before === null ? [] : { point, text: point.gap.label }))
    .map(({ point, text }) => ({ point, text, size: Math.abs(Number(point.unexplained)) }))
    .filter(({ size }) => size >= highestTick / 250)
    .sort((a, b) => b.size - a.size)
    .slice(0, gapNoteLimit);
  return gaps.flatMap(({ point, text }): PanelDrawing["notes"] => {
    const width = text.length * 6.6 + 10;
    const levels = [y(point.before ?? point.start), y(point.start)];
    const tops = [
      Math.min(...levels) - 6,
      Math.max(...levels) + 17,
      (Math.min(...levels) + Math.max(...levels)) / 2 + 4,
    ];
    for (const top of tops) {
      for (const side of ["left", "right"] as const) {
        const left = side === "left" ? x(point.day) - width : x(point.day) + 6;
        const box = { left, right: left + width - 6, top: top - noteHeight + 3, bottom: top + 3 };
        const isInside = box.left >= 0 && box.right <= narrowestGapNotes && box.top >= 0 && box.bottom <= height;
        if (!isInside || taken.some((other) => overlap(box, other))) continue;
        taken.push(box);
        return [{ day: point.day, top: Math.round(top), side, text }];
      }
    }
    return [];
  });
};

const panelDrawing = (panel: HoldingPanel, index: number, domain: TimeDomain): PanelDrawing => {
  const height = panel.tableNumber === "I" ? sharesHeight : derivativesHeight;
  const title = `${panel.title} held after each report`;
  const ends = panel.lines.map((line) => {
    const balance = formatShares(line.endsAt.reported);
    return `${line.label} ${balance}`;
  });
  return {
    key: `${panel.tableNumber} ${index}`,
    title,
    name: `${title}. Last: ${ends.join("; ")}.`,
    height,
    highest: panel.highest,
    lines: panel.lines.map((line) => ({
      id: line.id,
      entersAt: line.entersAt,
      endsAt: line.endsAt,
      label: short(line.label),
      balance: formatShares(line.endsAt.reported) ?? "",
      points: line.points.map((point) => ({
        day: point.day,
        before: point.before,
        start: point.start,
        balance: point.balance,
        group: point.group,
        title: pointTitle(point, line.label),
      })),
    })),
    notes: gapNotes(panel.lines, height, panel.highest, domain),
    splits: panel.splits.map((split) => ({ day: dayNumber(effectiveDay(split)) ?? 0, text: splitName(split) })),
  };
};

/** Minimum width of a plot that shows notes, in pixels. */
const narrowestNotes = 420;

/** Width of a note as a fraction of the narrowest plot that shows notes. */
const noteRoom = (text: string) => (text.length * 6.4 + 24) / narrowestNotes;

/** Labels the largest purchase and the largest sale, if no other mark is in the way. */
const tradeNotes = (series: InsiderSeries): TradesDrawing["notes"] => {
  const position = timePosition(series.domain);
  return series.timeline.lanes.flatMap((lane, index) => {
    const [largest] = lane.marks;
    if ((lane.group !== "purchase" && lane.group !== "sale") || !largest?.event.value) return [];
    const { event, radius } = largest;
    const price = formatPrice(event.price);
    const amount = formatShares(event.shares) ?? formatSummary(event.value);
    const text = `${amount}${price ? ` at ${price}` : ""}`;
    const at = position(event.day);
    const end = at + noteRoom(text) + radius / narrowestNotes;
    const isClear =
      end <= 1 &&
      lane.marks.every((mark) => mark === largest || position(mark.event.day) < at || position(mark.event.day) > end);
    return isClear ? [{ lane: index, day: event.day, radius, text }] : [];
  });
};

type Names = { insider: string; issuer: string | null; rowHref: (accessionNumber: string, rowId: string) => string };

/** Prepares an insider's series for drawing, with all its text. */
export function tradesDrawing(series: InsiderSeries, { insider, issuer, rowHref }: Names): TradesDrawing {
  const { domain, timeline, holdings } = series;
  const balances = new Map(
    holdings.panels.flatMap(({ lines }, panel) =>
      lines.flatMap(({ points }) => points.map(({ key, balance }) => [key, { panel, level: balance }] as const)),
    ),
  );
  const stops = timeline.lanes
    .flatMap((lane, index) =>
      lane.marks.map(({ event, radius }): TradeStop & { order: number } => ({
        key: event.key,
        order: event.order,
        day: event.day,
        lane: index,
        group: event.group,
        fill: event.fill,
        radius: Math.round(radius * 10) / 10,
        readout: tradeReadout(event, rowHref(event.accessionNumber, event.rowId)),
        balance: balances.get(event.key) ?? null,
      })),
    )
    .sort((a, b) => a.day - b.day || a.order - b.order)
    .map(({ order: _order, ...stop }) => stop);
  const years = [domain.from.slice(0, 4), domain.to.slice(0, 4)];
  const span = years[0] === years[1] ? years[0] : years.join(" to ");
  return {
    domain,
    name: `Trades of ${insider}${issuer ? ` in ${issuer}` : ""} by type, ${span}: ${timeline.lanes
      .map(({ label, count }) => `${label} ${count}`)
      .join(", ")}. The tables below have the same data.`,
    lanes: timeline.lanes.map(({ group, label, codes, count, value }) => ({
      group,
      label,
      codes,
      count,
      value: formatSummary(value),
    })),
    stops,
    notes: tradeNotes(series),
    panels: holdings.panels.map((panel, index) => panelDrawing(panel, index, domain)),
  };
}

export const stopTitle = (stop: TradeStop): string => readoutSentence(stop.readout);

export const domainDays = ({ from, to }: TimeDomain): [number, number] => [dayNumber(from) ?? 0, dayNumber(to) ?? 1];
