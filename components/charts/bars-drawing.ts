import {
  type BinUnit,
  type BoughtAndSold,
  type BoughtAndSoldBin,
  totalOf,
  unitStart,
} from "@/lib/series/bought-and-sold";
import { plural } from "@/lib/values/counts";
import { formatDate, formatDateRange, formatMonth } from "@/lib/values/dates";
import { formatSummary } from "@/lib/values/money";
import { formatPart } from "@/lib/values/percent";
import { type BarsBracket, barsBrackets, type Stretch } from "./bars-brackets";
import { type ReadoutText, readoutSentence } from "./readout";

/** One bin. Heights are floats and only used for drawing; the text is exact. */
export type BarStop = {
  key: string;
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
  /** First and last selected bin, or `null` if all are selected. */
  selected: { first: number; last: number } | null;
  /** Brackets over the bars that show when several insiders bought. */
  brackets: BarsBracket[];
};

export const binName = ({ from, to }: BoughtAndSoldBin, unit: BinUnit): string => {
  if (unit === "day") return formatDate(from) ?? from;
  if (unit === "month") return formatMonth(from);
  return `${formatMonth(unitStart(from, unit), "short").slice(0, 3)}–${formatMonth(to, "short")}`;
};

const side = (key: string, value: string, count: number, one: string): { key: string; text: string } => {
  if (count === 0) return { key, text: "nothing" };
  return { key, text: `${formatSummary(value)} in ${plural(count, one, `${one}s`)}` };
};

/** Describes a bin in words. */
const binReadout = (bin: BoughtAndSoldBin, unit: BinUnit): ReadoutText => {
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
};

/** Prepares bins for drawing, with all their text. `of` says whose trades they are: "insiders of Kestrel Grid Systems". */
export function barsDrawing(
  { bins, unit }: BoughtAndSold,
  { of, height, selection = null, clusters = [] }: Words,
): BarsDrawing {
  const selected = selectedBins(bins, selection);
  const [first, last] = [bins[0], bins.at(-1)];
  const span = first && last ? ` from ${formatDate(first.from)} to ${formatDate(last.to)}` : "";
  const inView = selected ? bins.slice(selected.first, selected.last + 1) : bins;
  const totals = `${selected ? "In the selected days, bought" : "Bought"} ${formatSummary(totalOf(inView, "bought"))}, sold ${formatSummary(totalOf(inView, "sold"))}`;
  const brackets = barsBrackets(bins, unit, clusters);
  const marked =
    brackets.length > 0 ? ` ${plural(brackets.length, "cluster", "clusters")} of purchases marked above.` : "";
  return {
    name: `Bought and sold by ${of} each ${unit}${span}. ${totals}.${marked}`,
    height,
    highest: Math.max(0, ...bins.map(({ bought }) => Number(bought))),
    lowest: Math.max(0, ...bins.map(({ sold }) => Number(sold))),
    stops: bins.map((bin, index) => ({
      key: bin.from,
      bought: Number(bin.bought),
      boughtUnderPlan: Number(bin.boughtUnderPlan),
      sold: Number(bin.sold),
      soldUnderPlan: Number(bin.soldUnderPlan),
      isDim: selected !== null && (index < selected.first || index > selected.last),
      readout: binReadout(bin, unit),
    })),
    ticks: ticksOf(bins, unit, selected),
    selected,
    brackets,
  };
}

export const stopTitle = (stop: BarStop): string => readoutSentence(stop.readout);
