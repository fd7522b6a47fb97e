import type { PartyNames } from "@/lib/filters/describe-filter";
import type { ShownFacets } from "@/lib/filters/facets";
import type { FilingFilter, IgnoredValue } from "@/lib/filters/filing-filter";
import type { Grouping, TradeGroup } from "@/lib/filters/grouping";

/** A group with the name of its issuer or insider, and the list of its transactions. */
export type NamedGroup = TradeGroup & {
  name: string;
  tradingSymbol: string | null;
  /** The page of the issuer or insider. */
  href: string | null;
  rowsUrl: string;
};

/** Transactions under a filter, in groups. */
export type GroupsView = {
  title: string;
  url: string;
  filter: FilingFilter;
  words: string;
  names: PartyNames;
  ignored: IgnoredValue[];
  grouping: Grouping;
  facets: ShownFacets;
  /** Null if the groups cannot be had now. */
  found: {
    groups: NamedGroup[];
    count: number;
    ungrouped: number;
    /** Set if the groups are behind the record. */
    asOf: string | null;
  } | null;
  /** Whether there is a copy from which to group at all. */
  isPossible: boolean;
  next: string | null;
};
