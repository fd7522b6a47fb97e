import { type BoughtAndSold, unitStart } from "@/lib/series/bought-and-sold";
import type { TimeDomain } from "@/lib/series/time-axis";
import type { BrushQuarter } from "./quarter-brush";

type Brush = {
  quarters: BrushQuarter[];
  start: number;
  end: number;
  years: { edge: number; label: string; onNarrow: boolean }[];
};

const labelRoom = 38;

/** The data of the strip under the charts, or `null` if there is nothing to choose from. */
export function brushQuarters({ bins }: BoughtAndSold, domain: TimeDomain): Brush | null {
  if (bins.length < 2) return null;
  const highest = Math.max(1, ...bins.flatMap(({ bought, sold }) => [Number(bought), Number(sold)]));
  const size = (value: string) => {
    const amount = Number(value);
    return amount === 0 ? 0 : Math.max(0.08, amount / highest);
  };
  const start = Math.max(
    0,
    bins.findIndex(({ to }) => to >= domain.from),
  );
  const last = bins.findLastIndex(({ from }) => from <= domain.to);
  const starts = bins.flatMap(({ from }, edge) => {
    const isYear = unitStart(from, "quarter").slice(5, 7) === "01";
    return isYear || edge === 0 ? [{ edge, label: from.slice(0, 4), isYear }] : [];
  });
  const every = (width: number) => Math.max(1, Math.ceil((labelRoom * starts.length) / width));
  const years = starts
    // If the first year starts with its last quarter, its label would overlap the next.
    .filter(
      ({ edge }, index) => index > 0 || (starts[1]?.edge ?? 4) - edge >= Math.ceil((bins.length * labelRoom) / 290),
    )
    .map(({ edge, label }, index) => ({ edge, label, index }));
  return {
    quarters: bins.map(({ from, to, bought, sold }) => ({ from, to, bought: size(bought), sold: size(sold) })),
    start,
    end: Math.max(last, start) + 1,
    years: years
      .filter(({ index }) => index % every(900) === 0)
      .map(({ edge, label, index }) => ({ edge, label, onNarrow: index % every(290) === 0 })),
  };
}
