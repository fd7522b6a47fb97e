import type { BarsDrawing } from "./bars-drawing";
import { sharedAxis } from "./level-axis";

/** Narrowest plots of a phone and of a window with labels on bars, and the width of “bought ↑” and of a label, in pixels. */
const WIDTH = { phone: 300, labelled: 580, name: 52, label: 60 };
const LINE = 14;

/** Where “bought ↑” and “sold ↓” are: their baselines, and the bin at whose left edge they begin. */
export function sideNames(drawing: BarsDrawing): Record<"bought" | "sold", { y: number; index: number }> {
  const { highest, lowest, height, stops, largest } = drawing;
  const { y } = sharedAxis(highest, lowest, height);
  const bought = Math.min(10, y(0) - 4);
  const sold = Math.max(height - 4, y(0) + 12);
  const binsIn = (pixels: number, width: number) => Math.ceil((pixels * stops.length) / width);
  const isLabelled = (index: number, baseline: number) =>
    largest.some((label) => {
      const after = label.side === "right" ? index - label.index : label.index - index;
      return Math.abs(label.top - baseline) < LINE && after > 0 && after <= binsIn(WIDTH.label, WIDTH.labelled);
    });
  /** The first bins in which no bar comes as far as the name, or the first ones if there are none. */
  const firstClear = (baseline: number, reaches: (stop: BarsDrawing["stops"][number]) => boolean) => {
    const taken = stops.map((stop, index) => reaches(stop) || isLabelled(index, baseline));
    const room = binsIn(WIDTH.name, WIDTH.phone);
    const index = taken.findIndex(
      (_, from) => from + room <= taken.length && !taken.slice(from, from + room).includes(true),
    );
    return Math.max(0, index);
  };
  return {
    bought: { y: bought, index: firstClear(bought, (stop) => stop.bought > 0 && y(stop.bought) < bought + 2) },
    sold: { y: sold, index: firstClear(sold, (stop) => stop.sold > 0 && y(-stop.sold) > sold - LINE) },
  };
}
