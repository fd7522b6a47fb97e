import { describeCount } from "@/lib/values/counts";

/** "1 filing" or "4,120 filings", for a count that is exact. */
export const exactly = (n: number, one: string, many?: string) =>
  describeCount({ count: n, countAtLeast: n }, one, many);
