export type LevelAxis = { top: number; ticks: number[]; y: (level: number) => number };

const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const ROUNDEST = [1, 2, 2.5, 5, 10];

const exact = (value: number) => Number(value.toPrecision(12));

/** The smallest round number that is at least `size`. */
const roundUp = (size: number, round: readonly number[] = ROUND): number => {
  const magnitude = 10 ** Math.floor(Math.log10(size));
  return exact(magnitude * (round.find((factor) => factor * magnitude >= size * (1 - 1e-9)) ?? 10));
};

/** Under this height there is no room for five ticks. */
const LOW = 120;

/** An axis from 0 at the bottom of a plot of `height` pixels to the next round number over the line, with three to five ticks. */
export function levelAxis(highest: number, height: number): LevelAxis {
  if (highest <= 0) return { top: 1, ticks: [0], y: (level) => height * (1 - level) };
  const [step, count] = (height < LOW ? [2, 3] : [2, 3, 4])
    .map((count): [number, number] => [roundUp(highest / count), count])
    .reduce((best, other) => (other[0] * other[1] <= best[0] * best[1] ? other : best));
  const ticks = Array.from({ length: count + 1 }, (_, index) => exact(index * step));
  const top = exact(count * step);
  return { top, ticks, y: (level) => height * (1 - level / top) };
}

/**
 * An axis with one scale for values above and below 0. It ends at the largest bar on each side, so that a side with little or
 * nothing takes no room.
 */
export function sharedAxis(highest: number, lowest: number, height: number): LevelAxis & { bottom: number } {
  const range = highest + lowest;
  if (range <= 0) return { top: 1, bottom: 0, ticks: [0], y: (level) => height * (1 - level) };
  const most = height < LOW ? 4 : 5;
  const countOf = (step: number) => Math.floor(highest / step) + Math.floor(lowest / step) + 1;
  let step = roundUp(range / most, ROUNDEST);
  while (countOf(step) > most) step = roundUp(step * 1.001, ROUNDEST);
  const first = -Math.floor(lowest / step);
  const ticks = Array.from({ length: countOf(step) }, (_, index) => exact((first + index) * step));
  return { top: highest, bottom: -lowest, ticks, y: (level) => (height * (highest - level)) / range };
}
