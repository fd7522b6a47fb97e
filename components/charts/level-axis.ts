import { scaleLinear } from "d3-scale";

export type LevelAxis = { top: number; ticks: number[]; y: (level: number) => number };

/** A linear axis from 0 at the bottom of a plot of `height` pixels, with three to five ticks. */
export function levelAxis(highest: number, height: number): LevelAxis {
  const scale = scaleLinear()
    .domain([0, highest > 0 ? highest : 1])
    .nice(3);
  scale.range([height, 0]);
  const [, top = 1] = scale.domain();
  return { top, ticks: highest > 0 ? scale.ticks(3) : [0], y: (level) => scale(level) };
}

export type SharedAxis = LevelAxis & { bottom: number };

/** An axis with one scale for values above and below 0. */
export function sharedAxis(highest: number, lowest: number, height: number): SharedAxis {
  const scale = scaleLinear().domain([-lowest, highest > 0 || lowest > 0 ? highest : 1]);
  const count = 4;
  scale.nice(count).range([height, 0]);
  const [bottom = 0, top = 1] = scale.domain();
  const isEmpty = highest <= 0 && lowest <= 0;
  return { top, bottom, ticks: isEmpty ? [0] : scale.ticks(count), y: (level) => scale(level) };
}
