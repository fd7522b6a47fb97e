import type { ClusterRule } from "@/lib/clusters/cluster-rule";
import type { Cluster } from "@/lib/clusters/clusters";
import type { PartyNames } from "@/lib/filters/describe-filter";
import type { FilingFilter, IgnoredValue } from "@/lib/filters/filing-filter";
import type { RosterHoldings } from "@/lib/holdings/roster-holdings";
import type { Split } from "@/lib/holdings/splits";
import type { LatenessRecord } from "@/lib/lateness/describe-lateness";
import type { ListMarks } from "@/lib/lists/row-marks";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import type { FilingEntry, ReportingOwner } from "@/lib/record/filing";
import type { NamedOwner } from "@/lib/record/filing-names";
import type { Industry } from "@/lib/record/industry";
import type { BoughtAndSold } from "@/lib/series/bought-and-sold";
import type { SparklineSeries } from "@/lib/series/sparkline";
import type { TradeSums, TradeTotals } from "@/lib/series/trade-sums";
import type { Count } from "@/lib/values/counts";
import type { LeftOut } from "./lists";
import type { BroaderList } from "./nothing-found";
import type { AsOf, DateSpan, LateFiling, MentionedFiling } from "./party";

export type Issuer = {
  cik: string;
  name: string | null;
  tradingSymbol: string | null;
  /** Every name and symbol filed under, newest first. */
  names: { name: string; tradingSymbol: string }[];
  filings: number;
  insiders: number;
  /** Null if no filing that we have, and no list of EDGAR's, states it. */
  industry: Industry | null;
  first: MentionedFiling | null;
  last: MentionedFiling | null;
};

export type IssuerTrades = {
  /** The filter by which a list has these trades, apart from the dates. */
  filter: FilingFilter;
  /** What the chart draws: the requested dates, or the last three years up to the newest filing. */
  series: BoughtAndSold;
  drawn: DateSpan;
  /** What the sums cover: the requested dates, or the last twelve months. */
  span: DateSpan;
  sums: TradeSums;
  leftOut: LeftOut;
  /** How many insiders bought and sold in it. Those who file together count as one. */
  insiders: { bought: number; sold: number };
};

export type ClustersOfIssuer = {
  rule: ClusterRule;
  /** Over all time, earliest first. */
  all: Cluster[];
  /** The first trade date from which purchases were searched, if there are too many for all; null if all were. */
  readFrom: string | null;
};

/** Trades, each counted once, however many filings report it. */
type Totals = Omit<TradeTotals, "rows"> & { events: number };

/** What insiders bought and sold of an issuer, as last amended. */
export type IssuerTotals = {
  tradedFrom: string | null;
  tradedTo: string | null;
  /** Code P, acquired, Table I. */
  purchases: Totals;
  /** Code S, disposed of, Table I. */
  sales: Totals;
  /** The same in Table II, which are in neither `purchases` nor `sales`. */
  derivatives: { purchases: Totals; sales: Totals };
  /** In neither: the letter A or D contradicts the code, or the price is in another currency. */
  contradicting: number;
  otherCurrency: number;
  /** Rows from paper with an unread or uncertain figure. */
  unsure: number;
};

/** What an insider bought or sold of one issuer: the number of trades, and dollars for those with a price. */
export type InsiderTrades = { events: number; value: string; valueMissing: number };

/** An insider of an issuer, as named in the newest filing on it. */
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
  /** "President and COO, Director", from the newest filings that name a relationship; null if none does. */
  role: string | null;
  lastTrade: TransactionLine | null;
  /** In the requested span, each trade once. */
  bought: InsiderTrades;
  sold: InsiderTrades;
  /** For the largest line of Table I; null if it has no report in these months. */
  months: SparklineSeries | null;
};

/** How many filings on an issuer were late, by our count and by the filers' own marks, whatever the filter. */
export type IssuerLateness = LatenessRecord & {
  /** Filings with a row that the filer marked as late (L), and those of them that are late by our count too. */
  marked: number;
  markedAndLate: number;
  /** The newest that are late by our count or by the filer's mark. */
  filings: (LateFiling & { owners: NamedOwner[] })[];
};

/** Names and values in an address besides the filter. */
type Pairs = [string, string][];

/** An issuer's page, section by section. Its data formats use the same data. */
export type IssuerView = {
  title: string;
  /** The canonical address of this view. */
  url: string;
  ignored: IgnoredValue[];
  asOf: AsOf | null;
  lead: {
    issuer: Issuer;
    name: string;
    /** The filter without trade dates; empty for none. */
    words: string;
    isDated: boolean;
    /** Null if no filing has a date. */
    trades: IssuerTrades | null;
    clusters: ClustersOfIssuer;
    /** How many are insiders as far as we know, and how many were. */
    insiders: { now: number; former: number };
  };
  filters: {
    filter: FilingFilter;
    names: PartyNames;
    /** The rule of clusters and the open list, which links keep. */
    kept: Pairs;
  };
  months: { name: string; trades: IssuerTrades; clusters: Cluster[] } | null;
  clusters: ClustersOfIssuer & {
    filter: FilingFilter;
    /** The trade dates that are drawn; null if nothing is. */
    drawn: DateSpan | null;
    ruleParams: Pairs;
    /** What the address contains besides the filter and the rule. */
    kept: Pairs;
  };
  /** Those who are insiders as far as we know, whatever the filter. */
  roster: {
    cik: string;
    name: string;
    now: { insiders: RosterInsider[]; inAll: number };
    /** Those whose last filing has the exit box checked. `insiders` is null if they were not requested. */
    former: { insiders: RosterInsider[] | null; inAll: number };
    /** This page with the list of former insiders opened or closed. */
    formerHref: string;
    nowHref: string;
    /** The last day of the twelve months; null if no filing has a date. */
    until: string | null;
  };
  /** Earliest first. */
  splits: Split[];
  lateness: { cik: string; record: IssuerLateness };
  latest: {
    name: string;
    /** The filter in words; empty for none. */
    words: string;
    filter: FilingFilter;
    entries: FilingEntry[];
    marks: ListMarks;
    counts: { rows: Count; filings: Count };
    /** If nothing is found: the nearest lists that are not empty. */
    relaxed: BroaderList[];
    /** The page without its filter, still as of its day. */
    clearHref: string;
    /** All filings under the filter, including those without transactions. */
    all: { filings: Count; url: string };
    /** The same transactions in the screener, which has every filter. */
    screener: string;
    /** The list of transactions that continues where these end. */
    next: string | null;
  };
  /** For the filter's trade dates, or over all time if it has none. */
  totals: IssuerTotals;
  /** What the totals leave out. */
  leftOut: LeftOut;
};
