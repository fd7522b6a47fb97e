import type { GroupSort } from "./grouping";

const SORT_WORDS: Record<GroupSort["column"], readonly [by: string, descending: string, ascending: string]> = {
  bought: ["value bought", "largest first", "smallest first"],
  sold: ["value sold", "largest first", "smallest first"],
  net: ["net value", "highest first", "lowest first"],
  ratio: ["buy ratio", "highest first", "lowest first"],
  trades: ["number of trades", "largest first", "smallest first"],
  insiders: ["number of insiders", "largest first", "smallest first"],
  first: ["date of the first trade", "latest first", "earliest first"],
  last: ["date of the last trade", "latest first", "earliest first"],
};

/** "Sorted by buy ratio, highest first": narrow windows have no room for some of the columns that groups can be sorted by. */
export function describeGroupSort({ column, descending }: GroupSort): string {
  const [by, most, least] = SORT_WORDS[column];
  return `Sorted by ${by}, ${descending ? most : least}`;
}
