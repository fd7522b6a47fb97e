import { describeCount } from "@/lib/values/counts";

/** "1 filing", "4,120 filings", where all were counted. */
export const exactly = (n: number, one: string, many?: string) =>
  describeCount({ count: n, countAtLeast: n }, one, many);
