/** A number that is exact up to a bound (`count`), or only known to be above it (`countAtLeast`). */
export type Count = { count: number | null; countAtLeast: number };

const grouped = (n: number) => n.toLocaleString("en-US");

/** "4,120", "more than 10,000". */
export const formatCount = ({ count, countAtLeast }: Count): string =>
  count === null ? `more than ${grouped(countAtLeast)}` : grouped(count);

/** "1 filing", "4,120 filings", "more than 10,000 filings". */
export const describeCount = (count: Count, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count.count === 1 ? one : many}`;
