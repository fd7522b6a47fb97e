import type { Facets } from "@/lib/filters/facets";
import { type FilingFilter, filterParams, parseFilter } from "@/lib/filters/filing-filter";

/** A filter whose parties and industries are known by CIK; null for a party that the filter does not ask for. */
export type ResolvedFilter = { filter: FilingFilter; issuers: string[] | null; insiders: string[] | null };

/** A filter in a question: as in addresses, and never as SQL. */
type SentFilter = {
  filter: [name: string, value: string][];
  /** For dates that are relative to it. */
  today: string;
  issuers: string[] | null;
  insiders: string[] | null;
};

/** What the process with the copy is asked, one line of JSON each. */
export type Question = { ask: "state" } | ({ ask: "facets" } & SentFilter);

export type Answers = {
  /** How many lines the copy has. */
  state: { lines: number };
  facets: Facets;
};

/** An answer, and the version of the record that it is from. */
export type Answered<Answer> = { answer: Answer; version: string; asOf: number };

/** A line in return. Without an answer, there is no copy yet, or it cannot answer. */
export type Reply = { id: number; answered: Answered<unknown> | null };

export const sentFilter = ({ filter, issuers, insiders }: ResolvedFilter, today: string): SentFilter => ({
  filter: filterParams({ ...filter, issuer: [], sic: [], insider: [] }),
  today,
  issuers,
  insiders,
});

/** @throws if it is not a filter */
export function readFilter({ filter: params, today, issuers, insiders }: SentFilter): ResolvedFilter {
  const { filter, ignored } = parseFilter(params, { today });
  const ciks = [...(issuers ?? []), ...(insiders ?? [])];
  if (ignored.length > 0 || !ciks.every((cik) => /^\d{1,10}$/.test(cik))) throw new Error("This is not a filter.");
  return { filter, issuers, insiders };
}
