import type { NoteFacts } from "@/lib/record/derived-filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import type { TransferKind } from "@/lib/record/stated-facts";
import { codeGroup } from "@/lib/record/transaction-codes";
import { parseDecimal } from "@/lib/values/decimal";
import { exercises } from "./exercise-pairs";
import { securityName } from "./holding-line";

/** Rows of a filing with equal numbers of shares, disposed of and received. No row says which belongs to which. */
export type Transfer = {
  kind: "transfer" | "conversion";
  given: readonly ReportedRow[];
  received: readonly ReportedRow[];
};

/** Codes by which shares move from one line of the same owners to another: gifts, wills, voting trusts, other. */
const TRANSFER_CODES: ReadonlySet<string> = new Set(["G", "W", "Z", "J"]);

/** How a row is held, according to the row. */
const heldAs = ({ directOrIndirect, natureOfOwnership }: ReportedRow): string =>
  JSON.stringify([directOrIndirect, natureOfOwnership]);

/** For a derivative, its terms too. */
const security = ({ securityTitle, conversionOrExercisePrice, expirationDate }: ReportedRow): string =>
  [securityName(securityTitle.value), conversionOrExercisePrice.value ?? "", expirationDate.value ?? ""].join("|");

type Sort = { kind: Transfer["kind"]; key: string };

function sortOf(row: ReportedRow): Sort | null {
  const { kind, tableNumber, transactionCode: code, transactionDate, transactionShares } = row;
  const shares = parseDecimal(transactionShares.value);
  if (kind !== "transaction" || code === null || transactionDate.value === null || !shares?.gt(0)) return null;
  const key = [tableNumber, code, transactionDate.value, shares.toFixed()];
  if (TRANSFER_CODES.has(code)) return { kind: "transfer", key: [...key, security(row)].join("|") };
  return codeGroup(code) === "exercise" ? { kind: "conversion", key: key.join("|") } : null;
}

/**
 * Transfers between lines of the owners of a filing, and conversions of one security into another within one table: same
 * day, code and shares, opposite letters. A transfer leaves the security as it is and moves it to another line; a
 * conversion moves it to another security. A row in both tables is an exercise, and is left out.
 */
export function transfers(rows: readonly ReportedRow[]): Transfer[] {
  const groups = new Map<string, { kind: Transfer["kind"]; given: ReportedRow[]; received: ReportedRow[] }>();
  for (const row of rows) {
    const sort = sortOf(row);
    const letter = row.acquiredDisposedCode.value;
    if (!sort || (letter !== "A" && letter !== "D")) continue;
    const group = groups.get(sort.key) ?? { kind: sort.kind, given: [], received: [] };
    groups.set(sort.key, group);
    (letter === "D" ? group.given : group.received).push(row);
  }
  const inBothTables = new Set(exercises(rows).flatMap(({ shares, derivatives }) => [...shares, ...derivatives]));
  return [...groups.values()].filter(({ kind, given, received }) => {
    if (given.length === 0 || received.length === 0) return false;
    if ([...given, ...received].some((row) => inBothTables.has(row))) return false;
    const what = kind === "transfer" ? heldAs : security;
    const before = new Set(given.map(what));
    return received.every((row) => !before.has(what(row)));
  });
}

/** If one side has more rows than the other, someone else took part. */
const isWithinFiling = ({ given, received }: Transfer): boolean => given.length === received.length;

/** Transfers between lines of the owners themselves. */
export const ownTransfers = (rows: readonly ReportedRow[]): Transfer[] =>
  transfers(rows).filter((transfer) => transfer.kind === "transfer" && isWithinFiling(transfer));

/** Whether two rows may be the two sides of a transfer. Saves pairing all rows of a long page for each of them. */
export const isOfOneTransfer = (one: ReportedRow, other: ReportedRow): boolean =>
  one.transactionCode !== null &&
  TRANSFER_CODES.has(one.transactionCode) &&
  one.transactionCode === other.transactionCode &&
  one.transactionDate.value === other.transactionDate.value;

/** The rows of a filing that report the other side of what a row reports. */
export type OtherSide = {
  kind: "exercise" | Transfer["kind"];
  /** Row ids. Several if only together they are the other side, or if no row says which. */
  rows: readonly string[];
};

/** By row id: of an exercise the rows in the other table, of a transfer or conversion the other leg. */
export function otherSides(rows: readonly ReportedRow[]): ReadonlyMap<string, OtherSide> {
  const sides = new Map<string, OtherSide>();
  const join = (kind: OtherSide["kind"], of: readonly ReportedRow[], other: readonly ReportedRow[]) => {
    for (const row of of) sides.set(rowId(row), { kind, rows: other.map(rowId) });
  };
  for (const { shares, derivatives } of exercises(rows)) {
    join("exercise", shares, derivatives);
    join("exercise", derivatives, shares);
  }
  for (const { kind, given, received } of transfers(rows).filter(isWithinFiling)) {
    join(kind, given, received);
    join(kind, received, given);
  }
  return sides;
}

/** Of a row with the code of a gift: the kind of transfer that its footnotes state, if none of them calls it a gift. */
export function statedTransfer(row: ReportedRow, facts: NoteFacts): TransferKind | null {
  if (row.transactionCode !== "G") return null;
  const stated = rowNotes(row).flatMap((id) => facts.get(id) ?? []);
  if (stated.some(({ gift }) => gift)) return null;
  return stated.find(({ transfer }) => transfer)?.transfer?.value.kind ?? null;
}
