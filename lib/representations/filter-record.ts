import { type FilingFilter, filterParams } from "@/lib/filters/filing-filter";

/** The filter as JSON prints it: the names in the address, each with its values. */
export function filterRecord(filter: FilingFilter): Record<string, string[]> {
  const record: Record<string, string[]> = {};
  for (const [name, value] of filterParams(filter)) {
    record[name] ??= [];
    record[name].push(value);
  }
  return record;
}
