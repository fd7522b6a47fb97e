import { splitName } from "@/lib/holdings/describe-split";
import { dayNumber } from "@/lib/values/calendar-day";
import { formatShares } from "@/lib/values/decimals";
import type { HoldingLine, HoldingPoint } from "./holding-points";

type Report = { line: HoldingLine; point: HoldingPoint; isEnd: boolean };

/**
 * The sum of several grants: each report changes the sum by as much as it changes its own grant. A grant with a balance on its
 * last day leaves the sum on that day, because it expired by its terms, whether or not a report says so. An option that continues
 * at another price after a split also leaves the sum: its shares are now those of its new line.
 */
export function addedUp(lines: readonly HoldingLine[]): HoldingLine | null {
  const [first] = lines;
  if (!first) return null;
  const lastDay = Math.max(...lines.map(({ points }) => points.at(-1)?.day ?? Number.NEGATIVE_INFINITY));
  const reports = lines
    .flatMap((line): Report[] => [
      ...line.points.map((point) => ({ line, point, isEnd: false })),
      ...endOf(line, lastDay),
    ])
    .sort((a, b) => a.point.day - b.point.day || Number(b.isEnd) - Number(a.isEnd));
  const levels = new Map<HoldingLine, number>();
  const total = () => [...levels.values()].reduce((sum, level) => sum + level, 0);
  const points = reports.map(({ line, point, isEnd }): HoldingPoint => {
    const before = levels.size === 0 ? null : total();
    const others = total() - (levels.get(line) ?? 0);
    levels.set(line, point.balance);
    const isFirst = !isEnd && line.points[0] === point && point.start !== 0;
    const begun = isFirst
      ? { unexplained: String(point.start), gap: { ...NO_WORDS, label: `${amount(point.start)} first reported` } }
      : {};
    return { ...point, ...begun, before, start: others + point.start, balance: total() };
  });
  const fullLabel = `${lines.length} grants added up`;
  return { ...first, label: first.security, fullLabel, points, chains: lines.length, expiresOn: null, goesOnAs: null };
}

const NO_WORDS = { reason: null, words: null, from: null };

const amount = (shares: number) => formatShares(String(shares));

function endOf(line: HoldingLine, lastDay: number): Report[] {
  const last = line.points.at(-1);
  const [date, how] = line.goesOnAs
    ? [line.goesOnAs.on, `at another price since the ${splitName(line.goesOnAs.split)}`]
    : [line.expiresOn, "expired by its terms"];
  const day = dayNumber(date);
  if (!last || date === null || day === null || last.balance === 0 || day <= last.day || day > lastDay) return [];
  const point: HoldingPoint = {
    ...last,
    key: `${last.key} ended`,
    date,
    day,
    before: last.balance,
    start: 0,
    balance: 0,
    group: null,
    code: null,
    check: null,
    unexplained: String(-last.balance),
    gap: { ...NO_WORDS, label: `${amount(last.balance)} ${how}` },
  };
  return [{ line, point, isEnd: true }];
}
