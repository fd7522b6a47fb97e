import { areToldApart, type ComparedRow, rowsBy, tradeWithout } from "./compared-row";
import type { RowMatching, RowPair } from "./row-matching";

/**
 * What the balances of two rows of one line show: that one restates the other; that it comes before or after a current row, and
 * adds to it, or may; nothing, because all rows of the line state the balance after the last of them; or nothing at all.
 */
export type BalanceEvidence = "restates" | "adds" | "may add" | "flat" | null;

const lineOf = tradeWithout("date", "code", "letter");

/** Transactions by line, each line in the order of the form. */
const byLine = (rows: readonly ComparedRow[]) =>
  rowsBy(rows, (row) => (row.kind === "transaction" ? lineOf(row) : null));

export function balanceEvidence({ standing, restating, pairs }: RowMatching): (pair: RowPair) => BalanceEvidence {
  const lines = byLine(standing);
  const restatingLines = byLine(restating);
  const flat = new Set([...flatLines(lines), ...flatLines(restatingLines)]);
  const after = balancesOf(lines, ({ balance }) => balance || null);
  const before = balancesOf(lines, ({ prior }) => prior);
  const neighbours = new Map([...neighboursIn(lines), ...neighboursIn(restatingLines)]);

  /** The amendment's row belongs at the place of the other: it follows from the row before, or the row after follows from it. */
  const isInPlace = ({ standing, restating }: RowPair): boolean => {
    const { last, next } = neighbours.get(standing) ?? {};
    const lastRestating = neighbours.get(restating)?.last;
    if (last && last.balance === restating.prior) return true;
    if (next && next.prior === restating.balance && next.prior !== standing.balance) return true;
    return (
      last !== undefined &&
      lastRestating !== undefined &&
      pairs.get(last) === lastRestating &&
      last.balance === standing.prior &&
      lastRestating.balance === restating.prior
    );
  };

  const isBorneOut = (standing: ComparedRow): boolean => {
    const { last, next } = neighbours.get(standing) ?? {};
    return last?.balance === standing.prior || next?.prior === standing.balance;
  };

  return (pair) => {
    const { standing, restating } = pair;
    const line = lineOf(standing);
    if (flat.has(line) || flat.has(lineOf(restating))) return "flat";
    if (standing.prior === null || restating.prior === null || areToldApart(standing, restating)) return null;
    // A grant may be reported on a line of its own, which begins at zero: that does not distinguish it from another.
    if (standing.prior === restating.prior) return standing.prior === "0" ? null : "restates";
    if (standing.balance === restating.balance) return null;
    // A balance that left out the row's own shares looks the same, unless another row confirms it.
    if (restating.prior === standing.balance || restating.balance === standing.prior) {
      return isBorneOut(standing) ? "adds" : "may add";
    }
    if (isInPlace(pair)) return "restates";
    return after.get(line)?.has(restating.prior) || before.get(line)?.has(restating.balance) ? "adds" : null;
  };
}

type Lines = ReadonlyMap<string, readonly ComparedRow[]>;

type Neighbours = { last: ComparedRow | undefined; next: ComparedRow | undefined };

const neighboursIn = (lines: Lines): [ComparedRow, Neighbours][] =>
  [...lines.values()].flatMap((rows) =>
    rows.map((row, index): [ComparedRow, Neighbours] => [row, { last: rows[index - 1], next: rows[index + 1] }]),
  );

/** Lines with a row that changes the balance but states the balance of the row before. */
const flatLines = (lines: Lines): string[] =>
  [...lines].flatMap(([line, rows]) => {
    const isFlat = rows.some(
      ({ balance, amount }, index) => balance !== "" && amount !== "0" && balance === rows[index - 1]?.balance,
    );
    return isFlat ? [line] : [];
  });

const balancesOf = (lines: Lines, balanceOf: (row: ComparedRow) => string | null): Map<string, Set<string>> =>
  new Map([...lines].map(([line, rows]) => [line, new Set(rows.flatMap((row) => balanceOf(row) ?? []))]));
