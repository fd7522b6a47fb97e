import type { Address } from "@/bench/load/run-wrk";
import { inFormat } from "@/lib/urls";

/** The share of each kind of page in the requests to a large site; one request in twenty is for data. */
const SHARES: [kind: string, share: number][] = [
  ["filing", 0.5],
  ["insider", 0.25],
  ["issuer", 0.15],
  ["footnotes, narrow", 0.05],
];
const DATA = 0.05;

/** Different addresses, mixed; fewer if the record is small. */
export function differentAddresses(pathsOf: (kind: string) => string[], count: number): Address[] {
  const pages = SHARES.flatMap(([kind, share]) => [...new Set(pathsOf(kind))].slice(0, count * share));
  const data = pathsOf("filing")
    .slice(0, count * DATA)
    .map((path) => inFormat(path, "json"));
  const mixed = [...pages, ...data];
  // A step that shares no factor with the length visits each address once, and kinds in turn.
  const step = 7_919;
  return mixed.map((_, at) => ({ path: mixed[(at * step) % mixed.length] ?? "/" }));
}
