import type { CodeGroup } from "@/lib/record/transaction-codes";
import type { HoldingPoint } from "./holding-points";

/** A vertical step of a line. `at` is a day, or a moment within it. `group` is null for a change that no row explains. */
export type Riser = { at: number; from: number; to: number; group: CodeGroup | null };

/** A line as drawn: where it begins, and its risers in order of time. */
export type DrawnSteps = {
  start: { at: number; level: number };
  /** One riser a day. */
  net: Riser[];
  /** Each change as its own riser, for a plot on which days are wide enough; null if they never are. */
  walk: Riser[] | null;
};

/** The reports of one day. */
type HoldingDay = { day: number; points: readonly HoldingPoint[]; balance: number };

/**
 * Reports by day. Balances follow each other in the order of the form, which may list a later day first; such an earlier day is
 * drawn with the later one, so that no line runs back in time.
 * @param daysTogether more than 1 for spans so long that single days are narrower than a pixel
 */
export function holdingDays(points: readonly HoldingPoint[], daysTogether = 1): HoldingDay[] {
  const days: { day: number; points: HoldingPoint[]; balance: number }[] = [];
  const placeOf = (day: number) => Math.floor(day / daysTogether);
  for (const point of points) {
    const last = days.at(-1);
    if (last && placeOf(last.day) >= placeOf(point.day)) {
      last.points.push(point);
      last.day = Math.max(last.day, point.day);
      last.balance = point.balance;
    } else days.push({ day: point.day, points: [point], balance: point.balance });
  }
  return days;
}

/** Every change of a day in filing order: for each row what no row explains, then its own change. */
const changesOf = ({ points }: HoldingDay): Omit<Riser, "at">[] =>
  points
    .flatMap(({ before, start, balance, group }) => [
      { from: before ?? start, to: start, group: null },
      { from: start, to: balance, group },
    ])
    .filter(({ from, to }) => from !== to);

/**
 * A day as one riser, from the balance before to the balance after. The part that no row explains comes first, then the rest in
 * the colour of the rows that account for most of it. Nothing, if the day leaves the balance as it was.
 */
function netRisers(day: HoldingDay): Riser[] {
  const changes = changesOf(day);
  const [first] = changes;
  const net = day.balance - (first?.from ?? day.balance);
  if (!first || net === 0) return [];
  const sums = new Map<CodeGroup | null, number>();
  for (const { from, to, group } of changes) sums.set(group, (sums.get(group) ?? 0) + to - from);
  const along = (sum: number) => Math.max(0, sum * Math.sign(net));
  const unexplained = Math.min(along(sums.get(null) ?? 0), Math.abs(net)) * Math.sign(net);
  sums.delete(null);
  const [[cause] = [null]] = [...sums].sort(([, a], [, b]) => along(b) - along(a));
  const between = first.from + unexplained;
  return [
    { at: day.day, from: first.from, to: between, group: null },
    { at: day.day, from: between, to: day.balance, group: cause },
  ].filter(({ from, to }) => from !== to);
}

/** Each change of a day as its own riser, spread over the width of the day in filing order. The last is at the day itself. */
const walkRisers = (day: HoldingDay): Riser[] =>
  changesOf(day).map((change, index, all) => ({ ...change, at: day.day - 1 + (index + 1) / all.length }));

/** A day of a longer span is narrower than 3 px even on the widest plots. */
const WALKED_DAYS = 228;

const WIDEST_PLOT = 1_100;

/** @param entersAt the level at the left edge, if the line was already known before it */
export function drawnSteps(
  points: readonly HoldingPoint[],
  entersAt: number | null,
  { from, to }: { from: number; to: number },
): DrawnSteps {
  const days = holdingDays(points, Math.max(1, Math.floor((to - from) / WIDEST_PLOT)));
  const [first] = points;
  const start =
    entersAt === null
      ? { at: first?.day ?? from, level: first?.before ?? first?.start ?? 0 }
      : { at: from, level: entersAt };
  const net = days.flatMap(netRisers);
  const walk = to - from <= WALKED_DAYS ? days.flatMap(walkRisers) : net;
  return { start, net, walk: walk.length > net.length ? walk : null };
}
