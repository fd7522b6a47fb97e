import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";
import type { InsiderSeries } from "@/lib/series/insider-series";
import { type TimeDomain, timePosition } from "@/lib/series/time-axis";
import { dayNumber } from "@/lib/values/calendar-day";
import { formatShares } from "@/lib/values/decimals";
import { formatPrice, formatSummary } from "@/lib/values/money";
import { type PanelDrawing, panelDrawing } from "./panel-drawing";
import type { ReadoutText } from "./readout";
import { balancesAfter, type Names, tradeReadout } from "./trade-readout";

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

/** Prepares an insider's series for drawing, with all its text. */
export function tradesDrawing(series: InsiderSeries, names: Names): TradesDrawing {
  const { insider, issuer } = names;
  const { domain, timeline, holdings } = series;
  const balances = balancesAfter(holdings.panels);
  const stops = timeline.lanes
    .flatMap((lane, index) =>
      lane.marks.map((mark): TradeStop & { order: number } => {
        const [{ key, order, group, fill }] = mark.events;
        const after = balances.get(mark.events.at(-1)?.key ?? key);
        return {
          key,
          order,
          day: mark.day,
          lane: index,
          group,
          fill,
          radius: Math.round(mark.radius * 10) / 10,
          readout: tradeReadout(mark, lane, balances, names),
          balance: after ? { panel: after.panel, day: after.day, level: after.level } : null,
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

export const domainDays = ({ from, to }: TimeDomain): [number, number] => [dayNumber(from) ?? 0, dayNumber(to) ?? 1];
