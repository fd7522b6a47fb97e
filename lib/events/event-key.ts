import { securityName } from "@/lib/holdings/holding-line";
import type { ReportedRow } from "@/lib/record/reported-row";
import { decimalText } from "@/lib/values/ten-thousandths";

/** "100" and "100.00" are equal, and so are two missing numbers; zero is not a missing number. */
const number = (text: string | null): string => decimalText(text) ?? text?.trim() ?? "";

const isDay = /^\d{4}-\d\d-\d\d$/;

/** How much changed hands: the number of shares, or else the value; null if neither can be read. */
const amount = ({ transactionShares, transactionTotalValue }: ReportedRow): string | null => {
  const shares = decimalText(transactionShares.value);
  if (shares !== null) return shares;
  const value = decimalText(transactionTotalValue.value);
  return value === null ? null : `$${value}`;
};

const balance = ({ sharesOwnedFollowing, valueOwnedFollowing }: ReportedRow): string => {
  const shares = number(sharesOwnedFollowing.value);
  if (shares !== "") return shares;
  const value = number(valueOwnedFollowing.value);
  return value === "" ? "" : `$${value}`;
};

/**
 * What two reports of one trade have in common. Equal keys alone do not make one trade: the grants of a whole board have them
 * too. Null for holdings, for transactions without a day or an amount, and if the issuer is unknown.
 */
export function eventKey(row: ReportedRow, issuerCik: string | null): string | null {
  const day = row.transactionDate.value;
  if (row.kind !== "transaction" || day === null || issuerCik === null || !isDay.test(day)) return null;
  const moved = amount(row);
  if (moved === null) return null;
  const parts = [
    issuerCik,
    row.tableNumber,
    day,
    row.transactionCode ?? "",
    row.acquiredDisposedCode.value ?? "",
    moved,
    number(row.pricePerShare.value),
    balance(row),
  ];
  if (row.tableNumber === "II") parts.push(number(row.conversionOrExercisePrice.value), row.expirationDate.value ?? "");
  parts.push(securityName(row.securityTitle.value));
  return parts.join("|");
}

/** Rows with different rough keys have different keys too. It is quick to make. */
export function roughEventKey(row: ReportedRow): string | null {
  const day = row.transactionDate.value;
  if (row.kind !== "transaction" || day === null) return null;
  const moved = row.transactionShares.value ?? row.transactionTotalValue.value ?? "";
  return `${row.tableNumber}${day}${row.transactionCode}${rough(moved)}`;
}

/** Equal decimals stay equal; two that differ after the sixteenth digit may become equal. */
const rough = (text: string): number => Number(text.includes(",") ? text.replaceAll(",", "") : text);
