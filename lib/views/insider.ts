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
import type { TradeSums } from "@/lib/series/trade-sums";
import type { Count } from "@/lib/values/counts";
import type { FiledIssuer, MentionedFiling } from "./party";

export type InsiderIssuer = FiledIssuer & { filings: number; lastAt: string };

export type Insider = {
  cik: string;
  name: string | null;
  /** Every name filed under, newest first. */
  names: string[];
  filings: number;
  amendments: number;
  /** Filings that an amendment amends. */
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
  /** Ids of the columns asked for, in the list's order; empty for the standard ones. */
  columns: string[];
  /** The line that the page begins behind: `0001365555-13-000001.I-2`. */
  after: string | null;
};

/** The address of the first page of a view, asking for something else. */
export type InsiderHref = (changes: Partial<InsiderQuery>) => string;

/** What an insider was to an issuer. */
export type InsiderRoles = { issuer: InsiderIssuer; roles: RolesOverTime };

/** What the direct line of the first security stood at some years before its last report. */
export type HeldThen = { balance: string; years: number; isAdjusted: boolean };

/** A filing that came after the day it was due, or some of whose rows the filer marked as late. */
type LateFiling = {
  accessionNumber: string;
  documentType: string | null;
  issuer: FiledIssuer;
  filedOn: string | null;
  /** Business days from the trade or event to filing. */
  days: number | null;
  due: string | null;
  late: boolean;
  /** The filer's own marks on its rows, as filed: E for early, L for late. */
  marks: string[];
};

/** Of all filings, in view or not. */
export type InsiderLateness = LatenessRecord & { filings: LateFiling[] };

/** Labels of the issuers in view, by CIK. */
export type IssuerLabels = ReadonlyMap<string | null, string>;

/** An insider's page, section by section; its data formats are made from the same. */
export type InsiderView = {
  title: string;
  /** The canonical address of this view, without the page's cursor. */
  url: string;
  /** As asked for, columns left out where they are the standard ones. */
  query: InsiderQuery;
  ignored: IgnoredValue[];
  lead: {
    insider: Insider;
    /** In reading order where a signature confirms it, else as filed. */
    name: string;
    /** The filter in words, and what it asks for besides issuers; empty for nothing. */
    words: string;
    wordsBesidesIssuers: string;
    /** The issuers in view, most filings first. */
    issuers: InsiderIssuer[];
    /** Where the one issuer in view stands: whether its newest filing names an officer or director, and its first year. */
    standing: { isInside: boolean; since: string | null };
    /** What the insider was to each issuer, in view or not. */
    roles: InsiderRoles[];
    lateness: InsiderLateness;
    sums: TradeSums;
    held: HeldSecurity[];
    heldThen: HeldThen | null;
    /** Filings without a filing date, left out by a filter on it; null where none is set. */
    undated: number | null;
  };
  toolbar: {
    cik: string;
    filter: FilingFilter;
    /** All, in view or not. */
    issuers: InsiderIssuer[];
    /** The day of the last filing in view, from which the periods count back. */
    lastDay: string | null;
  };
  /** Null where no row has a date. */
  chart: {
    series: InsiderSeries;
    insider: string;
    /** The one issuer in view; null where several are. */
    issuer: string | null;
    filter: FilingFilter;
    wordsBesidesIssuers: string;
  } | null;
  /** By security of Table I, added up. */
  holdings: { held: HeldSecurity[]; issuers: IssuerLabels };
  /** Line by line of Table II. */
  derivatives: { ladder: LadderOfDerivatives; issuers: IssuerLabels };
  /** Last reported balances of the issuers in view, whatever dates and codes are asked for. */
  balances: LastBalance[];
  transactions: {
    title: string;
    words: string;
    sort: SortOrder;
    /** Ids of the columns that show. */
    columns: readonly string[];
    lines: TransactionLine[];
    count: Count;
    pageSize: number;
    isFirstPage: boolean;
    /** The address of the next page. */
    next: string | null;
    /** Transactions asked for that an amendment has taken the place of. */
    replaced: number;
    /** How many of the insider's filings were read, where there are more; null where all were. */
    readOnly: number | null;
    filings: number;
  };
  /** Of the issuers in view, over all time. */
  plans: { plans: InsiderPlan[]; issuers: IssuerLabels };
  /** From Form 3 to exit, of each issuer in view. */
  reporting: (ReportingLine & { label: InsiderIssuer })[];
  lateness: { record: InsiderLateness; hasSeveralIssuers: boolean };
};
