/** A position along the width of a plot: pixels, or a percentage, which stays right at any width. */
export type Place = number | string;

/** A fraction of the width, 0 to 1, as an SVG length. */
export const shareOf = (position: number): string => `${Math.round(position * 1e5) / 1e3}%`;

/**
 * Moves overlapping labels apart. Returns their positions in the order given, each at least `gap` from the next and, if there
 * is room, none below `lowest`.
 */
export function spreadLabels(places: readonly number[], gap: number, lowest: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let above = Number.NEGATIVE_INFINITY;
  for (const label of order) {
    label.place = Math.max(label.place, above + gap);
    above = label.place;
  }
  let below = Math.max(lowest, 0) + gap;
  for (const label of order.toReversed()) {
    label.place = Math.min(label.place, below - gap);
    below = label.place;
  }
  return order.sort((a, b) => a.index - b.index).map(({ place }) => place);
}
