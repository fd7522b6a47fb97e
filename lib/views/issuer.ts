import type { ClusterRule } from "@/lib/clusters/cluster-rule";
import type { Cluster } from "@/lib/clusters/clusters";
import type { PartyNames } from "@/lib/filters/describe-filter";
import type { FilingFilter, IgnoredValue } from "@/lib/filters/filing-filter";
import type { RosterHoldings } from "@/lib/holdings/roster-holdings";
import type { Split } from "@/lib/holdings/splits";
import type { ListMarks } from "@/lib/lists/row-marks";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import type { FilingEntry, ReportingOwner } from "@/lib/record/filing";
import type { BoughtAndSold } from "@/lib/series/bought-and-sold";
import type { SparklineSeries } from "@/lib/series/sparkline";
import type { TradeSums } from "@/lib/series/trade-sums";
import type { Count } from "@/lib/values/counts";
import type { MentionedFiling } from "./party";

export type Issuer = {
  cik: string;
  name: string | null;
  tradingSymbol: string | null;
  /** Every name and symbol filed under, newest first. */
  names: { name: string; tradingSymbol: string }[];
  filings: number;
  insiders: number;
  first: MentionedFiling | null;
  last: MentionedFiling | null;
};

/** Trade dates, both included. */
export type DateSpan = { from: string; to: string };

export type IssuerTrades = {
  /** What is drawn: the dates asked for, or the last three years up to the newest filing. */
  series: BoughtAndSold;
  drawn: DateSpan;
  /** What the sums are of: the dates asked for, or the last twelve months. */
  span: DateSpan;
  sums: TradeSums;
  /** How many insiders bought and sold in it; those who file together count as one. */
  insiders: { bought: number; sold: number };
  /** Filings read, where there are more; null where all were. */
  readOnly: number | null;
};

export type IssuerClusters = {
  rule: ClusterRule;
  /** Over all time, the earliest first. */
  all: Cluster[];
  /** The trade date from which on purchases were looked at, where there are more than can be; null where all were. */
  readFrom: string | null;
};

type Totals = {
  /** Trades, each once, whatever number of filings report it. */
  events: number;
  shares: string;
  /** In US dollars, of those that state a price. */
  value: string;
  /** Trades without a price, which `value` lacks. */
  valueMissing: number;
  /** The part of `value` under a 10b5-1 plan. */
  underPlan: string;
};

/** What insiders bought and sold of an issuer, as last amended. */
export type IssuerTotals = {
  tradedFrom: string | null;
  tradedTo: string | null;
  /** Code P, acquired, Table I. */
  purchases: Totals;
  /** Code S, disposed of, Table I. */
  sales: Totals;
  /** In neither: the letter A or D contradicts the code; the price is in another currency. */
  contradicting: number;
  otherCurrency: number;
  /** Rows from paper of which a figure is unread or uncertain. */
  unsure: number;
};

/** What an insider bought or sold of one issuer: events, and dollars over those that state a price. */
export type InsiderTrades = { events: number; value: string; valueMissing: number };

/** An insider of an issuer, as its newest filing there names it. */
export type RosterInsider = {
  owner: ReportingOwner;
  last: MentionedFiling;
  /** Instant of the first filing. */
  first: string;
  filings: number;
  /** Whether a filing of the newest day has the exit box checked. */
  hasLeft: boolean;
  /** Whether the newest filing says that no securities are owned. */
  noSecuritiesOwned: boolean;
  holdings: RosterHoldings;
  /** "President and COO, Director": as the newest filings that name a relationship have it; null where none does. */
  role: string | null;
  lastTrade: TransactionLine | null;
  /** In the span asked for, each event once. */
  bought: InsiderTrades;
  sold: InsiderTrades;
  /** Of the largest line of Table I; null where it has no report in these months. */
  months: SparklineSeries | null;
};

/** Name and value of what an address asks for besides the filter. */
type Pairs = [string, string][];

/** An issuer's page, section by section; its data formats are made from the same. */
export type IssuerView = {
  title: string;
  /** The canonical address of this view. */
  url: string;
  ignored: IgnoredValue[];
  lead: {
    issuer: Issuer;
    name: string;
    /** What the filter asks for besides trade dates; empty for nothing. */
    words: string;
    isDated: boolean;
    /** Null where no filing has a date. */
    trades: IssuerTrades | null;
    clusters: IssuerClusters;
    /** How many are insiders by all we know, and how many were. */
    insiders: { now: number; former: number };
  };
  filters: {
    filter: FilingFilter;
    names: PartyNames;
    /** The rule of clusters and the open list, which the address keeps. */
    kept: Pairs;
  };
  months: { name: string; trades: IssuerTrades; clusters: Cluster[] } | null;
  clusters: IssuerClusters & {
    filter: FilingFilter;
    /** The trade dates that are drawn; null where nothing is. */
    drawn: DateSpan | null;
    ruleParams: Pairs;
    /** What the address asks for besides the filter and the rule. */
    kept: Pairs;
  };
  /** Who is an insider by all we know, whatever the filter. */
  roster: {
    cik: string;
    name: string;
    now: { insiders: RosterInsider[]; inAll: number };
    /** Those whose last filing has the exit box checked; `insiders` is null where they were not asked for. */
    former: { insiders: RosterInsider[] | null; inAll: number };
    /** This page with the former insiders open, and with them closed. */
    formerHref: string;
    nowHref: string;
    /** The last day of the twelve months; null where no filing has a date. */
    until: string | null;
  };
  /** The earliest first. */
  splits: Split[];
  latest: {
    name: string;
    /** The filter in words; empty for none. */
    words: string;
    filter: FilingFilter;
    entries: FilingEntry[];
    marks: ListMarks;
    counts: { rows: Count; filings: Count };
    /** The list that goes on where these end: the screener under the same filter, from its beginning and from there. */
    allUrl: string;
    next: string | null;
  };
  /** Under the filter's trade dates; of all time where it has none. */
  totals: IssuerTotals;
};
