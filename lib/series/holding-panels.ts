import { parseDecimal } from "@/lib/edgar/decimal";
import { rowId, type TableNumber } from "@/lib/edgar/reported-row";
import { type CodeGroup, codeGroup } from "@/lib/edgar/transaction-codes";
import { type Continuity, continuity, impliedPriorBalance } from "@/lib/holdings/continuity";
import { balanceRow, type HoldingChain, holdingChains, securityName, vehicleText } from "@/lib/holdings/holding-line";
import { dayNumber } from "./calendar-day";
import { rowDate, type SeriesRow } from "./series-row";
import type { TimeDomain } from "./time-axis";

/**
 * One report of a balance. The step goes from `before`, the level the line is drawn at, by a change that no row explains to
 * `start`, and from there by the row's own change to `balance`. Levels are floats and only for drawing.
 */
export type HoldingPoint = {
  key: string;
  accessionNumber: string;
  rowId: string;
  date: string;
  day: number;
  /** `null` where the line begins. */
  before: number | null;
  start: number;
  balance: number;
  /** Hue of the row's own change; `null` for a holding, which changes nothing. */
  group: CodeGroup | null;
  code: string | null;
  /** As reported: exact decimal text. */
  reported: string;
  /** Whether the balance follows from the line's one before. */
  check: Continuity;
  /** The part of the change that no row explains, exact; `null` where there is none or nothing to compare. */
  unexplained: string | null;
};

export type HoldingLine = {
  id: string;
  tableNumber: TableNumber;
  /** Title as last filed. */
  security: string;
  /** Of shares "direct" or the vehicle as filed, of a derivative its title. */
  label: string;
  /** How it is held, and the terms that set a grant apart. */
  fullLabel: string;
  directOrIndirect: string | null;
  points: HoldingPoint[];
  /** More than one where grants of a title are added up. */
  chains: number;
};

export type DrawnLine = HoldingLine & {
  /** Level at the left edge, where the line was already known before. */
  entersAt: number | null;
  /** Where the line ends: the last report, or the right edge if reports go on beyond it. */
  endsAt: { day: number; balance: number; isLastReport: boolean };
};

export type HoldingPanel = {
  tableNumber: TableNumber;
  title: string;
  lines: DrawnLine[];
  /** The highest level in view. */
  highest: number;
};

export type HoldingPanels = {
  panels: HoldingPanel[];
  /** Lines in view that are left to the table. */
  omitted: number;
  /** Titles whose grants are added up because there are more than four. */
  addedUp: string[];
  /** Reports in view, of all lines. */
  count: number;
  drawn: number;
};

export const linesInPanel = 4;
const panelLimit = 6;
const pointLimit = 1000;

const toPoint = (source: SeriesRow, prior: string | null, priorLevel: number | null): HoldingPoint | null => {
  const { row, filing } = source;
  const date = rowDate(source);
  const day = dayNumber(date);
  const reported = parseDecimal(row.sharesOwnedFollowing.value)?.toFixed();
  if (date === null || day === null || reported === undefined) return null;
  const check = continuity(prior, balanceRow(source));
  const balance = Number(reported);
  const implied = impliedPriorBalance(balanceRow(source));
  const isExplained = check.state === "consistent" || check.state === "not_comparable";
  const start = check.state === "consistent" && priorLevel !== null ? priorLevel : Number(implied ?? reported);
  return {
    key: `${filing.accessionNumber}#${rowId(row)}`,
    accessionNumber: filing.accessionNumber,
    rowId: rowId(row),
    date,
    day,
    before: priorLevel,
    start,
    balance,
    group: row.kind === "transaction" ? codeGroup(row.transactionCode ?? "") : null,
    code: row.transactionCode,
    reported,
    check,
    unexplained: isExplained ? null : check.difference,
  };
};

const pointsOf = ({ rows }: HoldingChain): HoldingPoint[] => {
  const points: HoldingPoint[] = [];
  let prior: string | null = null;
  for (const source of rows) {
    const point = toPoint(source, prior, prior === null ? null : Number(prior));
    if (!point) continue;
    points.push(point);
    prior = point.reported;
  }
  return points;
};

const termsLabel = ({ row }: SeriesRow): string | null => {
  const price = parseDecimal(row.conversionOrExercisePrice.value);
  const parts = [
    price?.gt(0) ? `at $${price.toFixed()}` : null,
    row.expirationDate.value ? `to ${row.expirationDate.value}` : null,
  ].filter((text) => text !== null);
  return parts.length > 0 ? parts.join(" ") : null;
};

