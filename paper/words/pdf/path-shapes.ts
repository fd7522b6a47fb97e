import type { Rectangle } from "@/paper/words/box";
import { asNumbers, type Matrix, transform } from "./matrix";

type Point = { x: number; y: number };
type Stroke = { from: Point; to: Point; isCurve: boolean };

/** A line of a form is at most this thick, in points. */
const THICKEST_RULING = 3;
/** The smallest and largest size of a checkbox, in points. */
const SMALLEST_SHAPE = 1.5;
const LARGEST_SHAPE = 24;

/** The rulings of a path (its thin parts, or its horizontal and vertical strokes) and the small shapes in it. */
export function pathShapes(
  data: unknown,
  matrix: Matrix,
  how: { lineWidth: number; isStroked: boolean; isFilled: boolean },
): { rulings: Rectangle[]; shapes: (Rectangle & { isOblique: boolean })[] } {
  const rulings: Rectangle[] = [];
  const shapes: (Rectangle & { isOblique: boolean })[] = [];
  const half = (how.lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))) / 2;
  for (const strokes of partsOf(asNumbers(data), matrix)) {
    const box = boxOf(strokes.flatMap(({ from, to }) => [from, to]));
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    const isThin = Math.min(width, height) <= THICKEST_RULING && Math.max(width, height) > THICKEST_RULING;
    if (how.isFilled && isThin) rulings.push(box);
    else if (how.isStroked && half * 2 <= THICKEST_RULING) {
      for (const { from, to, isCurve } of strokes) {
        const edge = boxOf([from, to]);
        const isLevel = edge.bottom - edge.top < 0.1 && edge.right - edge.left > THICKEST_RULING;
        const isUpright = edge.right - edge.left < 0.1 && edge.bottom - edge.top > THICKEST_RULING;
        if (isCurve || !(isLevel || isUpright)) continue;
        rulings.push({
          left: edge.left - (isUpright ? half : 0),
          right: edge.right + (isUpright ? half : 0),
          top: edge.top - (isLevel ? half : 0),
          bottom: edge.bottom + (isLevel ? half : 0),
        });
      }
    }
    const side = Math.max(width, height);
    if (side >= SMALLEST_SHAPE && side <= LARGEST_SHAPE) {
      // The sides of a border also have diagonal ends, but they are thin.
      const isOblique =
        Math.min(width, height) > 0.4 * side &&
        strokes.some(
          ({ from, to, isCurve }) =>
            !isCurve && Math.abs(to.x - from.x) > 0.15 * side && Math.abs(to.y - from.y) > 0.15 * side,
        );
      shapes.push({ ...box, isOblique });
    }
  }
  return { rulings, shapes };
}

/** The parts of a path: points are followed from each move to the next. */
function partsOf(data: number[], matrix: Matrix): Stroke[][] {
  const parts: Stroke[][] = [];
  let part: Stroke[] = [];
  let start: Point = { x: 0, y: 0 };
  let at = start;
  const finish = () => {
    if (part.length > 0) parts.push(part);
    part = [];
  };
  let index = 0;
  const next = () => transform(matrix, data[index++] ?? 0, data[index++] ?? 0);
  const go = (to: Point, isCurve: boolean) => {
    part.push({ from: at, to, isCurve });
    at = to;
  };
  while (index < data.length) {
    switch (data[index++]) {
      case 0:
        finish();
        start = at = next();
        break;
      case 1:
        go(next(), false);
        break;
      case 2:
        next();
        next();
        go(next(), true);
        break;
      case 3:
        next();
        go(next(), true);
        break;
      case 4:
        go(start, false);
        break;
      default:
        return parts;
    }
  }
  finish();
  return parts;
}

function boxOf(points: Point[]): Rectangle {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}
