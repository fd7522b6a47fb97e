import { type FilingFilter, filterParams } from "@/lib/filters/filing-filter";
import type { UnknownName } from "@/lib/views/nothing-found";

/** The filter as JSON prints it: the names in the address, each with its values. */
export function filterRecord(filter: FilingFilter): Record<string, string[]> {
  const record: Record<string, string[]> = {};
  for (const [name, value] of filterParams(filter)) {
    record[name] ??= [];
    record[name].push(value);
  }
  return record;
}

/** Names and CIKs in the filter that match nobody, and the nearest known names. */
export const unknownRecord = (unknown: readonly UnknownName[]) =>
  unknown.map(({ name, value, didYouMean }) => ({ name, value, didYouMean: didYouMean?.label ?? null }));
