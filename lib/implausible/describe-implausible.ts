import type { Implausible, ImplausibleCause, ImplausibleReason } from "@/lib/record/implausible";
import { type Count, describeCount } from "@/lib/values/counts";
import { formatShares } from "@/lib/values/decimals";
import { formatPrice } from "@/lib/values/money";
import { DAYS_APART } from "./outlying-prices";

/** "2 rows with an implausible price", "more than 10,000 rows with an implausible price or number of shares" */
export function implausibleRowsInWords(rows: number | Count, prices: number, noun = "row"): string {
  const count = typeof rows === "number" ? { count: rows, countAtLeast: rows } : rows;
  const what =
    count.count === prices
      ? "price"
      : count.count === null || prices > 0
        ? "price or number of shares"
        : "number of shares";
  return `${describeCount(count, noun)} with an implausible ${what}`;
}

const WHAT: Record<Implausible["field"], string> = { pricePerShare: "price", transactionShares: "number of shares" };

/** "Implausible price" */
export const implausibleName = ({ field }: Implausible): string => `Implausible ${WHAT[field]}`;

const CAUSES: Record<ImplausibleCause, string> = {
  total: "probably the total",
  "decimal point": "probably missing its decimal point",
  swapped: "price and shares probably swapped",
};

const AGAINST: Record<
  Exclude<ImplausibleReason, "stated total">,
  (comparedWith: Implausible["comparedWith"]) => string
> = {
  "stated price": () => "the price in its footnote",
  "stated range": () => "the highest price in its footnote",
  "exercise price": () => "the exercise price",
  balances: () => "the change in the balance",
  "other trades": ({ trades }) =>
    `the price of ${trades === 1 ? "another trade" : `${trades} other trades`} within ${DAYS_APART} days`,
  "another report": () => "the price in another report of this trade",
};

/** "24,000 times the price of 3 other trades within 30 days ($11.63), probably the total" */
export function describeImplausible({ field, reason, cause, comparedWith }: Implausible): string {
  const { amount, times } = comparedWith;
  const shown = field === "pricePerShare" ? formatPrice(amount) : formatShares(amount);
  if (reason === "stated total") {
    return `The footnote says that this is the total, ${times && timesInWords(times)} times the price per share (${shown})`;
  }
  const against = AGAINST[reason](comparedWith);
  const compared = times === null ? `Differs from ${against}` : `${timesInWords(times)} times ${against}`;
  return [`${compared} (${shown})`, ...(cause === null ? [] : [CAUSES[cause]])].join(", ");
}

/** Three digits say enough about a factor: "112,000". */
const timesInWords = (times: string): string => Number(Number(times).toPrecision(3)).toLocaleString("en-US");
