/** A position along the width of a plot: pixels, or a percentage, which stays right at any width. */
export type PlotPosition = number | string;

/** A fraction of the width, 0 to 1, as an SVG length. */
export const shareOf = (position: number): string => `${Math.round(position * 1e5) / 1e3}%`;
