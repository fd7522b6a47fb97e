import Big from "big.js";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { isUnderwritten } from "@/lib/record/row-in-filing";
import { parseDecimal } from "@/lib/values/decimal";
import { formatCountInWords, formatDecimal } from "@/lib/values/decimals";
import { formatValue } from "@/lib/values/money";
import { numberInWords } from "@/lib/values/number-words";
import { isStock, type Move } from "./headline-moves";
import type { HeadlineOf } from "./headline-of";
import { heldInWords, namedHolders } from "./holders-in-words";
import { countedSecurity, shortTitle } from "./security-words";

export type Clause = {
  /** Whether the words follow "reported". */
  isReport: boolean;
  words: string;
};

/** One kind of transaction: "sold 7,663 shares", "had 1,020 shares withheld", "a sale of 500 shares held by Harrow Street". */
export function clause(
  move: Move,
  options: Pick<HeadlineOf, "issuer" | "facts" | "currencies" | "averages"> & { named: boolean },
): Clause {
  const { verb, isReport, isTransfer, rows } = move;
  const noun = isReport ? verb.noun : null;
  const { before, after } = withTimes(noun ?? verb, move);
  const held = isReport && !isTransfer ? heldInWords(rows, options.facts) : "";
  const offering = rows.every((row) => isUnderwritten(row, options.facts)) ? "in an underwritten offering" : "";
  const at = priceInWords(move, options);
  const holders = move.isForHolder ? `(received by ${namedHolders(rows, options.facts)})` : "";
  const words = [before, amount(move, options.issuer, options.named), held, after, at, offering, holders]
    .filter((part) => part !== "")
    .join(" ");
  const isReported = /^reported /.test(words);
  return { isReport: noun !== null || isReported, words: isReported ? words.replace("reported ", "") : words };
}

/** Gifts on several days, or to several persons, are not one: "seven gifts, in all 11.6 million shares". */
function withTimes({ before, after }: { before: string; after: string }, { rows }: Move) {
  const gifts = `${numberInWords(rows.length)} gifts`;
  if (rows.length > 1 && before === "a gift of") return { before: `${gifts}, in all`, after };
  return rows.length > 1 && before === "gave" ? { before, after: `in ${gifts}` } : { before, after };
}

function amount(move: Move, issuer: string | null, named: boolean): string {
  const [first] = move.rows;
  const title = shortTitle(first?.securityTitle.value ?? null);
  const isOnOptions = move.isOption && first?.tableNumber === "II";
  const shares = sum(
    move.rows,
    (row) => (isOnOptions ? row.underlyingSecurityShares.value : null) ?? row.transactionShares.value,
  );
  if (shares === null) {
    const total = sum(move.rows, (row) => row.transactionTotalValue.value);
    const what = `${title}${issuer ? ` of ${issuer}` : ""}`;
    return total === null ? `an incompletely reported amount of ${what}` : `${formatValue(total.toFixed())} of ${what}`;
  }
  const count = move.rows.length > 1 ? formatCountInWords(shares) : formatDecimal(shares);
  const noun = shares.eq(1) ? "share" : "shares";
  const ofIssuer = issuer ? `${issuer} ` : "";
  if (isOnOptions) {
    const onShares = `${count} ${ofIssuer}${noun}`;
    return /options on$/.test(move.verb.before) ? onShares : `options on ${onShares}`;
  }
  if (isStock(move)) return named ? `${count} ${ofIssuer}${noun} (${title})` : `${count} ${ofIssuer}${noun}`;
  const what = countedSecurity(shares, count, title);
  return issuer ? `${what} of ${issuer}` : what;
}

/**
 * "at $64.87", "at an average of $64.87". The form does not say whether the price of securities from the issuer was paid: for an award,
 * it is what the award was worth.
 */
function priceInWords(move: Move, { currencies, averages }: Pick<HeadlineOf, "currencies" | "averages">): string {
  const price = commonPrice(move, currencies);
  if (price === null) return "";
  if (move.rows.every(({ transactionCode }) => transactionCode === "A")) return `(price stated: ${price})`;
  return move.rows.some((row) => averages.has(rowId(row))) ? `at an average of ${price}` : `at ${price}`;
}

/** The price, if all rows have the same one in one currency and it is meaningful, unlike that of a grant or gift at 0. */
function commonPrice({ rows, verb: { before } }: Move, currencies: HeadlineOf["currencies"]): string | null {
  if (!/^(bought|sold|exercised|acquired)/.test(before)) return null;
  const prices = rows.map((row) =>
    parseDecimal(
      row.tableNumber === "II" && before.startsWith("exercised")
        ? row.conversionOrExercisePrice.value
        : row.pricePerShare.value,
    ),
  );
  const [first] = prices;
  if (!first?.gt(0) || !prices.every((price) => price?.eq(first))) return null;
  const [currency = null, ...others] = new Set(rows.map((row) => currencies.get(rowId(row)) ?? null));
  if (others.length > 0) return null;
  const price = formatDecimal(first, first.round(2).eq(first) ? 2 : undefined);
  return currency === null ? `$${price}` : `${currency} ${price}`;
}

function sum(rows: readonly ReportedRow[], of: (row: ReportedRow) => string | null): Big | null {
  return rows.reduce<Big | null>((total, row) => {
    const value = parseDecimal(of(row));
    return total && value ? total.plus(value) : null;
  }, new Big(0));
}
