/** A cost that rules a way out. */
export const NEVER = Number.POSITIVE_INFINITY;

/** How much better the best column must be than the next. */
const CLEARLY = 0.75;

/**
 * By item and state: the cost of the cheapest way through all items that has this item in this state. `first` is the cost of the
 * first item in a state, `step` that of an item in a state after the item before it in another.
 */
export function costsThrough(
  items: number,
  states: number,
  first: (state: number) => number,
  step: (item: number, from: number, to: number) => number,
): number[][] {
  const all = Array.from({ length: states }, (_, state) => state);
  const least = (costs: number[]) => costs.reduce((least, cost) => Math.min(least, cost), NEVER);
  const steps = Array.from({ length: items }, (_, item) =>
    item === 0 ? [] : all.map((from) => all.map((to) => step(item, from, to))),
  );
  const before: number[][] = [all.map(first)];
  for (let item = 1; item < items; item++) {
    before.push(
      all.map((to) =>
        least(all.map((from) => (before[item - 1]?.[from] ?? NEVER) + (steps[item]?.[from]?.[to] ?? NEVER))),
      ),
    );
  }
  let behind = all.map(() => 0);
  const through: number[][] = [];
  for (let item = items - 1; item >= 0; item--) {
    through[item] = all.map((state) => (before[item]?.[state] ?? NEVER) + (behind[state] ?? NEVER));
    const next = behind;
    behind = all.map((from) => least(all.map((to) => (steps[item]?.[from]?.[to] ?? NEVER) + (next[to] ?? NEVER))));
  }
  return through;
}

/** The cheapest column (-1 if there is none), and those that cost nearly as little. */
export function likeliest(costs: number[]): { column: number; rivals: number[] } {
  const [best, ...others] = costs
    .map((cost, column) => ({ cost, column }))
    .filter(({ cost }) => cost < NEVER)
    .sort((a, b) => a.cost - b.cost);
  if (!best) return { column: -1, rivals: [] };
  return {
    column: best.column,
    rivals: others.filter(({ cost }) => cost - best.cost < CLEARLY).map(({ column }) => column),
  };
}
