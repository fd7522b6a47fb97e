/** A number that is exact up to a limit (`count`), or only known to be above it (`countAtLeast`). */
export type Count = { count: number | null; countAtLeast: number };

/** Lists count no further than this, because more takes time and adds little. */
export const COUNTED = 10_000;

/** A count of items that were read up to one more than `COUNTED`. */
export const upTo = (n: number): Count =>
  n > COUNTED ? { count: null, countAtLeast: COUNTED } : { count: n, countAtLeast: n };

const grouped = (n: number) => n.toLocaleString("en-US");

/** "4,120", "more than 10,000". */
export const formatCount = ({ count, countAtLeast }: Count): string =>
  count === null ? `more than ${grouped(countAtLeast)}` : grouped(count);

/** "1 filing", "4,120 filings", "more than 10,000 filings". */
export const describeCount = (count: Count, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count.count === 1 ? one : many}`;

/** "1 filing", "4,120 filings". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;
