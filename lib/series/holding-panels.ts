import { type DerivedLine, derivedLines } from "@/lib/holdings/derived-lines";
import { drawnSplits, effectiveDay } from "@/lib/holdings/drawn-splits";
import { securityName, vehicleText } from "@/lib/holdings/holding-line";
import { type Successor, splitSuccessors } from "@/lib/holdings/split-successors";
import type { Split } from "@/lib/holdings/splits";
import { vehicleName } from "@/lib/holdings/vehicle-name";
import type { TableNumber } from "@/lib/record/reported-row";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { dayNumber } from "@/lib/values/calendar-day";
import { parseDecimal } from "@/lib/values/decimal";
import { withoutFinalStop } from "@/lib/values/final-stop";
import { groupBy } from "@/lib/values/group-by";
import { addedUp } from "./added-up-grants";
import { type DrawnSteps, drawnSteps } from "./holding-days";
import { type HoldingLine, type HoldingPoint, holdingPoints } from "./holding-points";
import type { TimeDomain } from "./time-axis";

export type DrawnLine = HoldingLine & {
  /** The level at the left edge, if the line was already known before it. */
  entersAt: number | null;
  steps: DrawnSteps;
  /** The end of the line: the last report, or the right edge if there are later reports. */
  endsAt: { day: number; balance: number; reported: string; isLastReport: boolean };
};

export type HoldingPanel = {
  tableNumber: TableNumber;
  title: string;
  /** Whether its lines are too small for the first panel of their security. */
  isSmaller: boolean;
  lines: DrawnLine[];
  /** The highest level in view. */
  highest: number;
  /** Splits in view that affect its lines. */
  splits: readonly Split[];
};

export type HoldingPanels = {
  panels: HoldingPanel[];
  /** Lines in view that only the table shows. */
  omitted: number;
  /** Titles whose grants are added up because there are more than four. */
  addedUp: string[];
};

const linesInPanel = 4;
const panelLimit = 8;
/** A line under a twentieth of the largest would lie on the axis. */
const smallestPart = 1 / 20;

const termsLabel = ({ row }: SeriesRow): string | null => {
  const price = parseDecimal(row.conversionOrExercisePrice.value);
  const parts = [
    price?.gt(0) ? `at $${price.toFixed()}` : null,
    row.expirationDate.value ? `to ${row.expirationDate.value}` : null,
  ].filter((text) => text !== null);
  return parts.length > 0 ? parts.join(" ") : null;
};

const ownershipLabel = (last: SeriesRow): string => {
  const vehicle = vehicleName(last.row, last.filing.facts) ?? vehicleText(last.row, last.filing.notes);
  if (vehicle !== null) return withoutFinalStop(vehicle.replace(/^By\b/, "by"));
  return last.row.directOrIndirect.value === "I" ? "indirect" : "direct";
};

const lineOf = (line: DerivedLine, splits: readonly Split[], goesOnAs: Successor | null): HoldingLine | null => {
  const last = line.rows.at(-1);
  const points = holdingPoints(line, splits);
  if (!last || points.length === 0) return null;
  const security = last.row.securityTitle.value ?? "";
  const isDerivative = last.row.tableNumber === "II";
  const terms = isDerivative ? termsLabel(last) : null;
  const isDirect = last.row.directOrIndirect.value !== "I";
  const derivative = [security, isDirect ? null : ownershipLabel(last)].filter((text) => text !== null).join(", ");
  return {
    id: line.id,
    tableNumber: last.row.tableNumber,
    security,
    label: isDerivative ? derivative : ownershipLabel(last),
    fullLabel: [ownershipLabel(last), terms].filter((text) => text !== null).join(", "),
    directOrIndirect: last.row.directOrIndirect.value,
    points,
    chains: 1,
    expiresOn: isDerivative ? last.row.expirationDate.value : null,
    splits,
    goesOnAs,
  };
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
    steps: drawnSteps(points, entering?.balance ?? null, { from, to }),
    endsAt: {
      day: goesOn ? to : Math.max(...points.map(({ day }) => day)),
      balance: end.balance,
      reported: line.chains > 1 ? String(end.balance) : end.reported,
      isLastReport: !goesOn,
    },
  };
};

