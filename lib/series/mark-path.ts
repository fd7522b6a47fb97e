import type { CodeGroup } from "@/lib/record/transaction-codes";

const n = (value: number) => String(Number(value.toFixed(2)));

/** Width of a triangle divided by its height. */
const triangleRatio = 1.155;
/** Thickness of a cross's arm divided by its width. */
const armRatio = 0.42;
/** Width of a bar divided by its height. */
const barRatio = 3;

const triangle = (radius: number, up: 1 | -1): string => {
  const height = radius * Math.sqrt((2 * Math.PI) / triangleRatio);
  const half = (height * triangleRatio) / 2;
  const tip = -0.6 * height * up;
  const base = 0.4 * height * up;
  return `M0 ${n(tip)}L${n(half)} ${n(base)}L${n(-half)} ${n(base)}Z`;
};

const circle = (radius: number): string => {
  const r = n(radius);
  return `M${n(-radius)} 0a${r} ${r} 0 1 0 ${n(2 * radius)} 0a${r} ${r} 0 1 0 ${n(-2 * radius)} 0Z`;
};

const diamond = (radius: number): string => {
  const half = radius * Math.sqrt(Math.PI / 2);
  return `M0 ${n(-half)}L${n(half)} 0L0 ${n(half)}L${n(-half)} 0Z`;
};

const rectangle = (width: number, height: number): string =>
  `M${n(-width / 2)} ${n(-height / 2)}H${n(width / 2)}V${n(height / 2)}H${n(-width / 2)}Z`;

const square = (radius: number): string => {
  const side = radius * Math.sqrt(Math.PI);
  return rectangle(side, side);
};

const bar = (radius: number): string => {
  const height = radius * Math.sqrt(Math.PI / barRatio);
  return rectangle(height * barRatio, height);
};

const cross = (radius: number): string => {
  const width = radius * Math.sqrt(Math.PI / (2 * armRatio - armRatio ** 2));
  const out = n(width / 2);
  const arm = n((width * armRatio) / 2);
  return `M-${arm} -${out}H${arm}V-${arm}H${out}V${arm}H${arm}V${out}H-${arm}V${arm}H-${out}V-${arm}H-${arm}Z`;
};

/** Widths of the marks, divided by their radius. */
const WIDTHS: Record<CodeGroup, number> = {
  purchase: Math.sqrt(2 * Math.PI * triangleRatio),
  sale: Math.sqrt(2 * Math.PI * triangleRatio),
  exercise: Math.sqrt(2 * Math.PI),
  grant: 2,
  tax: Math.sqrt(Math.PI),
  gift: Math.sqrt(Math.PI / (2 * armRatio - armRatio ** 2)),
  other: Math.sqrt(Math.PI * barRatio),
};

export const markWidth = (group: CodeGroup, radius: number): number => WIDTHS[group] * radius;

/**
 * The outline of a group's mark around 0 0. All shapes with the same `radius` have the area of a circle of that radius, so that
 * sizes can be compared across groups.
 */
export const markPath = (group: CodeGroup, radius: number): string => {
  switch (group) {
    case "purchase":
      return triangle(radius, 1);
    case "sale":
      return triangle(radius, -1);
    case "exercise":
      return diamond(radius);
    case "grant":
      return circle(radius);
    case "tax":
      return square(radius);
    case "gift":
      return cross(radius);
    case "other":
      return bar(radius);
  }
};
