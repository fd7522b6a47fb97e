import { buyRatio } from "@/lib/filters/grouping";
import { parseDecimal } from "@/lib/values/decimal";
import type { NamedGroup } from "@/lib/views/groups";

const netOf = ({ bought, sold }: NamedGroup) => parseDecimal(bought)?.minus(sold).toFixed() ?? null;

/** A group of trades as JSON. */
export function groupRecord(group: NamedGroup, site: string) {
  const { href, rowsUrl, ...rest } = group;
  return {
    ...rest,
    net: netOf(group),
    buyRatio: buyRatio(group),
    url: href === null ? null : site + href,
    rowsUrl: site + rowsUrl,
  };
}

export const GROUP_HEADER = [
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

export const groupCells = (group: NamedGroup, site: string): (string | null)[] => [
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
  netOf(group),
  buyRatio(group),
  String(group.valueMissing),
  String(group.leftOut),
  group.first,
  group.last,
  site + group.rowsUrl,
];