const withoutFinalStop = (text: string) => text.replace(/\s*\.$/, "");

const ownershipLabel = (last: SeriesRow): string => {
  const vehicle = vehicleText(last);
  if (vehicle !== null) return withoutFinalStop(vehicle.replace(/^By\b/, "by"));
  return last.row.directOrIndirect.value === "I" ? "indirect" : "direct";
};

const lineOf = (chain: HoldingChain): HoldingLine | null => {
  const last = chain.rows.at(-1);
  const points = pointsOf(chain);
  if (!last || points.length === 0) return null;
  const security = last.row.securityTitle.value ?? "";
  const terms = chain.key.tableNumber === "II" ? termsLabel(last) : null;
  const isDerivative = chain.key.tableNumber === "II";
  const isDirect = last.row.directOrIndirect.value !== "I";
  const derivative = [security, isDirect ? null : ownershipLabel(last)].filter((text) => text !== null).join(", ");
  return {
    id: points[0]?.key ?? "",
    tableNumber: chain.key.tableNumber,
    security,
    label: isDerivative ? derivative : ownershipLabel(last),
    fullLabel: [ownershipLabel(last), terms].filter((text) => text !== null).join(", "),
    directOrIndirect: last.row.directOrIndirect.value,
    points,
    chains: 1,
  };
};

const inTime = (a: HoldingPoint, b: HoldingPoint) => a.day - b.day;

/** The sum of several lines: each report moves it by what it moves its own line. */
const addUp = (lines: readonly HoldingLine[]): HoldingLine | null => {
  const [first] = lines;
  if (!first) return null;
  const levels = new Map<HoldingLine, number>();
  const total = () => [...levels.values()].reduce((sum, level) => sum + level, 0);
  const reports = lines.flatMap((line) => line.points.map((point) => ({ line, point })));
  reports.sort((a, b) => inTime(a.point, b.point));
  const points = reports.map(({ line, point }): HoldingPoint => {
    const before = levels.size === 0 ? null : total();
    const others = total() - (levels.get(line) ?? 0);
    levels.set(line, point.balance);
    const known = line.points[0] !== point;
    const unexplained = known ? point.unexplained : point.start === 0 ? null : String(point.start);
    return { ...point, before, start: others + point.start, balance: total(), unexplained };
  });
  const label = `${lines.length} grants added up`;
  return { ...first, label: first.security, fullLabel: label, points, chains: lines.length };
};

const groupLines = <Line extends HoldingLine>(lines: readonly Line[], key: (line: Line) => string): Line[][] => {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(key(line));
    if (group) group.push(line);
    else groups.set(key(line), [line]);
  }
  return [...groups.values()];
};

const lastPoint = (line: HoldingLine): HoldingPoint | undefined => line.points.at(-1);

/** Direct first, then by the last balance. */
const byWeight = (a: DrawnLine, b: DrawnLine) =>
  Number(a.directOrIndirect === "I") - Number(b.directOrIndirect === "I") || b.endsAt.balance - a.endsAt.balance;

const inView = (line: HoldingLine, from: number, to: number): DrawnLine | null => {
  const last = lastPoint(line);
  if (!last || last.day < from) return null;
  const points = line.points.filter(({ day }) => day >= from && day <= to);
  const entering = line.points.findLast(({ day }) => day < from);
  const goesOn = last.day > to;
  const end = points.at(-1) ?? (goesOn ? entering : undefined);
  if (!end) return null;
  return {
    ...line,
    points,
    entersAt: entering?.balance ?? null,
    endsAt: { day: goesOn ? to : end.day, balance: end.balance, isLastReport: !goesOn },
  };
};

/** Where two lines would have one label, the terms or the vehicle say which is which. */
const toldApart = (lines: DrawnLine[]): DrawnLine[] =>
  lines.map((line) => {
    const isAlone = lines.every((other) => other === line || other.label !== line.label);
    return isAlone ? line : { ...line, label: `${line.label}, ${line.fullLabel.replace(/^direct, /, "")}` };
  });

const columns = 400;

