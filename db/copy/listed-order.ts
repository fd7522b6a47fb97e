import type { Cursor } from "@/lib/filters/cursor";
import { isLocalAccessionNumber } from "@/lib/record/accession-number";

/** When a filing is listed, in milliseconds, and its number; null for one of ours, which is text that only the file has. */
export type Listed = { at: number; accession: bigint | null };

export const listedOf = ({ orderedAt, accessionNumber }: Pick<Cursor, "orderedAt" | "accessionNumber">): Listed => ({
  at: Date.parse(orderedAt),
  accession: isLocalAccessionNumber(accessionNumber) ? null : BigInt(accessionNumber.replaceAll("-", "")),
});

/** As the database compares places: numbers of ours begin with a letter, and so come after all others. */
export function compareListed(one: Listed, other: Listed): number {
  if (one.at !== other.at) return one.at - other.at;
  if (one.accession === other.accession) return 0;
  if (one.accession === null) return 1;
  return other.accession === null || one.accession < other.accession ? -1 : 1;
}

/** Whether several filings of ours are listed at the same moment. Only their numbers say which is first. */
export function areTied(filings: readonly Listed[]): boolean {
  const ours = filings.filter(({ accession }) => accession === null).map(({ at }) => at);
  return new Set(ours).size < ours.length;
}
