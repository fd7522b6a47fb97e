import type { FilterName } from "@/lib/filters/filing-filter";

/** The filters on the page of an insider. */
export const INSIDER_FILTERS: readonly FilterName[] = [
  "issuer",
  "filedFrom",
  "filedTo",
  "tradedFrom",
  "tradedTo",
  "code",
];

/** The filters on the page of an issuer. */
export const ISSUER_FILTERS: readonly FilterName[] = ["insider", "tradedFrom", "tradedTo", "code"];

/** The parameter that shows the former insiders of an issuer. */
export const ROSTER_PARAM = "roster";

/** The parameter of both pages that shows what was known at the end of a day. */
export const AS_OF_PARAM = "as_of";
