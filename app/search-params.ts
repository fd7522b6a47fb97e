import { headers } from "next/headers";
import { type IgnoredValue, type Params, parseFilter } from "@/lib/filters/filing-filter";
import { CARD_VERSION } from "@/lib/requests/card-address";
import { ASKED_QUERY } from "@/lib/requests/passed-on-headers";

/** The parameters of the page's address as pairs, with a repeated name once per value. */
export const askedParams = async (): Promise<[string, string][]> => [...new URLSearchParams(await askedSearch())];

/** The query of the page's address including `?`, or an empty string. */
export const askedSearch = async (): Promise<string> => (await headers()).get(ASKED_QUERY) ?? "";

/** A path with the parameters of the page's address. */
export async function withAskedParams(path: string): Promise<string> {
  const search = new URLSearchParams(await askedParams()).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** The parameters of a data format's address as pairs. */
export const paramsOf = (request: Request): [string, string][] => [...new URLSearchParams(searchOf(request))];

/** The parameters of a card's address that are those of its page. */
export const cardParams = (request: Request): [string, string][] =>
  paramsOf(request).filter(([name]) => name !== CARD_VERSION);

/** The query of a data format's address including `?`, or an empty string. */
export const searchOf = (request: Request): string =>
  // The proxy passes on the query as requested. A test calls a route without the proxy.
  request.headers.get(ASKED_QUERY) ?? new URL(request.url).search;

/** The value of a parameter that takes one, or undefined. Further values are added to what is ignored. */
export function oneParam(params: Params, name: string, ignored: IgnoredValue[]): string | undefined {
  let first: string | undefined;
  for (const [key, raw] of params) {
    const value = raw.trim();
    if (key !== name || value === "") continue;
    first ??= value;
    if (value !== first) ignored.push({ kind: "value", name, value, reason: `given twice: ${first} is used` });
  }
  return first;
}

/** Parameters that the page ignores, on a page without filters or with only the `known` ones. */
export const ignoredNames = (params: Params, known: readonly string[] = []): IgnoredValue[] =>
  parseFilter(params, { only: [], others: known }).ignored;
