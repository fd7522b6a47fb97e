import type { FilingEntry } from "@/lib/record/filing";
import { entryForTest, ownerForTest } from "./entry-for-test";

type Rows = Parameters<typeof entryForTest>[0];
type Row = Rows[number];
type Facts = NonNullable<Parameters<typeof entryForTest>[1]>;

/** A filing by owners, each as CIK and name. A short number such as `3` becomes an accession number. */
export function jointFiling(
  number: number,
  owners: readonly (readonly [cik: string, name: string])[],
  rows: Rows,
  { notes = {}, ...facts }: Facts & { notes?: Record<string, string> } = {},
): FilingEntry {
  const accessionNumber = `0000000007-20-${String(number).padStart(6, "0")}`;
  return {
    ...entryForTest(rows, {
      accessionNumber,
      owners: owners.map(([cik, name]) => ownerForTest({ cik, name })),
      ...facts,
    }),
    notes,
  };
}

/** A sale of one block; the caller overrides what the test is about. */
export const saleRow = (over: Row = {}): Row => ({
  transactionDate: "2020-03-02",
  transactionCode: "S",
  acquiredDisposedCode: "D",
  transactionShares: "2913732",
  pricePerShare: "48.3658",
  sharesOwnedFollowing: "6798708",
  directOrIndirect: "I",
  ...over,
});

/** A grant to a director; all directors get the same. */
export const grant = (over: Row = {}): Row => ({
  transactionDate: "2020-05-12",
  transactionCode: "A",
  acquiredDisposedCode: "A",
  transactionShares: "4365",
  pricePerShare: "0",
  sharesOwnedFollowing: "4365",
  directOrIndirect: "D",
  ...over,
});
