import type { PartyNames } from "@/lib/filters/describe-filter";
import type { ShownFacets } from "@/lib/filters/facets";
import type { FilingFilter, IgnoredValue } from "@/lib/filters/filing-filter";
import type { Grouping, TradeGroup } from "@/lib/filters/grouping";
import type { ListColumn } from "@/lib/filters/list-columns";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import type { ReadingNames } from "@/lib/record/filing-names";

/** A group with the name of its issuer or insider, and the list of its transactions. */
export type NamedGroup = TradeGroup & {
  name: string;
  tradingSymbol: string | null;
  /** The page of the issuer or insider. */
  href: string | null;
  /** Null if no filter finds exactly these: among the trades of officers, those of directors. */
  rowsUrl: string | null;
};

/** A group with its newest rows. */
export type OpenGroup = {
  /** As in `groupId`. */
  id: string;
  lines: TransactionLine[];
  names: ReadingNames;
};

/** Why there are no groups: this site has no copy of the transactions, names in the filter match too many parties, or try again. */
export type NoGroups = "no-copy" | "too-many-parties" | "not-ready";

/** Transactions under a filter, in groups. */
export type GroupsView = {
  title: string;
  url: string;
  filter: FilingFilter;
  words: string;
  names: PartyNames;
  ignored: IgnoredValue[];
  grouping: Grouping;
  /** The columns of the lists that it leads to. */
  columns: readonly ListColumn[];
  facets: ShownFacets;
  found: {
    groups: NamedGroup[];
    count: number;
    ungrouped: number;
    /** Set if the groups are behind the record. */
    asOf: string | null;
  } | null;
  opened: OpenGroup | null;
  /** Why nothing was found. */
  missing: NoGroups | null;
  next: string | null;
};
