import { minus } from "./decimals";

const short = (size: number): string => {
  for (const [scale, letter] of [
    [1e12, "T"],
    [1e9, "B"],
    [1e6, "M"],
    [1e3, "K"],
  ] as const) {
    if (size >= scale) return `${Number((size / scale).toFixed(2))}${letter}`;
  }
  return String(Number(size.toFixed(2)));
};

/** The label of an axis: "20K", "$2M", and "0" without a unit. Ticks are drawn, so they are floating point. */
export const formatTick = (value: number, unit: "shares" | "dollars"): string => {
  if (value === 0) return "0";
  return `${value < 0 ? minus : ""}${unit === "dollars" ? "$" : ""}${short(Math.abs(value))}`;
};
