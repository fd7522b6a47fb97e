import { cache } from "react";
import { loadFacets, loadGroups } from "@/app/from-copy";
import { loadRowMarks } from "@/app/row-marks";
import { askedParams, oneParam } from "@/app/search-params";
import { GROUP_LABELS } from "@/components/listing/group-bar";
import { readTickers } from "@/db/queries/asked-parties";
import { listFilings } from "@/db/queries/list-filings";
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
import {
  GROUPING_PARAMS,
  type Group,
  type Grouping,
  groupId,
  groupsUrl,
  OPEN_PARAM,
  readGrouping,
  type TradeGroup,
} from "@/lib/filters/grouping";
import { COLUMNS_PARAM, type ListColumn, readColumns, withColumns } from "@/lib/filters/list-columns";
import { matchingRows } from "@/lib/lists/matching-rows";
import { NO_MARKS } from "@/lib/lists/row-marks";
import { transactionLines } from "@/lib/lists/transaction-lines";
import { listedName } from "@/lib/record/filing-names";
import { rowId } from "@/lib/record/reported-row";
import type { Role } from "@/lib/record/role";
import { insiderUrl, issuerUrl, transactionsUrl } from "@/lib/urls";
import { formatMonth, newYorkDate } from "@/lib/values/dates";
import type { GroupsView, NamedGroup, OpenGroup } from "@/lib/views/groups";

/** Groups on a page. */
export const GROUPS_A_PAGE = 50;
/** Rows of a group that is opened in place. */
const ROWS_SHOWN = 10;

export type GroupsQuery = {
  filter: FilingFilter;
  ignored: IgnoredValue[];
  grouping: Grouping;
  /** The group whose newest rows are shown, by `groupId`. */
  open: string | null;
  columns: readonly ListColumn[];
};

/** Reads the address of a grouped list; null if it is not grouped. */
export function readGroupsQuery(params: Params): GroupsQuery | null {
  const pairs = [...params];
  const others = [...GROUPING_PARAMS, OPEN_PARAM, COLUMNS_PARAM];
  const { filter, ignored } = parseFilter(pairs, { others, today: newYorkDate(new Date()) });
  const grouping = readGrouping(pairs, filter, ignored);
  const open = oneParam(pairs, OPEN_PARAM, ignored) ?? null;
  return grouping && { filter, ignored, grouping, open, columns: readColumns(pairs, ignored) };
}

/** Cached per request, because the page and its metadata both load it. Null if the list is not grouped. */
export const loadGroupsPage = cache(async (): Promise<GroupsView | null> => {
  const query = readGroupsQuery(await askedParams());
  return query && loadGroupsView(query, GROUPS_A_PAGE);
});

export async function loadGroupsView(
  { filter: asked, ignored, grouping, open, columns }: GroupsQuery,
  limit: number,
  withMonths = true,
): Promise<GroupsView> {
  const db = database();
  const filter = await readTickers(db, asked);
  const [names, facets, grouped] = await Promise.all([
    findPartyNames(db, filter),
    loadFacets(db, filter),
    loadGroups(db, filter, grouping, { limit, withMonths }),
  ]);
  const [found, missing] = typeof grouped === "string" ? [null, grouped] : [grouped, null];
  const words = describeFilter(filter, names);
  const end = grouping.after + limit;
  const hrefAfter = (after: number) =>
    withColumns(groupsUrl(transactionsUrl(), filter, { ...grouping, after }), columns);
  const toOpen = open === null ? null : (found?.groups.find((group) => groupId(group) === open) ?? null);
  const unread = { kind: "value", name: OPEN_PARAM, value: open ?? "", reason: "not a group on this page" } as const;
  return {
    title: `Transactions by ${GROUP_LABELS[grouping.by].toLowerCase()}${words === "" ? "" : `: ${words}`}`,
    url: hrefAfter(0),
    filter,
    words,
    names,
    ignored: open !== null && found !== null && toOpen === null ? [...ignored, unread] : ignored,
    grouping,
    columns,
    facets,
    found: found && { ...found, groups: await nameGroups(db, { filter, grouping, columns }, found.groups) },
    opened: toOpen && (await openGroup(db, filter, grouping, toOpen)),
    missing,
    next: found && found.count > end ? hrefAfter(end) : null,
  };
}

