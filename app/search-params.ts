import type { Params } from "@/lib/filters/filing-filter";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Next's search parameters as pairs, a repeated name once for each value. */
export async function paramPairs(searchParams: SearchParams): Promise<[string, string][]> {
  return Object.entries(await searchParams).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((one): [string, string] => [name, one]),
  );
}

/** The first value of a name, or undefined. */
export function param(params: Params, name: string): string | undefined {
  for (const [key, value] of params) if (key === name && value.trim() !== "") return value.trim();
  return undefined;
}
