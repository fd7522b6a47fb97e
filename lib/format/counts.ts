/** A number that is exact up to a bound (`count`), or only known to be above it (`countAtLeast`). */
export type Count = { count: number | null; countAtLeast: number };

const grouped = (n: number) => n.toLocaleString("en-US");

/** "1 filing", "4,120 filings", "more than 10,000 filings". */
export function describeCount({ count, countAtLeast }: Count, one: string, many = `${one}s`): string {
  if (count === null) return `more than ${grouped(countAtLeast)} ${many}`;
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
