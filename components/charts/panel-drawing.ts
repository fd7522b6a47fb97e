import { splitName } from "@/lib/holdings/describe-split";
import { effectiveDay } from "@/lib/holdings/drawn-splits";
import type { DrawnSteps } from "@/lib/series/holding-days";
import type { DrawnLine, HoldingPanel } from "@/lib/series/holding-panels";
import { type TimeDomain, timePosition } from "@/lib/series/time-axis";
import { dayNumber } from "@/lib/values/calendar-day";
import { formatShares } from "@/lib/values/decimals";
import { type EndLabel, endLabels, LABEL_GAP, LABEL_WIDTH } from "./end-labels";
import { levelAxis } from "./level-axis";

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

const sharesHeight = 176;
const lowHeight = 100;

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

/** Prepares the lines of one security for drawing, with all their text. */
export const panelDrawing = (panel: HoldingPanel, index: number, domain: TimeDomain): PanelDrawing => {
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
