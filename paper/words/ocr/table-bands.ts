import type { Area } from "./grey-image";
import type { Ruling } from "./rulings";

/** A row of drawn cells. */
export type Band = {
  top: number;
  bottom: number;
  cells: Area[];
  /** The edge of the page cuts the row: no ruling closes it there. */
  open?: "above" | "below";
};

const SAME_RULING = 8;

/**
 * Rows of drawn cells, from the top: between two horizontal rulings of the same width, divided by the vertical rulings that cross
 * the row.
 */
export function tableBands(levels: Ruling[], uprights: Ruling[]): Band[] {
  const lines = [...levels].sort((a, b) => a.at - b.at);
  const bands: Band[] = [];
  for (const [index, upper] of lines.entries()) {
    const lower = lines
      .slice(index + 1)
      .find(
        (line) =>
          line.at - upper.at > 9 &&
          Math.min(line.to, upper.to) - Math.max(line.from, upper.from) >
            0.9 * Math.max(line.to - line.from, upper.to - upper.from),
      );
    if (!lower) continue;
    const [top, bottom] = [upper.at + upper.thickness / 2, lower.at - lower.thickness / 2];
    const [left, right] = [Math.min(upper.from, lower.from), Math.max(upper.to, lower.to)];
    const slack = Math.max(6, (bottom - top) * 0.2);
    const crossing = uprights
      .filter(({ at, from, to }) => at > left - 8 && at < right + 8 && from <= top + slack && to >= bottom - slack)
      .sort((a, b) => a.at - b.at);
    const edges: { at: number; left: number; right: number }[] = [];
    for (const { at } of crossing) {
      if (edges.some((edge) => Math.abs(edge.at - at) < SAME_RULING)) continue;
      // A ruling that is not quite vertical is seen as pieces side by side. The space between them is not a cell.
      const pieces = uprights.filter(
        (other) => Math.abs(other.at - at) < SAME_RULING && other.from < bottom && other.to > top,
      );
      edges.push({
        at,
        left: Math.min(...pieces.map((piece) => piece.at - piece.thickness / 2)),
        right: Math.max(...pieces.map((piece) => piece.at + piece.thickness / 2)),
      });
    }
    if (edges.length < 2) continue;
    const cells = edges
      .slice(1)
      .map((edge, at) => ({ left: edges[at]?.right ?? edge.left, right: edge.left, top, bottom }));
    bands.push({ top, bottom, cells });
  }
  return [...openBands(bands, uprights), ...bands].sort((a, b) => a.top - b.top);
}

const FEWEST = 4;
const LEAST_HEIGHT = 12;

/** The row at the start or end of a page, where vertical rulings extend beyond the last horizontal one. */
function openBands(bands: Band[], uprights: Ruling[]): Band[] {
  const tables = bands.filter(({ cells }) => cells.length >= FEWEST);
  return [tables[0], tables.at(-1)].flatMap((band, index): Band[] => {
    if (!band) return [];
    const isAbove = index === 0;
    const edges = [...band.cells.map(({ left }) => left), band.cells.at(-1)?.right ?? 0];
    const beyond = edges.flatMap((x) => {
      const line = uprights.find(
        ({ at, from, to }) =>
          Math.abs(at - x) < 8 &&
          (isAbove
            ? to >= band.top - 10 && from < band.top - LEAST_HEIGHT
            : from <= band.bottom + 10 && to > band.bottom + LEAST_HEIGHT),
      );
      return line ? [isAbove ? line.from : line.to] : [];
    });
    if (beyond.length < 0.8 * edges.length) return [];
    const end = beyond.sort((a, b) => a - b)[beyond.length >> 1] ?? 0;
    const [top, bottom] = isAbove ? [end, band.top - 4] : [band.bottom + 4, end];
    if (
      bottom - top < LEAST_HEIGHT ||
      bands.some(
        (other) => other !== band && other.top < bottom - 6 && other.bottom > top + 6 && other.cells.length >= FEWEST,
      )
    )
      return [];
    return [
      { top, bottom, open: isAbove ? "above" : "below", cells: band.cells.map((cell) => ({ ...cell, top, bottom })) },
    ];
  });
}
