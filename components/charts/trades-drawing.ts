import { splitName } from "@/lib/holdings/describe-split";
import { effectiveDay } from "@/lib/holdings/drawn-splits";
import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";
import { type DrawnSteps, holdingDays } from "@/lib/series/holding-days";
import type { DrawnLine, HoldingPanel } from "@/lib/series/holding-panels";
import type { InsiderSeries } from "@/lib/series/insider-series";
import { type TimeDomain, timePosition } from "@/lib/series/time-axis";
import type { TradeEvent } from "@/lib/series/trade-events";
import type { TimelineLane, TimelineMark } from "@/lib/series/trades-timeline";
import { dayNumber } from "@/lib/values/calendar-day";
import { plural } from "@/lib/values/counts";
import { formatDateRange } from "@/lib/values/dates";
import { sumOfKnown } from "@/lib/values/decimal";
import { formatShares, formatSharesChange } from "@/lib/values/decimals";
import { formatPrice, formatSummary, formatValue } from "@/lib/values/money";
import { type EndLabel, endLabels, LABEL_GAP, LABEL_WIDTH } from "./end-labels";
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
  balance: { panel: number; day: number; level: number } | null;
};

export type LineDrawing = Pick<DrawnLine, "id" | "endsAt"> & {
  steps: DrawnSteps;
  label: string;
  balance: string;
  endLabel: EndLabel;
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
const lowHeight = 100;

const ownership = ({ directOrIndirect }: TradeEvent) => (directOrIndirect === "I" ? "indirect" : "direct");

/** The balances through a day on which a line changes more than once: "36,540 → 44,040 → 36,540". The table has all of them. */
const walkInWords = (levels: readonly number[]): string => {
  const words = levels.map((level) => formatShares(String(level)));
  const all = words.join(" → ");
  return all.length <= LONGEST_WALK ? all : `${words[0]} → … → ${words.at(-1)}`;
};

/** So that the readout stays on one line of a wide page. */
const LONGEST_WALK = 48;

/** The line on which a trade changed the balance. `walk`: the balances of its day, if there are several, drawn as reported. */
type Place = { line: string; panel: number; day: number; level: number; walk: number[] | null };

const placesOf = (panels: readonly HoldingPanel[]): Map<string, Place> =>
  new Map(
    panels.flatMap(({ lines }, panel) =>
      lines.flatMap((line) =>
        holdingDays(line.points).flatMap(({ day, points, balance }) => {
          const [first] = points;
          const isAsReported = points.every((point) => point.balance === Number(point.reported));
          const isWalk = isAsReported && points.length > 1;
          const walk = isWalk ? [first?.before ?? first?.start ?? 0, ...points.map((point) => point.balance)] : null;
          return points.map(({ key }): [string, Place] => [key, { line: line.id, panel, day, level: balance, walk }]);
        }),
      ),
    ),
  );

/** Describes a trade in words, or a sum of trades. */
const tradeReadout = (
  { events, value }: TimelineMark,
  { label }: TimelineLane,
  places: ReadonlyMap<string, Place>,
  { rowHref, tradesHref }: Names,
): ReadoutText => {
  const [event] = events;
  const last = events.at(-1) ?? event;
  const isOne = events.length === 1;
  const alike = <T>(of: (event: TradeEvent) => T) => events.every((other) => of(other) === of(event));
  const isOneSum = alike(({ security }) => security) && alike(({ acquiredDisposedCode }) => acquiredDisposedCode);
  const shares = isOneSum
    ? formatSharesChange(sumOfKnown(events.map((each) => each.shares)), event.acquiredDisposedCode)
    : null;
  const price = isOne ? formatPrice(event.price) : null;
  const place = places.get(last.key);
  const isOneLine = isOne || (place !== undefined && alike(({ key }) => places.get(key)?.line));
  const after = isOneLine ? formatShares(last.sharesOwnedFollowing) : null;
  const holder = alike((each) => each.holder) ? event.holder : null;
  const walk = alike(({ date }) => date) ? place?.walk : null;
  const implausible = events.filter(({ isImplausible }) => isImplausible).length;
  const unpriced = isOne ? 0 : events.filter((each) => each.value === null).length - implausible;
  return {
    when: formatDateRange(event.date, last.date) ?? event.date,
    code: {
      group: event.group,
      fill: event.fill,
      letter: [...new Set(events.map(({ code }) => code ?? "—"))].join(" "),
      word: alike(({ word }) => word) ? event.word : label,
      underPlan: event.underPlan,
    },
    parts: [
      ...(isOne ? [] : [{ text: plural(events.length, "trade") }]),
      ...(isOneSum ? [{ text: [shares, event.security].filter((text) => text !== null).join(" ") }] : []),
      ...(price === null ? [] : [{ key: "at", text: price }]),
      ...(value === null ? [] : [{ key: "value", text: formatValue(value) ?? "" }]),
      ...(unpriced === 0 ? [] : [{ text: `${unpriced} without a price` }]),
      ...(implausible === 0 ? [] : [{ text: isOne ? "implausible" : `${implausible} implausible` }]),
      ...(holder === null ? [] : [{ key: "held by", text: holder }]),
      ...(after === null ? [] : [{ key: `${ownership(last)} after`, text: after }]),
      ...(walk ? [{ key: "that day", text: walkInWords(walk) }] : []),
    ],
    link: isOne
      ? { text: "Filing", href: rowHref(event.accessionNumber, event.rowId) }
      : { text: "Transactions", href: tradesHref(events) },
  };
};

type Box = { left: number; right: number; top: number; bottom: number };

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Minimum width of a plot that shows notes on holdings, in pixels. */
const narrowestGapNotes = 680;

const noteHeight = 14;
const gapNoteLimit = 3;

/** Areas that lines cover: their treads, and the space around each riser. */
const covered = (lines: readonly DrawnLine[], x: (day: number) => number, y: (level: number) => number): Box[] =>
  lines.flatMap(({ steps: { start, net }, endsAt }) => {
    const starts = [start, ...net.map(({ at, to }) => ({ at, level: to }))];
    const treads = starts.map(({ at, level }, index) => ({
      left: x(at),
      right: x(starts[index + 1]?.at ?? endsAt.day),
      top: y(level) - 2,
      bottom: y(level) + 2,
    }));
    const risers = net.map(({ at, from, to }) => ({
      left: x(at) - 2,
      right: x(at) + 3,
      top: Math.min(y(from), y(to)),
      bottom: Math.max(y(from), y(to)),
    }));
    return [...treads, ...risers];
  });

/**
 * Labels the largest changes that no row explains, with the reason if a filing states one. A label that would cover a line
 * is left out; the table lists every change.
 */
const gapNotes = (
  { lines, highest, splits }: HoldingPanel,
  ending: readonly EndLabel[],
  height: number,
  domain: TimeDomain,
): PanelDrawing["notes"] => {
  const { y, top: highestTick } = levelAxis(highest, height);
  const position = timePosition(domain);
  const x = (day: number) => position(day) * narrowestGapNotes;
  const ends = ending.map(({ side, top }, index): Box => {
    const end = x(lines[index]?.endsAt.day ?? 0);
    const [left, right] = side === "right" ? [end, end + LABEL_WIDTH] : [end - LABEL_WIDTH, end];
    return { left, right, top: top - noteHeight, bottom: top + noteHeight };
  });
  const marked = splits.map((split): Box => {
    const at = x(dayNumber(effectiveDay(split)) ?? 0);
    return { left: at - 2, right: at + 2, top: 0, bottom: height };
  });
  const taken = [...covered(lines, x, y), ...ends, ...marked];
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
  const height = Math.max(
    panel.tableNumber === "I" && !panel.isSmaller ? sharesHeight : lowHeight,
    panel.lines.length * LABEL_GAP,
  );
  const title = `${panel.title} held after each report${panel.isSmaller ? ", smaller balances" : ""}`;
  const position = timePosition(domain);
  const { y } = levelAxis(panel.highest, height);
  const ending = endLabels(
    panel.lines.map(({ label, endsAt }) => ({ label, at: position(endsAt.day), level: y(endsAt.balance) })),
    height,
  );
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
    lines: panel.lines.map(({ id, steps, endsAt, label }, order) => ({
      id,
      steps,
      endsAt,
      label,
      balance: formatShares(endsAt.reported) ?? "",
      endLabel: ending[order] ?? { text: label, side: "right", top: 0, isMoved: false },
    })),
    notes: gapNotes(panel, ending, height, domain),
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
    if ((lane.group !== "purchase" && lane.group !== "sale") || !largest?.value) return [];
    const { radius, value, day } = largest;
    const [event, ...others] = largest.events;
    const price = formatPrice(event.price);
    const amount = (others.length === 0 && formatShares(event.shares)) || formatSummary(value);
    const how = others.length > 0 ? ` in ${others.length + 1} trades` : price ? ` at ${price}` : "";
    const text = `${amount}${how}`;
    const at = position(day);
    const end = at + noteRoom(text) + radius / narrowestNotes;
    const isClear =
      end <= 1 && lane.marks.every((mark) => mark === largest || position(mark.day) < at || position(mark.day) > end);
    return isClear ? [{ lane: index, day, radius, text }] : [];
  });
};

export type Names = {
  insider: string;
  /** The issuer in view. */
  issuer: string | null;
  rowHref: (accessionNumber: string, rowId: string) => string;
  /** Address of a list of trades, in order of time. */
  tradesHref: (trades: TimelineMark["events"]) => string;
};

/** Prepares an insider's series for drawing, with all its text. */
export function tradesDrawing(series: InsiderSeries, names: Names): TradesDrawing {
  const { insider, issuer } = names;
  const { domain, timeline, holdings } = series;
  const places = placesOf(holdings.panels);
  const stops = timeline.lanes
    .flatMap((lane, index) =>
      lane.marks.map((mark): TradeStop & { order: number } => {
        const [{ key, order, group, fill }] = mark.events;
        const place = places.get(mark.events.at(-1)?.key ?? key);
        return {
          key,
          order,
          day: mark.day,
          lane: index,
          group,
          fill,
          radius: Math.round(mark.radius * 10) / 10,
          readout: tradeReadout(mark, lane, places, names),
          balance: place ? { panel: place.panel, day: place.day, level: place.level } : null,
        };
      }),
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