/** Distinguishes lines with the same label by their terms or, if these are equal too, by their first report or a number. */
const toldApart = (lines: readonly DrawnLine[]): DrawnLine[] =>
  lines.map((line) => {
    const alike = lines.filter(({ label }) => label === line.label);
    if (alike.length === 1) return line;
    const ways = [
      ({ fullLabel }: DrawnLine) => fullLabel.replace(/^direct, /, ""),
      ({ points: [first] }: DrawnLine) => `from ${first?.date}`,
      (each: DrawnLine) => `no. ${alike.indexOf(each) + 1}`,
    ];
    const way = ways.find((words) => new Set(alike.map(words)).size === alike.length);
    return way ? { ...line, label: `${line.label}, ${way(line)}` } : line;
  });

/** All lines of the rows of one issuer, over all time, those of Table I first. */
export function holdingLines(rows: readonly SeriesRow[], splits: readonly Split[] = []): HoldingLine[] {
  const lines = derivedLines(rows);
  const drawn = drawnSplits(lines, splits);
  const successors = splitSuccessors(lines, splits);
  return lines
    .map((line) => lineOf(line, drawn.get(line.id) ?? [], successors.get(line.id) ?? null))
    .filter((line) => line !== null)
    .sort((a, b) => (a.tableNumber < b.tableNumber ? -1 : Number(a.tableNumber > b.tableNumber)));
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

const peakOf = ({ steps: { start, net, walk } }: DrawnLine): number =>
  Math.max(start.level, ...[...net, ...(walk ?? [])].flatMap(({ from, to }) => [from, to]));

/** Lines whose levels can share a scale, largest first. A line that is always 0 needs no scale. */
const byScale = (lines: readonly DrawnLine[]): DrawnLine[][] => {
  const groups: DrawnLine[][] = [];
  let largest = 0;
  for (const line of lines.toSorted((a, b) => peakOf(b) - peakOf(a))) {
    const peak = peakOf(line);
    const group = groups.at(-1);
    if (group && (peak === 0 || peak >= largest * smallestPart)) group.push(line);
    else {
      groups.push([line]);
      largest = peak;
    }
  }
  return groups.map((group) => group.sort(byWeight));
};

/**
 * Lines as panels on the same time axis. Each security of Table I has its own panels, and so do derivatives; a panel has at most
 * four lines, none of which is under 5 % of the largest. Derivatives are drawn by grant (title, exercise price, expiry). If
 * there are more than four, the grants of one title are added up.
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
    ? [...groupBy(grants, ({ security, directOrIndirect }) => `${securityName(security)}|${directOrIndirect}`).values()]
        .map((group) => (group.length > 1 ? addedUp(group) : (group[0] ?? null)))
        .filter((line) => line !== null)
    : grants;
  const derivatives = toldApart(view(sums));

  const bySecurity = [...groupBy(shares, ({ security }) => securityName(security)).values()].map(toldApart);
  const securities = [...bySecurity, ...(derivatives.length > 0 ? [derivatives] : [])];
  const groups = securities.flatMap((lines) =>
    byScale(lines).flatMap((scale, index) =>
      chunks(scale, linesInPanel).map((inPanel) => ({ inPanel, isSmaller: index > 0 })),
    ),
  );
  const panels = groups.map(({ inPanel, isSmaller }): HoldingPanel => {
    const [first] = inPanel;
    return {
      tableNumber: first?.tableNumber ?? "I",
      title: first?.tableNumber === "II" ? "Derivatives" : (first?.security ?? ""),
      isSmaller,
      lines: inPanel,
      highest: Math.max(0, ...inPanel.map(peakOf)),
      splits: [...new Set(inPanel.flatMap(({ splits }) => splits))].filter(
        (split) => effectiveDay(split) > domain.from && effectiveDay(split) <= domain.to,
      ),
    };
  });
  const shown = panels.slice(0, panelLimit);
  return {
    panels: shown,
    omitted: panels.slice(panelLimit).reduce((sum, panel) => sum + panel.lines.length, 0),
    addedUp: sums.filter(({ chains }) => chains > 1).map(({ security }) => security),
  };
}

/** The line that contains a row, by {@link rowKey}. A row without a balance in shares is on no line. */
export const lineOfRow = (lines: readonly HoldingLine[], key: string): HoldingLine | null =>
  lines.find(({ points }) => points.some((point) => point.key === key)) ?? null;
