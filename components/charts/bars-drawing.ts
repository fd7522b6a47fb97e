import { CLUSTER_TRADES } from "@/lib/clusters/cluster-rule";
import {
  type BinUnit,
  type BoughtAndSold,
  type BoughtAndSoldBin,
  totalOf,
  unitStart,
} from "@/lib/series/bought-and-sold";
import { dayNumber } from "@/lib/values/calendar-day";
import { plural } from "@/lib/values/counts";
import { formatDate, formatDateRange, formatMonth } from "@/lib/values/dates";
import { formatSummary } from "@/lib/values/money";
import { formatPart } from "@/lib/values/percent";
import { type BarsBracket, barsBrackets, type Stretch } from "./bars-brackets";
import { sharedAxis } from "./level-axis";
import type { ReadoutText } from "./readout";

/** One bin. Heights are floats and only used for drawing; the text is exact. */
export type BarStop = {
  key: string;
  day: number;
  bought: number;
  boughtUnderPlan: number;
  sold: number;
  soldUnderPlan: number;
  /** Whether the bin is outside the selected dates. */
  isDim: boolean;
  readout: ReadoutText;
};

export type BarsDrawing = {
  name: string;
  height: number;
  highest: number;
  lowest: number;
  stops: BarStop[];
  /** Labels under the plot, at the left edge of a bin. */
  ticks: { index: number; label: string; onNarrow: boolean; isSelected: boolean }[];
  /** The largest purchases and sales: beside which side of their bar, and at how many pixels from the top. */
  largest: { index: number; side: "left" | "right"; top: number; text: string }[];
  /** First and last selected bin, or `null` if all are selected. */
  selected: { first: number; last: number } | null;
  /** Brackets over the bars that show when several insiders bought. */
  brackets: BarsBracket[];
};

/** The height of the plot, in pixels. */
export const BARS_HEIGHT = 264;

export const binName = ({ from, to }: BoughtAndSoldBin, unit: BinUnit): string => {
  if (unit === "day") return formatDate(from) ?? from;
  if (unit === "month") return formatMonth(from);
  return `${formatMonth(unitStart(from, unit), "short").slice(0, 3)}–${formatMonth(to, "short")}`;
};

const side = (key: string, value: string, count: number, one: string): { key: string; text: string } => {
  if (count === 0) return { key, text: "nothing" };
  return { key, text: `${formatSummary(value)} in ${plural(count, one)}` };
};

/** Describes a bin in words. */
const binReadout = (bin: BoughtAndSoldBin, unit: BinUnit, rowsHref: Words["rowsHref"]): ReadoutText => {
  const underPlan = formatPart(bin.soldUnderPlan, bin.sold);
  const missing = bin.priceMissing > 0;
  return {
    when: binName(bin, unit),
    parts: [
      side("bought", bin.bought, bin.purchases, "purchase"),
      side("sold", bin.sold, bin.sales, "sale"),
      ...(underPlan && bin.soldUnderPlan !== "0" ? [{ text: `${underPlan} of it under a 10b5-1 plan` }] : []),
      ...(missing ? [{ text: `${bin.priceMissing} without a price` }] : []),
    ],
    link: rowsHref && bin.purchases + bin.sales > 0 ? { text: "Transactions", href: rowsHref(bin) } : undefined,
  };
};

const widths = { wide: 880, narrow: 300 };
const labelRoom = { day: 52, month: 34, quarter: 34 };

/** Labels years if bins are months or quarters, and months if they are days. The first bin always has a label. */
const ticksOf = (
  bins: readonly BoughtAndSoldBin[],
  unit: BinUnit,
  selected: BarsDrawing["selected"],
): BarsDrawing["ticks"] => {
  const marks = bins.flatMap(({ from }, index) => {
    const previous = bins[index - 1]?.from ?? "";
    const length = unit === "day" ? 7 : 4;
    if (index > 0 && from.slice(0, length) === previous.slice(0, length)) return [];
    if (unit === "day") return [{ index, label: (formatDate(from, "short") ?? from).replace(/, \d{4}$/, "") }];
    const isStart = from.slice(5, 7) === "01";
    return [{ index, label: isStart ? from.slice(0, 4) : formatMonth(from, "short") }];
  });
  const clear = (index: number, last: number, label: string, width: number) =>
    index - last >= (Math.max(labelRoom[unit], label.length * 6.2 + 10) * bins.length) / width;
  let lastWide = Number.NEGATIVE_INFINITY;
  let lastNarrow = Number.NEGATIVE_INFINITY;
  let label = "";
  const ticks: BarsDrawing["ticks"] = [];
  for (const mark of marks) {
    const beforeSelected = selected === null || mark.index >= selected.first;
    const room = beforeSelected || clear(selected.first, mark.index, mark.label, widths.narrow);
    if (!clear(mark.index, lastWide, label, widths.wide) || !room || (selected && beforeSelected)) continue;
    const onNarrow = clear(mark.index, lastNarrow, label, widths.narrow);
    ticks.push({ ...mark, onNarrow, isSelected: false });
    lastWide = mark.index;
    if (onNarrow) lastNarrow = mark.index;
    label = mark.label;
  }
  const [first, last] = selected ? [bins[selected.first], bins[selected.last]] : [];
  if (selected && first && last) {
    const text = formatDateRange(first.from, last.to, "short")?.replace(/, \d{4}/g, "") ?? "";
    ticks.push({ index: selected.last + 1, label: text, onNarrow: true, isSelected: true });
  }
  return ticks;
};

