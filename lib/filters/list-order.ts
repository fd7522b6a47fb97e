import { isSameOrder, parseSortOrder, type SortOrder } from "@/lib/filters/sort-order";
import { type Count, describeCount } from "@/lib/values/counts";
import { isCalendarDate } from "@/lib/values/is-calendar-date";

type Key = "date" | "numeric" | "text";

/** What a list of transactions can be sorted by, besides when its filings were filed. */
export const ORDER_KEYS = {
  traded: "date",
  value: "numeric",
  shares: "numeric",
  price: "numeric",
  change: "numeric",
  delay: "numeric",
  insider: "text",
  issuer: "text",
} as const satisfies Record<string, Key>;

export type OrderKey = keyof typeof ORDER_KEYS;

export const LIST_ORDERS = ["filed", ...(Object.keys(ORDER_KEYS) as OrderKey[])] as const;

export type ListOrder = SortOrder & { column: (typeof LIST_ORDERS)[number] };

export const NEWEST_FIRST: ListOrder = { column: "filed", descending: true };

export const isNewestFirst = (order: ListOrder) => isSameOrder(order, NEWEST_FIRST);

export const parseListOrder = (text: string) => parseSortOrder(text, LIST_ORDERS) as ListOrder | null;

const LONGEST_NUMBER = 500;
const LONGEST_NAME = 500;

const IS_KEY: Record<Key, (text: string) => boolean> = {
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDate(text),
  numeric: (text) => text.length <= LONGEST_NUMBER && /^-?\d+(?:\.\d+)?$/.test(text),
  text: (text) => text.length <= LONGEST_NAME && !/\p{Cc}/u.test(text),
};

/** Whether a text from the address of a page can be the value by which a filing is sorted. */
export const isKeyOf = (column: OrderKey, text: string): boolean => IS_KEY[ORDER_KEYS[column]](text);

/** How a list is sorted, in words: largest or latest first, and the reverse. */
const ORDER_WORDS: Record<ListOrder["column"], readonly [descending: string, ascending: string]> = {
  filed: ["newest first", "oldest first"],
  traded: ["latest trade first", "earliest trade first"],
  value: ["largest value first", "smallest value first"],
  shares: ["most shares first", "fewest shares first"],
  price: ["highest price first", "lowest price first"],
  change: ["largest rise in a holding first", "largest fall in a holding first"],
  delay: ["longest delay first", "shortest delay first"],
  insider: ["insiders from Z to A", "insiders from A to Z"],
  issuer: ["issuers from Z to A", "issuers from A to Z"],
};

export const describeOrder = ({ column, descending }: ListOrder): string => ORDER_WORDS[column][descending ? 0 : 1];

/** What a row lacks that comes last. */
const MISSING_WORDS: Record<OrderKey, string> = {
  traded: "a trade date",
  value: "a value",
  shares: "a number of shares",
  price: "a price",
  change: "a change in the holding",
  delay: "a due date",
  insider: "a named insider",
  issuer: "a named issuer",
};

/** "1,204 rows without a value come last"; null if there are none. */
export function describeUnsorted({ column }: ListOrder, without: Count | null): string | null {
  if (column === "filed" || without === null || without.countAtLeast === 0) return null;
  return `${describeCount(without, "row")} without ${MISSING_WORDS[column]} ${without.countAtLeast === 1 ? "comes" : "come"} last`;
}
