import { CLUSTER_TRADES, type ClusterCode } from "@/lib/clusters/cluster-rule";
import { type BinUnit, type BoughtAndSoldBin, unitStart } from "@/lib/series/bought-and-sold";
import { dayNumber } from "@/lib/values/calendar-day";
import { formatDateRange, formatMonth } from "@/lib/values/dates";

/** A range of trade dates, marked above the bars. */
export type Stretch = { code: ClusterCode; from: string; to: string; insiders: number };

type Label = { lines: [string, string]; anchor: "start" | "end" };

/** A bracket as drawn: both ends as fractions of the width, and the labels that fit. */
export type BarsBracket = { key: string; from: number; to: number; wide: Label | null; narrow: Label | null };

/** Minimum widths of wide and narrow plots, and the width of one letter, in pixels. */
const WIDTHS = { wide: 620, narrow: 270 };
const LETTER = 6.4;
const ROOM = 12;

const lengthOf = ({ from, to }: BoughtAndSoldBin, unit: BinUnit): number => {
  const start = dayNumber(unitStart(from, unit)) ?? 0;
  if (unit === "day") return 1;
  const months = unit === "month" ? 1 : 3;
  const year = Number(from.slice(0, 4));
  const next = Number(unitStart(from, unit).slice(5, 7)) + months;
  const end = next > 12 ? `${year + 1}-01-01` : `${year}-${String(next).padStart(2, "0")}-01`;
  return (dayNumber(end) ?? (dayNumber(to) ?? 0) + 1) - start;
};

/** Position of the start of a day along the bins, from 0 to 1. Days outside the bins are clamped to the ends. */
const placeOf = (bins: readonly BoughtAndSoldBin[], unit: BinUnit, day: number): number => {
  const index = bins.findLastIndex(({ from }) => (dayNumber(unitStart(from, unit)) ?? 0) <= day);
  const bin = bins[index];
  if (!bin) return 0;
  const within = (day - (dayNumber(unitStart(bin.from, unit)) ?? 0)) / lengthOf(bin, unit);
  return Math.min(1, (index + Math.min(1, within)) / bins.length);
};

/** Brackets above the bars. Where labels would overlap, the one with the most insiders is shown. */
export function barsBrackets(
  bins: readonly BoughtAndSoldBin[],
  unit: BinUnit,
  stretches: readonly Stretch[],
): BarsBracket[] {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return [];
  const brackets = stretches
    .filter(({ from, to }) => to >= first.from && from <= last.to)
    .map((stretch) => ({
      stretch,
      bracket: {
        key: stretch.from,
        from: placeOf(bins, unit, dayNumber(stretch.from) ?? 0),
        to: placeOf(bins, unit, (dayNumber(stretch.to) ?? 0) + 1),
        wide: null,
        narrow: null,
      } as BarsBracket,
    }));
  const bySize = [...brackets].sort(
    (a, b) => b.stretch.insiders - a.stretch.insiders || (a.stretch.to < b.stretch.to ? 1 : -1),
  );
  for (const width of ["wide", "narrow"] as const) {
    const taken: [number, number][] = [];
    for (const { stretch, bracket } of bySize) {
      const lines = linesOf(stretch, width);
      const length = (Math.max(...lines.map((line) => line.length)) * LETTER + ROOM) / WIDTHS[width];
      const anchor = bracket.from + length > 1 ? "end" : "start";
      const [from, to] = anchor === "end" ? [bracket.to - length, bracket.to] : [bracket.from, bracket.from + length];
      if (from < 0 || taken.some((other) => from < other[1] && other[0] < to)) continue;
      taken.push([from, to]);
      bracket[width] = { lines, anchor };
    }
  }
  return brackets.map(({ bracket }) => bracket);
}

const linesOf = ({ code, from, to, insiders }: Stretch, width: "wide" | "narrow"): [string, string] =>
  width === "wide"
    ? [`${insiders} insiders ${CLUSTER_TRADES[code].verb}`, formatDateRange(from, to, "short") ?? from]
    : [`${insiders} ${CLUSTER_TRADES[code].verb}`, formatMonth(from, "short")];
