import { securityName } from "@/lib/holdings/holding-line";
import type { ReportedRow } from "@/lib/record/reported-row";
import { decimalText } from "@/lib/values/ten-thousandths";

/** "100" and "100.00" are equal, and so are two that are missing; zero is not missing. */
const number = (text: string | null): string => decimalText(text) ?? text?.trim() ?? "";

const isDay = /^\d{4}-\d\d-\d\d$/;

/** How much changed hands: the shares, or the value of what is not counted in shares; null where neither can be read. */
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
 * What two reports of one trade agree in. Equal keys are not enough to call them one: the grants of a whole board agree
 * in them too. `null` for holdings, for transactions that state no day or no amount, and where the issuer is not known.
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

/** Rows of unlike rough keys have unlike keys too; it costs next to nothing. */
export function roughEventKey(row: ReportedRow): string | null {
  const day = row.transactionDate.value;
  if (row.kind !== "transaction" || day === null) return null;
  const moved = row.transactionShares.value ?? row.transactionTotalValue.value ?? "";
  return `${row.tableNumber}${day}${row.transactionCode}${rough(moved)}`;
}

/** Equal decimals are equal here; two that differ behind the sixteenth digit may be. */
const rough = (text: string): number => Number(text.includes(",") ? text.replaceAll(",", "") : text);
