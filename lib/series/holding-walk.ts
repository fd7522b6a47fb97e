import Big from "big.js";
import { holdingChains } from "@/lib/holdings/holding-chains";
import { balanceRow, isClassOfShares, isOnlyPointer, securityName, vehicleText } from "@/lib/holdings/holding-line";
import { inTime } from "@/lib/holdings/in-time";
import { type CheckedRow, lineChecks } from "@/lib/holdings/line-checks";
import { onlyHolder } from "@/lib/holdings/row-holder";
import { ownTransfers, statedTransfer } from "@/lib/holdings/transfer-pairs";
import { vehicleName } from "@/lib/holdings/vehicle-name";
import { impliedPriorBalance } from "@/lib/record/continuity";
import type { ReportedRow } from "@/lib/record/reported-row";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { type CodeGroup, chipWord, codeGroup } from "@/lib/record/transaction-codes";
import { parseDecimal } from "@/lib/values/decimal";
import { formatShares } from "@/lib/values/decimals";

/** One level of the walk. Amounts are exact decimal text. */
type WalkStep = {
  balance: string;
  /** The change that the rows report, with its sign in the number. */
  change: string;
  group: CodeGroup;
  /** "after exercise", "after second sale", "after 12 sales". */
  label: string;
  /** What the rows do not explain. */
  unexplained: string | null;
  rowIds: string[];
};

export type WalkSeries = {
  security: string;
  directOrIndirect: string | null;
  vehicle: string | null;
  /** How many holdings of Table I the filing's transactions change. This is the one with the most rows. */
  holdings: number;
  /** Whether the filing also states another class of shares of the same holder. */
  isOneOfClasses: boolean;
  opening: string;
  steps: WalkStep[];
  /** Axis of the drawing, as floats. It need not start at 0. */
  axis: { from: number; to: number };
};

/** How the security is held: "held directly", or "held indirectly" with the vehicle if its name is short. */
export const describeHeld = ({
  directOrIndirect,
  vehicle,
}: Pick<WalkSeries, "directOrIndirect" | "vehicle">): string => {
  if (directOrIndirect !== "I") return "held directly";
  if (!vehicle || vehicle.length > 60) return "held indirectly";
  // A full stop after a sentence is left out, but not that of "L.P." or "Inc."
  return `held indirectly (${vehicle.replace(/(?<!\.\w|\b(?:Inc|Ltd|Corp|Co|Jr|Sr))\.$/i, "")})`;
};

const stepLimit = 6;

/** The narrowest drawing, in px, and the approximate width of a digit of a balance. */
const narrowest = { width: 358, digit: 7.3, gap: 7 };

/** How many levels fit side by side with their balances above them. */
const roomFor = (moves: readonly Move[]): number => {
  const longest = Math.max(...moves.map(({ balance }) => formatShares(balance)?.length ?? 0));
  return Math.floor(narrowest.width / (narrowest.digit * longest + narrowest.gap));
};

type Move = { word: string; group: CodeGroup; change: Big; balance: string; unexplained: Big; rowId: string };

/** Instead of the words on chips that are no nouns: "after 2 other trades". */
const NOUNS = new Map([
  ["F", "tax withholding"],
  ["D", "return"],
  ["J", "other trade"],
]);

const moveOf = ({ source, check }: CheckedRow, isTransfer: (row: ReportedRow) => boolean): Move | null => {
  const { row } = source;
  const implied = impliedPriorBalance(balanceRow(source));
  if (check.reported === null || implied === null) return null;
  const code = row.transactionCode ?? "";
  return {
    word: isTransfer(row)
      ? "transfer"
      : (NOUNS.get(code) ??
        chipWord(code, { hasExercisePrice: parseDecimal(row.pricePerShare.value)?.gt(0) ?? false }).toLowerCase()),
    group: codeGroup(code),
    change: new Big(check.reported).minus(implied),
    balance: check.reported,
    unexplained: new Big(check.state === "gap" ? (check.difference ?? 0) : 0),
    rowId: `${row.tableNumber}-${row.line}`,
  };
};

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];

const joinable = (a: Move, b: Move) => a.word === b.word && b.unexplained.eq(0);

/** Joins neighbouring rows with the same word into one step, if single rows would be too many. */
const runs = (moves: readonly Move[]): Move[][] => {
  const joined: Move[][] = [];
  for (const move of moves) {
    const last = joined.at(-1);
    if (last?.[0] && joinable(last[0], move)) last.push(move);
    else joined.push([move]);
  }
  return joined;
};

const plural = (word: string) =>
  word.endsWith("e") || word.endsWith("g") || word.endsWith("t") || word.endsWith("n") || word.endsWith("r")
    ? `${word}s`
    : word;

