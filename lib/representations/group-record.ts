import type { TradeGroupAnswer } from "@/lib/answers/lists";
import { buyRatio, netValue } from "@/lib/filters/grouping";
import type { NamedGroup } from "@/lib/views/groups";
import type { Table } from "./table";

/** A group of trades as JSON. */
export function groupRecord(group: NamedGroup, site: string): TradeGroupAnswer {
  const { href, rowsUrl, ...rest } = group;
  return {
    ...rest,
    net: netValue(group),
    buyRatio: buyRatio(group),
    url: href === null ? null : site + href,
    rowsUrl: rowsUrl === null ? null : site + rowsUrl,
  };
}

const HEADER = [
  "key",
  "name",
  "trading_symbol",
  "day",
  "trades",
  "issuers",
  "insiders",
  "buyers",
  "sellers",
  "purchases",
  "sales",
  "bought",
  "sold",
  "net",
  "buy_ratio",
  "value_missing",
  "left_out",
  "first",
  "last",
  "rows_url",
];

const cells = (group: NamedGroup, site: string): (string | null)[] => [
  group.key,
  group.name,
  group.tradingSymbol,
  group.day,
  String(group.trades),
  String(group.issuers),
  String(group.insiders),
  String(group.buyers),
  String(group.sellers),
  String(group.purchases),
  String(group.sales),
  group.bought,
  group.sold,
  netValue(group),
  buyRatio(group),
  String(group.valueMissing),
  String(group.leftOut),
  group.first,
  group.last,
  group.rowsUrl === null ? null : site + group.rowsUrl,
];

export const groupTable = (site: string): Table<NamedGroup> => ({
  header: HEADER,
  cells: (group) => cells(group, site),
  record: (group) => groupRecord(group, site),
});
