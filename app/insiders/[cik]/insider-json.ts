import type { InsiderView } from "@/app/insiders/[cik]/view";
import { siteUrl } from "@/app/site-url";
import { printSortOrder } from "@/lib/filters/sort-order";
import { describeRoles } from "@/lib/people/describe-roles";
import { filterRecord } from "@/lib/representations/filter-record";
import { rowRecord } from "@/lib/representations/row-columns";
import { inFormat, insiderUrl } from "@/lib/urls";

/** An insider's page as data. Balances are those of the issuers in view, whatever dates and codes are asked for. */
export const insiderJson = (view: InsiderView) => ({
  title: view.title,
  url: siteUrl() + view.url,
  filter: filterRecord(view.query.filter),
  sort: printSortOrder(view.query.sort),
  ignored: view.ignored,
  count: view.count.count,
  countAtLeast: view.count.countAtLeast,
  filingsRead: view.readOnly,
  withoutFilingDate: view.undated,
  insider: {
    ...view.insider,
    nameInReadingOrder: view.name === view.insider.name ? null : view.name,
    url: siteUrl() + insiderUrl(view.insider.cik),
  },
  sums: {
    purchases: view.sums.bought,
    sales: view.sums.sold,
    contradicting: view.sums.contradicting,
    otherCurrency: view.sums.otherCurrency,
    unsure: view.sums.unsure,
  },
  roles: view.roles.map(({ issuer, roles }) => ({ issuer, ...roles, inWords: describeRoles(roles) })),
  lines: view.balances,
  holdings: view.held,
  derivatives: view.ladder,
  plans: view.plans,
  reporting: view.reporting.map(({ label, steps, missing }) => ({ issuer: label, steps, missing })),
  lateness: view.lateness,
  rowsReplacedByAmendments: view.replaced,
  rows: view.lines.map(({ entry, row, underPlan, marks }) => {
    const { derived, ...record } = rowRecord(entry, row, siteUrl());
    return { ...record, lateness: marks?.lateness ?? null, derived: { ...derived, underPlan } };
  }),
  next: view.next ? siteUrl() + inFormat(view.next, "json") : null,
});
