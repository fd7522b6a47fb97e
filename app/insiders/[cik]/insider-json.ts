import { siteUrl } from "@/app/site-url";
import type { InsiderAnswer, InsiderRowAnswer } from "@/lib/answers/insider";
import { printSortOrder } from "@/lib/filters/sort-order";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import { describeRoles } from "@/lib/people/describe-roles";
import { filterRecord } from "@/lib/representations/filter-record";
import { leftOutRecord } from "@/lib/representations/left-out-record";
import { rowRecord } from "@/lib/representations/row-columns";
import { inFormat, insiderUrl } from "@/lib/urls";
import type { InsiderView } from "@/lib/views/insider";

/** An insider's page as data. Balances cover the issuers in view, regardless of the dates and codes in the filter. */
export const insiderJson = ({ lead, transactions, ...view }: InsiderView): InsiderAnswer => ({
  title: view.title,
  url: siteUrl() + view.url,
  filter: filterRecord(view.query.filter),
  sort: printSortOrder(view.query.sort),
  ignored: view.ignored,
  asOf: view.asOf && { ...view.asOf, presentUrl: siteUrl() + view.asOf.presentUrl },
  count: transactions.count.count,
  countAtLeast: transactions.count.countAtLeast,
  filingsRead: transactions.readOnly,
  withoutFilingDate: lead.undated,
  insider: {
    ...lead.insider,
    nameInReadingOrder: lead.name === lead.insider.name ? null : lead.name,
    url: siteUrl() + insiderUrl(lead.insider.cik),
  },
  sums: {
    purchases: lead.sums.bought,
    sales: lead.sums.sold,
    /** Those of Table II, which are in neither `purchases` nor `sales`. */
    derivatives: { purchases: lead.sums.derivatives.bought, sales: lead.sums.derivatives.sold },
    contradicting: lead.sums.contradicting,
    otherCurrency: lead.sums.otherCurrency,
    unsure: lead.sums.unsure,
  },
  leftOut: leftOutRecord(lead.leftOut),
  roles: lead.roles.map(({ issuer, roles }) => ({ issuer, ...roles, inWords: describeRoles(roles) })),
  lines: view.balances,
  holdings: view.holdings.held,
  derivatives: view.derivatives.ladder,
  plans: view.plans.plans,
  reporting: view.reporting.map(({ label, steps, missing }) => ({ issuer: label, steps, missing })),
  lateness: view.lateness.record,
  rowsReplacedByAmendments: transactions.replaced,
  rows: transactions.lines.map(lineRecord),
  next: transactions.next ? siteUrl() + inFormat(transactions.next, "json") : null,
});

export function lineRecord({ entry, row, underPlan }: TransactionLine): InsiderRowAnswer {
  const { derived, ...record } = rowRecord(entry, row, siteUrl());
  return { ...record, derived: { ...derived, underPlan } };
}
