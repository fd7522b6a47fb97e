import type { Piece } from "@/paper/words/source-lines";

/** A piece of a column, with its line number within the table. */
export type ColumnPiece = { piece: Piece; at: number; shape: PieceShape };

/** A lone `$` begins a price whose number is on the next line. Marks end a cell, alone or after a text. */
export type PieceShape = "dollar" | "value" | "marks" | "marked value";

/** A row by the line of its middle. `isBroken`: a page ends below it, and its cells may continue above the next row. */
export type RowMiddle = { at: number; isBroken: boolean };

/** `isSingle`: the column has one value in each row. `whenEmpty`: the cost of an empty cell. */
export type PartedColumn = { pieces: ColumnPiece[]; isSingle: boolean; whenEmpty: number };

/** The lines of a row, from (inclusive) to (exclusive). `contested`: lines that a division nearly as good adds or removes. */
export type RowBand = { from: number; to: number; contested: Set<number> };

const NEVER = Number.POSITIVE_INFINITY;
const CLEARLY = 0.4;
const KEPT = 3;

type Way = { cost: number; starts: number[] };

/**
 * Divides the lines of a table into rows: no line belongs to two rows, and the cells of a row are centred next to each other, or
 * begin on the same line if `isTop`. `blanks`: lines that follow a blank line in the text. A row seldom continues over one.
 */
export function partRows(
  columns: PartedColumn[],
  rows: RowMiddle[],
  count: number,
  { isTop, blanks }: { isTop: boolean; blanks: Set<number> },
): { bands: RowBand[]; cost: number } {
  const heights = heightsOf(columns, count);
  let reached = new Map<number, Way[]>([[0, [{ cost: 0, starts: [] }]]]);
  rows.forEach((row, index) => {
    const next = new Map<number, Way[]>();
    const following = rows[index + 1];
    const last = Math.ceil(following ? following.at : count);
    for (const [start, ways] of reached) {
      if (start > Math.floor(row.at)) continue;
      for (let end = Math.floor(row.at) + 1; end <= last; end++) {
        if (!following && end !== count) continue;
        const cost = bandCost(columns, row, start, end, isTop, blanks, heights);
        if (cost === NEVER) continue;
        const here = next.get(end) ?? [];
        for (const way of ways) here.push({ cost: way.cost + cost, starts: [...way.starts, start] });
        next.set(end, here);
      }
    }
    reached = new Map([...next].map(([end, ways]) => [end, ways.sort((a, b) => a.cost - b.cost).slice(0, KEPT)]));
  });
  const ways = [...reached.values()].flat().sort((a, b) => a.cost - b.cost);
  const [best, ...others] = ways;
  if (!best) return { bands: [], cost: NEVER };
  const bandsOf = ({ starts }: Way) => starts.map((from, index) => ({ from, to: starts[index + 1] ?? count }));
  const bands = bandsOf(best).map((band) => ({ ...band, contested: new Set<number>() }));
  for (const other of others.filter(({ cost }) => cost - best.cost < CLEARLY)) {
    bandsOf(other).forEach((band, index) => {
      const own = bands[index];
      if (!own) return;
      for (const [one, two] of [
        [own.from, band.from],
        [own.to, band.to],
      ] as const) {
        for (let at = Math.min(one, two); at < Math.max(one, two); at++) own.contested.add(at);
      }
    });
  }
  return { bands, cost: best.cost };
}

/**
 * The height of each line, in lines of a cell. If cells with an even and an odd number of lines are centred next to each other,
 * their lines come out separately, half a line apart. Two neighbouring lines without a common column are taken for such lines.
 */
function heightsOf(columns: PartedColumn[], count: number): number[] {
  const lines = Array.from({ length: count }, () => new Set<number>());
  columns.forEach(({ pieces }, column) => {
    for (const { at } of pieces) lines[at]?.add(column);
  });
  let height = 0;
  return lines.map((line, at) => {
    const above = lines[at - 1];
    if (above) height += [...line].some((column) => above.has(column)) ? 1 : 0.5;
    return height;
  });
}

/** The height at a line, or between two. */
const heightAt = (heights: number[], at: number) => {
  const [above, below] = [heights[Math.floor(at)] ?? 0, heights[Math.ceil(at)] ?? 0];
  return above + (below - above) * (at - Math.floor(at));
};

function bandCost(
  columns: PartedColumn[],
  row: RowMiddle,
  from: number,
  to: number,
  isTop: boolean,
  blanks: Set<number>,
  heights: number[],
): number {
  let cost = 0;
  for (let at = from + 1; at < to; at++) if (blanks.has(at)) cost += 3;
  for (const { pieces, isSingle, whenEmpty } of columns) {
    const own = pieces.filter(({ at }) => at >= from && at < to);
    cost += own.length === 0 ? whenEmpty : cellCost(own, row, isTop, isSingle, heights);
    if (cost === NEVER) return NEVER;
  }
  return cost;
}

/** The cost of joining a piece to the one above it in the same cell. */
function joinCost(above: PieceShape | undefined, below: PieceShape | undefined, isSingle: boolean): number {
  const isValue = below === "value" || below === "marked value";
  if (isSingle) {
    if (below === "dollar" || (below === "marks" && above === "dollar")) return 8;
    // Marks are a little higher than their value, and may be on the line above.
    if (above === "marks") return isValue ? 1 : 2.5;
    return isValue && above !== "dollar" ? 8 : 0;
  }
  return isValue && (above === "marks" || above === "marked value") ? 4 : 0;
}

function cellCost(pieces: ColumnPiece[], row: RowMiddle, isTop: boolean, isSingle: boolean, heights: number[]): number {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return 0;
  const values = pieces.filter(({ shape }) => shape === "value" || shape === "marked value").length;
  let cost = (last.shape === "dollar" ? 2 : 0) + (isSingle && values > 1 ? 8 : 0);
  for (let index = 1; index < pieces.length; index++) {
    cost += joinCost(pieces[index - 1]?.shape, pieces[index]?.shape, isSingle);
    // Rows repeat each other's texts, but a text seldom repeats its first line, so a repetition begins the next row.
    if (!isSingle && pieces[index]?.piece.text === first.piece.text) cost += 3;
  }
  const yOf = ({ at }: { at: number }) => heightAt(heights, at);
  const off = Math.abs((isTop ? yOf(first) : (yOf(first) + yOf(last)) / 2) - yOf(row));
  // If cells begin on the line of their row, none can begin above it.
  if (isTop && yOf(first) < yOf(row) - 0.6) cost += 4;
  // Marks alone are a little above the middle.
  const lift = pieces.every(({ shape }) => shape === "marks") ? 0.5 : 0;
  return cost + Math.max(0, (row.isBroken ? Math.min(off, Math.abs(yOf(first) - yOf(row)) + 0.1) : off) - lift);
}