const selectedBins = (bins: readonly BoughtAndSoldBin[], selection: { from: string; to: string } | null) => {
  if (!selection) return null;
  const first = bins.findIndex(({ to }) => to >= selection.from);
  const last = bins.findLastIndex(({ from }) => from <= selection.to);
  const isAll = first === 0 && last === bins.length - 1;
  return first < 0 || last < first || isAll ? null : { first, last };
};

type Words = {
  of: string;
  height: number;
  selection?: { from: string; to: string } | null;
  clusters?: readonly Stretch[];
  /** Address of the transactions of a bin. */
  rowsHref?: (bin: BoughtAndSoldBin) => string;
};

/** Narrowest plot with labels on bars, and the size of a label, in pixels. */
const LABELLED = { width: 580, letter: 6.6, room: 10, height: 16, lowestPlot: 200 };

/** Labels the largest bar of each side, if the bars beside it leave room. */
const largestOf = (bins: readonly BoughtAndSoldBin[], height: number): BarsDrawing["largest"] => {
  if (height < LABELLED.lowestPlot) return [];
  const sides = (["bought", "sold"] as const).map((side) => bins.map((bin) => Number(bin[side])));
  const [highest = 0, lowest = 0] = sides.map((values) => Math.max(0, ...values));
  const { y } = sharedAxis(highest, lowest, height);
  return sides.flatMap((values, sold): BarsDrawing["largest"] => {
    const most = Math.max(0, ...values);
    const index = values.indexOf(most);
    if (most === 0) return [];
    const text = formatSummary(String(most)) ?? "";
    const wide = Math.ceil(((text.length * LABELLED.letter + LABELLED.room) * bins.length) / LABELLED.width);
    const low = most - (LABELLED.height / height) * (highest + lowest);
    const isClear = (from: number) =>
      from >= 0 && from + wide <= values.length && values.slice(from, from + wide).every((value) => value <= low);
    const side = isClear(index + 1) ? "right" : isClear(index - wide) ? "left" : null;
    const top = sold ? y(-most) - 2 : y(most) + 10;
    return side === null ? [] : [{ index, side, top: Math.round(top), text }];
  });
};

/** Prepares bins for drawing, with all their text. `of` says whose trades they are: "insiders of Kestrel Grid Systems". */
export function barsDrawing(
  { bins, unit }: BoughtAndSold,
  { of, height, selection = null, clusters = [], rowsHref }: Words,
): BarsDrawing {
  const selected = selectedBins(bins, selection);
  const [first, last] = [bins[0], bins.at(-1)];
  const span = first && last ? ` from ${formatDate(first.from)} to ${formatDate(last.to)}` : "";
  const inView = selected ? bins.slice(selected.first, selected.last + 1) : bins;
  const totals = `${selected ? "In the selected days, bought" : "Bought"} ${formatSummary(totalOf(inView, "bought"))}, sold ${formatSummary(totalOf(inView, "sold"))}`;
  const brackets = barsBrackets(bins, unit, clusters);
  const marked =
    brackets.length > 0
      ? ` ${plural(brackets.length, "cluster")} of ${CLUSTER_TRADES[clusters[0]?.code ?? "P"].many} marked above.`
      : "";
  return {
    name: `Bought and sold by ${of} each ${unit}${span}. ${totals}.${marked}`,
    height,
    highest: Math.max(0, ...bins.map(({ bought }) => Number(bought))),
    lowest: Math.max(0, ...bins.map(({ sold }) => Number(sold))),
    stops: bins.map((bin, index) => ({
      key: bin.from,
      day: dayNumber(bin.from) ?? 0,
      bought: Number(bin.bought),
      boughtUnderPlan: Number(bin.boughtUnderPlan),
      sold: Number(bin.sold),
      soldUnderPlan: Number(bin.soldUnderPlan),
      isDim: selected !== null && (index < selected.first || index > selected.last),
      readout: binReadout(bin, unit, rowsHref),
    })),
    ticks: ticksOf(bins, unit, selected),
    largest: largestOf(bins, height),
    selected,
    brackets,
  };
}
