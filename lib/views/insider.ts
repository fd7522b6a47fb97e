import type { FilingFilter, IgnoredValue } from "@/lib/filters/filing-filter";
import type { SortOrder } from "@/lib/filters/sort-order";
import type { LadderOfDerivatives } from "@/lib/holdings/derivative-ladder";
import type { HeldSecurity } from "@/lib/holdings/held-securities";
import type { LastBalance } from "@/lib/holdings/last-balances";
import type { LatenessRecord } from "@/lib/lateness/describe-lateness";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import type { ReportingLine } from "@/lib/people/reporting-line";
import type { RolesOverTime } from "@/lib/people/roles-over-time";
import type { InsiderPlan } from "@/lib/plans/insider-plans";
import type { InsiderSeries } from "@/lib/series/insider-series";
import type { SeriesByIssuer } from "@/lib/series/series-by-issuer";
import type { TradeSums } from "@/lib/series/trade-sums";
import type { Count } from "@/lib/values/counts";
import type { LeftOut } from "./lists";
import type { BroaderList } from "./nothing-found";
import type { AsOf, FiledIssuer, LateFiling, MentionedFiling } from "./party";

export type InsiderIssuer = FiledIssuer & { filings: number; lastAt: string };

export type Insider = {
  cik: string;
  name: string | null;
  /** Every name filed under, newest first. */
  names: string[];
  filings: number;
  amendments: number;
  /** Filings that were amended. */
  amended: number;
  first: MentionedFiling | null;
  last: MentionedFiling | null;
  /** Issuers by number of filings, most first. */
  issuers: InsiderIssuer[];
};

/** What an address of an insider's page asks for. */
export type InsiderQuery = {
  filter: FilingFilter;
  ignored: IgnoredValue[];
  sort: SortOrder;
  /** Ids of the selected columns, in the list's order; empty for the standard ones. */
  columns: string[];
  /** The line after which the page begins: `0001365555-13-000001.I-2`. */
  after: string | null;
  /** The day at whose end the page shows what was known; null for the present. */
  asOf: string | null;
};

/** The address of the first page of a view with the given changes. */
export type InsiderHref = (changes: Partial<InsiderQuery>) => string;

/** What an insider was to an issuer. */
export type InsiderRoles = { issuer: InsiderIssuer; roles: RolesOverTime };

/** The balance of the direct line of the first security, some years before its last report. */
export type HeldThen = { balance: string; years: number; isAdjusted: boolean };

/** For all filings, in view or not. */
export type InsiderLateness = LatenessRecord & { filings: (LateFiling & { issuer: FiledIssuer })[] };

/** Labels of the issuers in view, by CIK. */
export type IssuerLabels = ReadonlyMap<string | null, string>;

/** An insider's page, section by section. Its data formats use the same data. */
export type InsiderView = {
  title: string;
  /** The canonical address of this view, without the page's cursor. */
  url: string;
  /** As requested, without columns if they are the standard ones. */
  query: InsiderQuery;
  ignored: IgnoredValue[];
  asOf: AsOf | null;
  lead: {
    insider: Insider;
    /** Given name first if a signature confirms it, else as filed. */
    name: string;
    /** The filter in words, without issuers; empty for none. */
    words: string;
    wordsBesidesIssuers: string;
    /** The issuers in view, most filings first. */
    issuers: InsiderIssuer[];
    /** For the one issuer in view: whether the newest filing names an officer or director, and the first year. */
    standing: { isInside: boolean; since: string | null };
    /** What the insider was to each issuer, in view or not. */
    roles: InsiderRoles[];
    lateness: InsiderLateness;
    sums: TradeSums;
    leftOut: LeftOut;
    held: HeldSecurity[];
    /** What is open in Table II, in total. */
    openDerivatives: LadderOfDerivatives["totals"];
    heldThen: HeldThen | null;
    /** The last day of the filter, if it ends; `held` does not follow the filter. */
    until: string | null;
    /** Filings left out by a date filter because they have no filing date; null without such a filter. */
    undated: number | null;
  };
  toolbar: {
    cik: string;
    filter: FilingFilter;
    /** All issuers, in view or not. */
    issuers: InsiderIssuer[];
    /** The day of the last filing in view, from which the periods are counted back. */
    lastDay: string | null;
  };
  /** Null if no row has a date. */
  chart: {
    series: InsiderSeries;
    /** Why the lanes and the totals count different trades, in sentences. */
    againstTotals: string[];
    insider: string;
    /** The issuer drawn: of those in view, the one with the most filings. */
    issuer: InsiderIssuer | null;
    /** One line for each of the others. */
    others: SeriesByIssuer["others"];
    roles: InsiderRoles[];
    filter: FilingFilter;
    wordsBesidesIssuers: string;
  } | null;
  /** By security of Table I, in total. */
  holdings: { held: HeldSecurity[]; issuers: IssuerLabels };
  /** Line by line of Table II. */
  derivatives: { ladder: LadderOfDerivatives; issuers: IssuerLabels };
  /** Last reported balances for the issuers in view, whatever the dates and codes in the filter. */
  balances: LastBalance[];
  transactions: {
    title: string;
    words: string;
    sort: SortOrder;
    /** Ids of the visible columns. */
    columns: readonly string[];
    lines: TransactionLine[];
    count: Count;
    pageSize: number;
    isFirstPage: boolean;
    /** The address of the next page. */
    next: string | null;
    /** The same transactions in the screener, which has every filter. */
    screener: string;
    /** If nothing is found: the nearest lists that are not empty. */
    relaxed: BroaderList[];
    /** Superseded transactions that match the filter. */
    replaced: number;
    /** How many of the insider's filings were read, if there are more; null if all were. */
    readOnly: number | null;
    filings: number;
  };
  /** For the issuers in view, over all time. */
  plans: { plans: InsiderPlan[]; issuers: IssuerLabels };
  /** From Form 3 to exit, for each issuer in view. */
  reporting: (ReportingLine & { label: InsiderIssuer })[];
  lateness: { record: InsiderLateness; hasSeveralIssuers: boolean };
};