async function nameGroups(
  db: Db,
  { filter, grouping: { by }, columns }: Pick<GroupsQuery, "filter" | "grouping" | "columns">,
  groups: TradeGroup[],
): Promise<NamedGroup[]> {
  const nameOf = await readNames(db, by, groups);
  return groups.map((group) => {
    const rows = filterOfGroup(filter, by, group);
    return { ...group, ...nameOf(group), rowsUrl: rows && withColumns(filterUrl(transactionsUrl(), rows), columns) };
  });
}

type Named = Pick<NamedGroup, "name" | "tradingSymbol" | "href">;

async function readNames(db: Db, by: Group, groups: readonly TradeGroup[]): Promise<(group: TradeGroup) => Named> {
  const keys = groups.map(({ key }) => key);
  const plain = (name: string): Named => ({ name, tradingSymbol: null, href: null });
  switch (by) {
    case "role":
      return ({ key }) => plain(ROLE_WORDS[key as Role]);
    case "industry":
      return ({ key }) => plain(key === UNKNOWN_SIC ? "Not known" : describeSic(key));
    case "month":
      return ({ key }) => plain(formatMonth(key));
    case "insider": {
      const filed = await findOwnerNames(db, keys);
      const owner = (cik: string) => ({ cik, name: filed.get(cik) ?? null });
      const names = await findReadingNames(db, keys.map(owner));
      return ({ key }) => ({ ...plain(listedName(owner(key), names) ?? `CIK ${key}`), href: insiderUrl(key) });
    }
    case "issuer":
    case "issuer-day": {
      const issuers = await findIssuerNames(db, keys);
      return ({ key }) => ({
        name: issuers.get(key)?.name ?? `CIK ${key}`,
        tradingSymbol: issuers.get(key)?.tradingSymbol ?? null,
        href: issuerUrl(key),
      });
    }
  }
}

/** The filter that finds the transactions of a group; null if none finds exactly these. */
function filterOfGroup(filter: FilingFilter, by: Group, { key, day, first, last }: TradeGroup): FilingFilter | null {
  const tradedOn = (from: string | null, to: string | null) => ({ tradedWithin: null, tradedFrom: from, tradedTo: to });
  switch (by) {
    case "role": {
      const role = key as Role;
      return filter.role.length === 0 || filter.role.includes(role) ? { ...filter, role: [role] } : null;
    }
    case "industry":
      return { ...filter, sic: narrowedTo(key, filter.sic) };
    case "month":
      return { ...filter, ...tradedOn(first, last) };
    case "insider":
      return { ...filter, insider: [{ cik: key }] };
    case "issuer":
      return { ...filter, issuer: [{ cik: key }] };
    case "issuer-day":
      return { ...filter, issuer: [{ cik: key }], ...tradedOn(day, day) };
  }
}

/** The newest rows of a group. */
async function openGroup(db: Db, filter: FilingFilter, { by }: Grouping, group: TradeGroup): Promise<OpenGroup | null> {
  const ofGroup = filterOfGroup(filter, by, group);
  if (ofGroup === null) return null;
  const { entries } = await listFilings(db, ofGroup, { after: null, limit: ROWS_SHOWN, onlyTransactions: true });
  const lines = transactionLines(entries.map((entry) => ({ entry, rows: matchingRows(entry, ofGroup) })));
  const shown = lines.slice(0, ROWS_SHOWN);
  const [names, marks] = await Promise.all([
    findReadingNames(
      db,
      shown.flatMap(({ entry }) => entry.filing.owners.slice(0, 1)),
    ),
    loadRowMarks(db, entries),
  ]);
  return {
    id: groupId(group),
    names,
    lines: shown.map((line) => ({
      ...line,
      marks: marks[line.entry.filing.accessionNumber]?.[rowId(line.row)] ?? NO_MARKS,
    })),
  };
}

/** The codes of a filter that are in a group, or the group if all of it is asked for. */
const narrowedTo = (group: string, asked: readonly string[]): string[] =>
  asked.length === 0 || asked.some((digits) => group.startsWith(digits))
    ? [group]
    : asked.filter((digits) => digits.startsWith(group));
