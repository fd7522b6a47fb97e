import type { BalanceEvidence } from "./balance-evidence";
import { areToldApart, type ComparedRow, type TradePart, trade, tradeWithout } from "./compared-row";
import type { RowMatching, RowPair } from "./row-matching";

/** A price or balance that not every other row may have as well. */
const isTelling = (value: string): boolean => value !== "" && value !== "0";

/** The key of transactions of which every value is given that is to agree. */
const withValues =
  (keyOf: (row: ComparedRow) => string, valuesOf: (row: ComparedRow) => (string | null)[]) =>
  (row: ComparedRow): string | null => {
    if (row.kind !== "transaction") return null;
    const values = valuesOf(row);
    return values.includes("") || values.includes(null) ? null : [keyOf(row), ...values].join("|");
  };

/** Whether balances leave room for one trade alone: both begin or end with the same one, or do not tell. */
const isSameEnd = ({ standing, restating }: RowPair): boolean =>
  standing.prior === restating.prior ||
  standing.prior === null ||
  restating.prior === null ||
  (standing.balance === restating.balance && (standing.balance !== "0" || standing.sort === "I transaction"));

export type Evidence = (pair: RowPair) => BalanceEvidence;

/** Pairs transactions of which an amendment corrects price, balance or number of shares: the surest first. */
export function restateNumbers(matching: RowMatching, evidence: Evidence, saysMore: () => boolean): void {
  const haveEqualNumbers = matching.isLikely(trade, saysMore);
  const isWholeTable = matching.isLikely(({ sort }) => sort, saysMore);
  const hasMore = matching.hasMore(trade);
  // Where an amendment has some rows alone, one with other shares and another balance may be any trade of that day.
  const isLikely = (pair: RowPair) => haveEqualNumbers(pair) && (isWholeTable(pair) || isSameEnd(pair));
  // A restatement that drops a row gives those behind it other balances: they are known by amount and price, which no other has.
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
      // A price that only a note tells is the same as none.
      ({ amount, price }) => [amount, `at ${price}`],
      (pair) => {
        const found = evidence(pair);
        const isCertain = found === "restates" || (found === null && !areToldApart(pair.standing, pair.restating));
        // A second grant of one size has no price either.
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

/** Pairs transactions that agree in shares and balance, and in all but one of what tells trades apart. */
export function restateParts(matching: RowMatching, evidence: Evidence, saysMore: () => boolean): void {
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
  // A purchase that was a sale, or the other way round: from the same balance.
  matching.pairBy(
    withValues(tradeWithout("code", "letter"), ({ amount, prior }) => [amount, prior]),
    isEvident,
  );
}