/** Keeps of each line and column of the plot the first and last report and those that reach highest and lowest. */
const thin = (line: DrawnLine, from: number, to: number): DrawnLine => {
  const places = new Map<number, HoldingPoint[]>();
  for (const point of line.points) {
    const place = Math.floor(((point.day - from) / Math.max(1, to - from)) * columns);
    places.set(place, [...(places.get(place) ?? []), point]);
  }
  const points = [...places.values()].flatMap((inPlace) => {
    const highest = inPlace.reduce((a, b) => (b.balance > a.balance ? b : a));
    const lowest = inPlace.reduce((a, b) => (b.balance < a.balance ? b : a));
    const keep = new Set([inPlace[0], highest, lowest, inPlace.at(-1)]);
    return inPlace.filter((point) => keep.has(point));
  });
  let before = line.entersAt ?? line.points[0]?.before ?? null;
  const joined = points.map((point) => {
    const isBroken = before !== point.before;
    const next = { ...point, before, start: isBroken && before !== null ? before : point.start };
    before = point.balance;
    return next;
  });
  return { ...line, points: joined };
};

/** All lines of the rows, over all time: those of Table I first. */
export const holdingLines = (rows: readonly SeriesRow[]): HoldingLine[] =>
  holdingChains(rows)
    .map(lineOf)
    .filter((line) => line !== null)
    .sort((a, b) => (a.tableNumber < b.tableNumber ? -1 : Number(a.tableNumber > b.tableNumber)));

const levelsOf = (line: DrawnLine): number[] => [
  line.entersAt ?? 0,
  line.endsAt.balance,
  ...line.points.flatMap(({ start, balance }) => [start, balance]),
];

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/**
 * Lines as panels on the same time axis. Each security of Table I has its own, derivatives have theirs; a panel holds four
 * lines at most. Derivatives are drawn by grant (title, exercise price, expiry); where there are more than four, the grants
 * of one title are added up.
 */
export function holdingPanels(lines: readonly HoldingLine[], domain: TimeDomain): HoldingPanels {
  const from = dayNumber(domain.from) ?? Number.NEGATIVE_INFINITY;
  const to = dayNumber(domain.to) ?? Number.POSITIVE_INFINITY;
  const view = (candidates: readonly HoldingLine[]) =>
    candidates.map((line) => inView(line, from, to)).filter((line) => line !== null);

  const shares = view(lines.filter(({ tableNumber }) => tableNumber === "I"));
  const grants = lines.filter(({ tableNumber }) => tableNumber === "II");
  const tooMany = view(grants).length > linesInPanel;
  const sums = tooMany
    ? groupLines(grants, ({ security, directOrIndirect }) => `${securityName(security)}|${directOrIndirect}`)
        .map((group) => (group.length > 1 ? addUp(group) : (group[0] ?? null)))
        .filter((line) => line !== null)
    : grants;
  const derivatives = toldApart(view(sums));

  const bySecurity = groupLines(shares, ({ security }) => securityName(security));
  const groups = [...bySecurity, ...(derivatives.length > 0 ? [derivatives] : [])].map((group) => group.sort(byWeight));
  const count = [...shares, ...derivatives].reduce((sum, line) => sum + line.points.length, 0);
  const panels = groups.flatMap((group) =>
    chunks(group, linesInPanel).map((inPanel): HoldingPanel => {
      const [first] = inPanel;
      const drawn = count > pointLimit ? inPanel.map((line) => thin(line, from, to)) : inPanel;
      return {
        tableNumber: first?.tableNumber ?? "I",
        title: first?.tableNumber === "II" ? "Derivatives" : (first?.security ?? ""),
        lines: drawn,
        highest: Math.max(0, ...drawn.flatMap(levelsOf)),
      };
    }),
  );
  const shown = panels.slice(0, panelLimit);
  return {
    panels: shown,
    omitted: panels.slice(panelLimit).reduce((sum, panel) => sum + panel.lines.length, 0),
    addedUp: sums.filter(({ chains }) => chains > 1).map(({ security }) => security),
    count,
    drawn: shown.reduce(
      (sum, panel) => sum + panel.lines.reduce((inPanel, line) => inPanel + line.points.length, 0),
      0,
    ),
  };
}

/** The line that holds a row, by {@link rowKey}; a row without a balance in shares is on none. */
export const lineOfRow = (lines: readonly HoldingLine[], key: string): HoldingLine | null =>
  lines.find(({ points }) => points.some((point) => point.key === key)) ?? null;
