/** A transformation of the plane as a PDF writes it: `[a b c d e f]`. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that applies first `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function transform(matrix: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: matrix[0] * x + matrix[2] * y + matrix[4], y: matrix[1] * x + matrix[3] * y + matrix[5] };
}

/** A matrix from a value of the PDF library, or null if it is not one. */
export function asMatrix(value: unknown): Matrix | null {
  const [a, b, c, d, e, f] = asNumbers(value);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  if (e === undefined || f === undefined) return null;
  return [a, b, c, d, e, f];
}

/** The numbers of an array or a typed array; empty if any element is not a number. */
export function asNumbers(value: unknown): number[] {
  const items = Array.isArray(value) ? value : ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : [];
  return items.every((item) => typeof item === "number" && Number.isFinite(item)) ? items : [];
}
