import { cache } from "react";
import { loadFacets, loadGroups } from "@/app/from-copy";
import { askedParams } from "@/app/search-params";
import { GROUP_LABELS } from "@/components/listing/group-bar";
import { readTickers } from "@/db/queries/asked-parties";
import { findIssuerNames, findOwnerNames, findPartyNames } from "@/db/queries/party-names";
import { findReadingNames } from "@/db/queries/reading-names";
import { type Db, database } from "@/db/server/client";
import { describeFilter, describeSic, ROLE_WORDS } from "@/lib/filters/describe-filter";
import {
  type FilingFilter,
  filterUrl,
  type IgnoredValue,
  type Params,
  parseFilter,
  UNKNOWN_SIC,
} from "@/lib/filters/filing-filter";
import { GROUPING_PARAMS, type Grouping, groupsUrl, readGrouping, type TradeGroup } from "@/lib/filters/grouping";
import { listedName } from "@/lib/record/filing-names";
import type { Role } from "@/lib/record/role";
import { insiderUrl, issuerUrl, transactionsUrl } from "@/lib/urls";
import { formatMonth, newYorkDate } from "@/lib/values/dates";
import type { GroupsView, NamedGroup } from "@/lib/views/groups";

/** Groups on a page. */
export const GROUPS_A_PAGE = 50;

export type GroupsQuery = { filter: FilingFilter; ignored: IgnoredValue[]; grouping: Grouping };

/** Reads the address of a grouped list; null if it is not grouped. */
export function readGroupsQuery(params: Params): GroupsQuery | null {
  const { filter, ignored } = parseFilter(params, { others: GROUPING_PARAMS, today: newYorkDate(new Date()) });
  const grouping = readGrouping(params, filter, ignored);
  return grouping && { filter, ignored, grouping };
}

/** Cached per request, because the page and its metadata both load it. Null if the list is not grouped. */
export const loadGroupsPage = cache(async (): Promise<GroupsView | null> => {
  const query = readGroupsQuery(await askedParams());
  return query && loadGroupsView(query, GROUPS_A_PAGE);
});

export async function loadGroupsView(
  { filter: asked, ignored, grouping }: GroupsQuery,
  limit: number,
): Promise<GroupsView> {
  const db = database();
  const filter = await readTickers(db, asked);
  const [names, facets, grouped] = await Promise.all([
    findPartyNames(db, filter),
    loadFacets(db, filter),
    loadGroups(db, filter, grouping, { limit, withMonths: limit === GROUPS_A_PAGE }),
  ]);
  const [found, missing] = typeof grouped === "string" ? [null, grouped] : [grouped, null];
  const words = describeFilter(filter, names);
  const end = grouping.after + limit;
  return {
    title: `Transactions by ${GROUP_LABELS[grouping.by].toLowerCase()}${words === "" ? "" : `: ${words}`}`,
    url: groupsUrl(transactionsUrl(), filter, { ...grouping, after: 0 }),
    filter,
    words,
    names,
    ignored,
    grouping,
    facets,
    found: found && { ...found, groups: await nameGroups(db, filter, grouping, found.groups) },
    missing,
    next: found && found.count > end ? groupsUrl(transactionsUrl(), filter, { ...grouping, after: end }) : null,
  };
}

async function nameGroups(db: Db, filter: FilingFilter, { by }: Grouping, groups: TradeGroup[]): Promise<NamedGroup[]> {
  const keys = groups.map(({ key }) => key);
  const rowsUrl = (narrower: Partial<FilingFilter>) => filterUrl(transactionsUrl(), { ...filter, ...narrower });
  if (by === "role")
    return groups.map((group) => ({
      ...group,
      name: ROLE_WORDS[group.key as Role],
      tradingSymbol: null,
      href: null,
      rowsUrl:
        filter.role.length === 0 || filter.role.includes(group.key as Role)
          ? rowsUrl({ role: [group.key as Role] })
          : null,
    }));
  if (by === "industry")
    return groups.map((group) => ({
      ...group,
      name: group.key === UNKNOWN_SIC ? "Not known" : describeSic(group.key),
      tradingSymbol: null,
      href: null,
      rowsUrl: rowsUrl({ sic: narrowedTo(group.key, filter.sic) }),
    }));
  if (by === "month")
    return groups.map((group) => ({
      ...group,
      name: formatMonth(group.key),
      tradingSymbol: null,
      href: null,
      rowsUrl: rowsUrl({ tradedWithin: null, tradedFrom: group.first, tradedTo: group.last }),
    }));
  if (by === "insider") {
    const filed = await findOwnerNames(db, keys);
    const named = keys.map((cik) => ({ cik, name: filed.get(cik) ?? null }));
    const names = await findReadingNames(db, named);
    return groups.map((group, at) => ({
      ...group,
      name: listedName(named[at] ?? { cik: null, name: null }, names) ?? `CIK ${group.key}`,
      tradingSymbol: null,
      href: insiderUrl(group.key),
      rowsUrl: rowsUrl({ insider: [{ cik: group.key }] }),
    }));
  }
  const issuers = await findIssuerNames(db, keys);
  return groups.map((group) => ({
    ...group,
    name: issuers.get(group.key)?.name ?? `CIK ${group.key}`,
    tradingSymbol: issuers.get(group.key)?.tradingSymbol ?? null,
    href: issuerUrl(group.key),
    rowsUrl: rowsUrl({
      issuer: [{ cik: group.key }],
      ...(group.day === null ? {} : { tradedWithin: null, tradedFrom: group.day, tradedTo: group.day }),
    }),
  }));
}

/** The codes of a filter that are in a group, or the group if all of it is asked for. */
const narrowedTo = (group: string, asked: readonly string[]): string[] =>
  asked.length === 0 || asked.some((digits) => group.startsWith(digits))
    ? [group]
    : asked.filter((digits) => digits.startsWith(group));
