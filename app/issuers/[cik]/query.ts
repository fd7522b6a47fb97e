import {
  type FilingFilter,
  type FilterName,
  type IgnoredValue,
  type Params,
  parseFilter,
} from "@/lib/filters/filing-filter";

export const ISSUER_FILTERS: readonly FilterName[] = ["insider", "tradedFrom", "tradedTo", "code"];

export type IssuerQuery = { filter: FilingFilter; ignored: IgnoredValue[] };

/** What an address of an issuer's page asks for, before anything is read from the database. */
export const readIssuerQuery = (params: Params): IssuerQuery => parseFilter(params, { only: ISSUER_FILTERS });
