import { areToldApart, type ComparedRow, tradeWithout } from "./compared-row";
import type { RowMatching, RowPair } from "./row-matching";

const vehicle = tradeWithout("date", "code", "letter", "exercisePrice", "expiration");

const line = (row: ComparedRow): string => `${vehicle(row)}|${row.termsAndNotes}`;

const lineByNotes = (row: ComparedRow): string => `${line(row)}|${row.vehicleAndNotes}`;

const ofHoldings =
  (keyOf: (row: ComparedRow) => string) =>
  (row: ComparedRow): string | null =>
    row.kind === "holding" ? keyOf(row) : null;

/** The key with the balance. A holding of nothing has its full key instead, because many have no balance. */
const withBalance = (keyOf: (row: ComparedRow) => string) =>
  ofHoldings((row) => `${keyOf(row)}|${row.balance === "" || row.balance === "0" ? row.key : row.balance}`);

/**
 * Pairs holdings of one security that are held in one way and on the same terms; then those that agree in amount and in all but
 * one of these.
 */
export function restateHoldings(matching: RowMatching, saysMore: () => boolean): void {
  const isLikely = matching.isLikely(line, saysMore);
  const hasMore = matching.hasMore(({ sort }) => sort);
  // With derivatives, a second grant may have the same terms; stock that is held in one way is one holding.
  const isOneHolding = (keyOf: (row: ComparedRow) => string) => {
    const haveEqualNumbers = matching.isLikely(keyOf, () => false);
    return (pair: RowPair) => haveEqualNumbers(pair) && (pair.restating.sort === "I holding" || !saysMore());
  };
  const isOneOnLine = isOneHolding(line);
  matching.pairBy(
    withBalance(line),
    (pair) => !areToldApart(pair.standing, pair.restating) || isLikely(pair) || hasMore(pair),
  );
  matching.pairBy(ofHoldings(lineByNotes), isOneHolding(lineByNotes));
  matching.pairBy(ofHoldings(line), (pair) =>
    areToldApart(pair.standing, pair.restating) ? isLikely(pair) : isOneOnLine(pair),
  );

  const isWholeTable = matching.isLikely(({ sort }) => sort, saysMore);
  matching.pairBy(withBalance(vehicle), isWholeTable);
  matching.pairBy(
    withBalance((row) => [row.sort, row.security, row.termsAndNotes].join("|")),
    isWholeTable,
  );
  matching.pairBy(
    withBalance((row) => [row.sort, row.vehicle, row.termsAndNotes].join("|")),
    isWholeTable,
  );
}
