import { describe, expect, it } from "vitest";
import { type ColumnPiece, type PieceShape, partRows } from "./part-rows";

const piece = (at: number, text: string, shape: PieceShape = "value"): ColumnPiece => ({
  at,
  shape,
  piece: { text, page: 1, line: at + 1, from: 0, to: text.length },
});

const rowsAt = (...lines: number[]) => lines.map((at) => ({ at, isBroken: false }));
const bandsOf = (parting: ReturnType<typeof partRows>) => parting.bands.map(({ from, to }) => [from, to]);

describe("the lines of a table", () => {
  it("are divided so that titles are centred next to the values of their rows", () => {
    const titles = ["Series A", "Preferred", "Stock", "Common", "Stock", "Units"].map((text, at) => piece(at, text));
    const columns = [
      { pieces: titles, isSingle: false, whenEmpty: 6 },
      { pieces: [piece(1, "D"), piece(4, "I")], isSingle: true, whenEmpty: 1.5 },
    ];
    const parting = partRows(columns, rowsAt(1, 4), 6, { isTop: false, blanks: new Set() });
    expect(bandsOf(parting)).toEqual([
      [0, 3],
      [3, 6],
    ]);
    expect(parting.bands.every(({ contested }) => contested.size === 0)).toBe(true);
  });

  it("are contested if they may belong to either of two rows", () => {
    const columns = [
      { pieces: [piece(0, "By Trust"), piece(1, "One"), piece(2, "By Spouse")], isSingle: false, whenEmpty: 0 },
      { pieces: [piece(0, "I"), piece(2, "I")], isSingle: true, whenEmpty: 1.5 },
    ];
    const { bands } = partRows(columns, rowsAt(0, 2), 3, { isTop: false, blanks: new Set() });
    expect(bands.some(({ contested }) => contested.has(1))).toBe(true);
  });

  it("are divided at a blank line", () => {
    const columns = [
      { pieces: [piece(0, "By Trust"), piece(1, "One"), piece(2, "By Spouse")], isSingle: false, whenEmpty: 0 },
      { pieces: [piece(0, "I"), piece(2, "I")], isSingle: true, whenEmpty: 1.5 },
    ];
    const parting = partRows(columns, rowsAt(0, 2), 3, { isTop: false, blanks: new Set([2]) });
    expect(bandsOf(parting)).toEqual([
      [0, 2],
      [2, 3],
    ]);
  });
});
