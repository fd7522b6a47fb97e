import type { BalanceEvidence } from "./balance-evidence";
import { areToldApart, type ComparedRow, type TradePart, trade, tradeWithout } from "./compared-row";
import type { RowMatching, RowPair } from "./row-matching";

/** Whether a price or balance shows anything: many rows have none, or zero. */
const isTelling = (value: string): boolean => value !== "" && value !== "0";

/** The key of transactions in which every value that must agree is given. */
const withValues =
  (keyOf: (row: ComparedRow) => string, valuesOf: (row: ComparedRow) => (string | null)[]) =>
  (row: ComparedRow): string | null => {
    if (row.kind !== "transaction") return null;
    const values = valuesOf(row);
    return values.includes("") || values.includes(null) ? null : [keyOf(row), ...values].join("|");
  };

/** Whether the balances allow only one trade: both begin or end with the same balance, or are unknown. */
const isSameEnd = ({ standing, restating }: RowPair): boolean =>
  standing.prior === restating.prior ||
  standing.prior === null ||
  restating.prior === null ||
  (standing.balance === restating.balance && (standing.balance !== "0" || standing.sort === "I transaction"));

export type EvidenceOf = (pair: RowPair) => BalanceEvidence;

/** Pairs transactions of which an amendment corrects price, balance or number of shares: the most certain first. */
export function restateNumbers(matching: RowMatching, evidence: EvidenceOf, saysMore: () => boolean): void {
  const haveEqualNumbers = matching.isLikely(trade, saysMore);
  const isWholeTable = matching.isLikely(({ sort }) => sort, saysMore);
  const hasMore = matching.hasMore(trade);
  // If an amendment has only some rows, one with other shares and another balance may be any trade of that day.
  const isLikely = (pair: RowPair) => haveEqualNumbers(pair) && (isWholeTable(pair) || isSameEnd(pair));
  // If a restatement drops a row, those after it get other balances. They are recognised by an amount and price that no other row
  // has.
  const isOneTradeMoved = ({ standing, restating }: RowPair): boolean =>
    standing.balance !== restating.prior &&
    standing.prior !== restating.balance &&
    matching.restating.length > 1 &&
    [matching.standing, matching.restating].every(
      (rows) =>
        rows.filter(
          (row) => trade(row) === trade(restating) && row.amount === restating.amount && row.price === restating.price,
        ).length === 1,
    );
  const isEvident = (pair: RowPair) => evidence(pair) === "restates";
  const isEvidentOrLikely = (pair: RowPair): boolean => {
    const found = evidence(pair);
    return found === "restates" || ((found === null || found === "flat") && isLikely(pair));
  };

  const passes: [(row: ComparedRow) => (string | null)[], (pair: RowPair) => boolean][] = [
    [
      ({ amount, balance }) => [amount, balance],
      (pair) => isEvidentOrLikely(pair) || (evidence(pair) === null && hasMore(pair)),
    ],
    [
      // A price that is only in a note is the same as none.
      ({ amount, price }) => [amount, `at ${price}`],
      (pair) => {
        const found = evidence(pair);
        const isCertain = found === "restates" || (found === null && !areToldApart(pair.standing, pair.restating));
        // A second grant of the same size has no price either.
        if (isCertain) return true;
        if (!isTelling(pair.restating.price) || saysMore()) return false;
        return found !== "adds" || isOneTradeMoved(pair);
      },
    ],
    [({ amount }) => [amount], isEvidentOrLikely],
    [() => [], isEvident],
    [
      ({ price, balance }) => (isTelling(price) && isTelling(balance) ? [price, balance] : [null]),
      (pair) => evidence(pair) === null && !saysMore(),
    ],
    [() => [], isEvidentOrLikely],
  ];
  for (const [valuesOf, accept] of passes) matching.pairBy(withValues(trade, valuesOf), accept);
}

/** Pairs transactions that agree in shares and balance, and in all but one of the things that distinguish trades. */
export function restateParts(matching: RowMatching, evidence: EvidenceOf, saysMore: () => boolean): void {
  const isEvident = (pair: RowPair) => evidence(pair) === "restates";
  const isTellingBalance = (pair: RowPair) =>
    evidence(pair) !== "flat" && isTelling(pair.restating.balance) && !areToldApart(pair.standing, pair.restating);
  const never = () => false;
  const parts: [TradePart, (pair: RowPair) => boolean][] = [
    ["date", isEvident],
    ["code", isEvident],
    ["letter", isTellingBalance],
    // Two grants, or the shares of two children, may agree in everything else.
    ["security", never],
    ["vehicle", never],
    ["exercisePrice", never],
    ["expiration", never],
  ];
  for (const [part, isCertain] of parts) {
    const keyOf = tradeWithout(part);
    const isLikely = matching.isLikely(keyOf, saysMore);
    matching.pairBy(
      withValues(keyOf, ({ amount, balance }) => [amount, balance]),
      (pair) => isCertain(pair) || isLikely(pair),
    );
  }
  // A purchase that was really a sale, or vice versa, from the same balance.
  matching.pairBy(
    withValues(tradeWithout("code", "letter"), ({ amount, prior }) => [amount, prior]),
    isEvident,
  );
}
