import * as coverage from "@/app/about/methods/coverage";
import * as filings from "@/app/about/methods/filings";
import * as footnotes from "@/app/about/methods/footnotes";
import * as paper from "@/app/about/methods/paper";
import * as people from "@/app/about/methods/people";
import * as rows from "@/app/about/methods/rows";

type WrittenMethod = { id: string; title: string; Text: () => React.ReactNode };

/** The derived figures, in page order. */
export const METHODS: readonly WrittenMethod[] = [
  { id: "value", title: "Value of a transaction", Text: rows.ValueMethod },
  { id: "change", title: "Change in a holding", Text: rows.ChangeMethod },
  { id: "holding-lines", title: "Holding lines and latest holdings", Text: rows.HoldingLinesMethod },
  { id: "checks", title: "Balance checks and reasons for gaps", Text: rows.ChecksMethod },
  { id: "splits", title: "Stock splits inferred from balances", Text: rows.SplitsMethod },
  { id: "pairs", title: "Exercises, conversions and transfers in pairs", Text: rows.PairsMethod },
  { id: "footnotes", title: "Facts read from footnotes", Text: footnotes.FactsMethod },
  { id: "price-ranges", title: "Average prices and price ranges", Text: footnotes.PriceRangesMethod },
  { id: "covers", title: "Sales to cover tax or the exercise price", Text: footnotes.CoversMethod },
  { id: "note-search", title: "Footnote search", Text: footnotes.FootnoteSearchMethod },
  { id: "amendments", title: "Amendments and what they replace", Text: filings.AmendmentsMethod },
  { id: "events", title: "One trade in several filings", Text: filings.SameTradesMethod },
  { id: "totals", title: "Total purchases and sales", Text: filings.TotalsMethod },
  { id: "groups", title: "Transactions in groups", Text: filings.GroupsMethod },
  { id: "implausible", title: "Implausible prices and numbers of shares", Text: rows.ImplausibleMethod },
  { id: "clusters", title: "Clusters of purchases and sales", Text: filings.ClustersMethod },
  { id: "plans", title: "Trades under a 10b5-1 plan", Text: filings.PlansMethod },
  { id: "labels", title: "Routine and opportunistic trades, first purchases", Text: filings.LabelsMethod },
  { id: "patterns", title: "Exercises with sales, gifts before a fall, clusters", Text: filings.PatternsMethod },
  { id: "lateness", title: "Days from trade to filing", Text: filings.LatenessMethod },
  { id: "order", title: "Newest first", Text: filings.OrderMethod },
  { id: "holders", title: "Who traded", Text: people.HoldersMethod },
  { id: "names", title: "Names in reading order", Text: people.NamesMethod },
  { id: "roles", title: "Current and former roles", Text: people.RolesMethod },
  { id: "titles", title: "Roles in filters", Text: people.TitlesMethod },
  { id: "industry", title: "Industry", Text: people.IndustryMethod },
  { id: "search", title: "Search for insiders, issuers and filings", Text: people.NameSearchMethod },
  { id: "paper", title: "Paper forms", Text: paper.PaperMethod },
  { id: "coverage", title: "Coverage of days and quarters", Text: coverage.CoverageMethod },
  { id: "past-days", title: "What was known on a past day", Text: coverage.PastDaysMethod },
  { id: "freshness", title: "How up to date the data is", Text: coverage.FreshnessMethod },
];
