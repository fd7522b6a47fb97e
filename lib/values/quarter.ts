/** A calendar quarter, the unit of EDGAR's folders and of the data sets: `2024q3`. */
export type Quarter = { year: number; quarter: 1 | 2 | 3 | 4 };

const QUARTERS = [1, 2, 3, 4] as const;

/** Reads `2024q3`, in either case. */
export function parseQuarter(text: string): Quarter | null {
  const [, year, digit] = /^(\d{4})q([1-4])$/i.exec(text.trim()) ?? [];
  const quarter = QUARTERS.find((q) => String(q) === digit);
  return year && quarter ? { year: Number(year), quarter } : null;
}

export const printQuarter = ({ year, quarter }: Quarter) => `${year}q${quarter}`;

/** The quarter of a calendar date, `2024-08-15`. */
export function quarterOf(day: string): Quarter {
  const quarter = QUARTERS[Math.floor((Number(day.slice(5, 7)) - 1) / 3)] ?? 1;
  return { year: Number(day.slice(0, 4)), quarter };
}

const following = ({ year, quarter }: Quarter): Quarter =>
  quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: QUARTERS[quarter] ?? 1 };

const two = (n: number) => String(n).padStart(2, "0");

export const firstDayOf = ({ year, quarter }: Quarter) => `${year}-${two(quarter * 3 - 2)}-01`;

export const lastDayOf = ({ year, quarter }: Quarter) =>
  `${year}-${two(quarter * 3)}-${quarter === 1 || quarter === 4 ? 31 : 30}`;

export const isBefore = (a: Quarter, b: Quarter) => a.year * 4 + a.quarter < b.year * 4 + b.quarter;

/** From the first to the last, both included; empty if the last comes before the first. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const quarters: Quarter[] = [];
  for (let q = first; !isBefore(last, q); q = following(q)) quarters.push(q);
  return quarters;
}