const labelOf = (run: Move[], all: readonly Move[][]): string => {
  const word = run[0]?.word ?? "";
  if (run.length > 1) return `after ${run.length} ${plural(word)}`;
  const same = all.filter((other) => other.length === 1 && other[0]?.word === word);
  const ordinal = ordinals[same.indexOf(run)];
  return same.length > 1 && ordinal ? `after ${ordinal} ${word}` : `after ${word}`;
};

const roomUnderLowest = 0.15;

const axisOf = (levels: number[]): { from: number; to: number } => {
  const lowest = Math.min(...levels);
  const highest = Math.max(...levels);
  const range = highest - lowest || highest || 1;
  const from = lowest - roomUnderLowest * range;
  if (from <= 0 || range > highest / 2) return { from: 0, to: highest || 1 };
  const step = 10 ** Math.floor(Math.log10(range)) / 5;
  return { from: Math.max(0, Math.floor(from / step) * step), to: highest };
};

/** The lines of a filing as it was filed, without later amendments. */
function linesOf(rows: readonly SeriesRow[]): CheckedRow[][] {
  const ordered = inTime(rows);
  const lines = new Map<string, CheckedRow[]>();
  for (const checked of lineChecks(holdingChains(ordered), ordered)) {
    const line = lines.get(checked.line) ?? [];
    lines.set(checked.line, line);
    if (checked.source.row.kind === "transaction") line.push(checked);
  }
  return [...lines.values()];
}

/** The lines of Table I, the one with the most rows first; among equals, the one held directly, then the first on the form. */
const mainLines = (lines: readonly CheckedRow[][]): CheckedRow[][] =>
  lines
    .filter(([first]) => first?.source.row.tableNumber === "I")
    .sort((a, b) => b.length - a.length || Number(isIndirect(a)) - Number(isIndirect(b)));

const isIndirect = ([first]: readonly CheckedRow[]) => first?.source.row.directOrIndirect.value === "I";

/** The vehicle's name, as the row or the only footnote that names a single holder has it, or else the words of the row. */
const vehicleOf = ({ row, filing: { facts, notes } }: SeriesRow): string | null =>
  vehicleName(row, facts) ??
  (isOnlyPointer(row.natureOfOwnership.value) ? onlyHolder(row, facts) : null) ??
  vehicleText(row, notes);

function isOneOfClasses(one: SeriesRow, rows: readonly SeriesRow[]): boolean {
  const [security, vehicle] = [securityName(one.row.securityTitle.value), vehicleOf(one)];
  return rows.some(
    (other) =>
      securityName(other.row.securityTitle.value) !== security &&
      (other.row.tableNumber === "I" || isClassOfShares(other.row.securityTitle.value)) &&
      other.row.directOrIndirect.value === one.row.directOrIndirect.value &&
      vehicleOf(other) === vehicle,
  );
}

/**
 * The walk from the balance before a filing's first row to the balance after its last. `rows` are those of one filing. `null` if
 * Table I has no transaction with a balance, or if there are more different steps than fit.
 */
export function holdingWalk(rows: readonly SeriesRow[]): WalkSeries | null {
  const lines = mainLines(linesOf(rows));
  const [line] = lines;
  const first = line?.[0]?.source;
  const opening = first ? impliedPriorBalance(balanceRow(first)) : null;
  if (!line || !first || opening === null) return null;
  const own = new Set(
    ownTransfers(rows.map(({ row }) => row)).flatMap(({ given, received }) => [...given, ...received]),
  );
  const isTransfer = (row: ReportedRow) => own.has(row) || statedTransfer(row, first.filing.facts) !== null;
  const moves: Move[] = [];
  for (const checked of line) {
    const move = moveOf(checked, isTransfer);
    if (!move) return null;
    moves.push(move);
  }
  const parts = moves.length + 1 > Math.min(roomFor(moves), stepLimit + 1) ? runs(moves) : moves.map((move) => [move]);
  if (parts.length > stepLimit) return null;
  const steps = parts.flatMap((run): WalkStep[] => {
    const last = run.at(-1);
    if (!last) return [];
    const unexplained = run.reduce((sum, move) => sum.plus(move.unexplained), new Big(0));
    return [
      {
        balance: last.balance,
        change: run.reduce((sum, move) => sum.plus(move.change), new Big(0)).toFixed(),
        group: last.group,
        label: labelOf(run, parts),
        unexplained: unexplained.eq(0) ? null : unexplained.toFixed(),
        rowIds: run.map(({ rowId }) => rowId),
      },
    ];
  });
  return {
    security: first.row.securityTitle.value ?? "",
    directOrIndirect: first.row.directOrIndirect.value,
    vehicle: vehicleOf(first),
    holdings: lines.length,
    isOneOfClasses: isOneOfClasses(first, rows),
    opening,
    steps,
    axis: axisOf([Number(opening), ...steps.map(({ balance }) => Number(balance))]),
  };
}
