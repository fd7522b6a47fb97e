import { balanceRow, holdingLineKey } from "@/lib/holdings/holding-line";
import { impliedPriorBalance } from "@/lib/record/continuity";
import { entryRows } from "@/lib/record/entry-rows";
import type { FilingEntry } from "@/lib/record/filing";
import { type Field, type ReportedRow, rowId } from "@/lib/record/reported-row";
import { rowKey, type SeriesRow } from "@/lib/record/row-in-filing";
import { decimalText } from "@/lib/values/ten-thousandths";

/**
 * A row prepared for comparing an original with an amendment: texts are normalised, numbers lose zeros and commas of their
 * spelling, and `""` means not reported.
 */
export type ComparedRow = {
  /** `I-2` */
  id: string;
  /** `0001365555-13-000001#I-2` */
  key: string;
  kind: "transaction" | "holding";
  /** Table and kind: only rows of the same sort restate each other. */
  sort: string;
  security: string;
  date: string;
  code: string;
  letter: string;
  /** Direct or indirect, and through whom: the nature of ownership, or the note it cites. */
  vehicle: string;
  /** The same with the notes of the nature of ownership, even if it has a text of its own. */
  vehicleAndNotes: string;
  /** For a derivative, as filed. */
  exercisePrice: string;
  expiration: string;
  /** Exercise price and expiry, with the notes that replace them. */
  termsAndNotes: string;
  amount: string;
  price: string;
  /** The amount owned following the transaction, or of a holding. */
  balance: string;
  /** The balance before the row, computed from the row alone; null if that is impossible. */
  prior: string | null;
  /** Every value of the row, with the notes on how and on what terms it is held. */
  values: string;
};

const number = ({ value }: Field): string => decimalText(value) ?? value?.trim() ?? "";

const text = ({ value }: Field): string => value?.trim() ?? "";

/** Shares, or the value in dollars if the row is reported by value. */
const sharesOrValue = (shares: Field, value: Field): string =>
  shares.value === null && value.value !== null ? `$${number(value)}` : number(shares);

/** Form 3 has no column for the number of derivatives, only for the shares underlying them. */
const heldUnderlying = ({ kind, underlyingSecurityShares, underlyingSecurityValue }: ReportedRow): string =>
  kind === "holding" ? sharesOrValue(underlyingSecurityShares, underlyingSecurityValue) : "";

/** All rows of a filing, in order. */
export const comparedRows = (entry: FilingEntry): ComparedRow[] => entryRows([entry]).map(comparedRow);

function comparedRow(source: SeriesRow): ComparedRow {
  const { row } = source;
  const line = holdingLineKey(source, { notesTellApart: false });
  const direct = line.directOrIndirect ?? "";
  const told = {
    kind: row.kind,
    sort: `${row.tableNumber} ${row.kind}`,
    security: line.security,
    date: text(row.transactionDate),
    code: row.transactionCode ?? "",
    letter: text(row.acquiredDisposedCode),
    vehicle: `${direct} ${line.vehicle}`,
    exercisePrice: number(row.conversionOrExercisePrice),
    expiration: text(row.expirationDate),
    amount: sharesOrValue(row.transactionShares, row.transactionTotalValue),
    price: number(row.pricePerShare),
    balance: sharesOrValue(row.sharesOwnedFollowing, row.valueOwnedFollowing) || heldUnderlying(row),
    vehicleAndNotes: `${direct} ${holdingLineKey(source, { notesTellApart: true }).vehicle}`,
    termsAndNotes: line.terms,
  };
  return {
    ...told,
    id: rowId(row),
    key: rowKey(source),
    prior: row.kind === "transaction" ? impliedPriorBalance(balanceRow(source)) : null,
    values: [
      ...Object.values(told),
      text(row.deemedExecutionDate),
      row.equitySwapInvolved === true,
      text(row.exerciseDate),
      text(row.underlyingSecurityTitle),
      number(row.underlyingSecurityShares),
      number(row.underlyingSecurityValue),
      number(row.transactionTotalValue),
      number(row.valueOwnedFollowing),
    ].join("|"),
  };
}

/** What distinguishes trades or holdings within a filing, apart from their numbers. */
const TRADE_PARTS = ["security", "date", "code", "letter", "vehicle", "exercisePrice", "expiration"] as const;

export type TradePart = (typeof TRADE_PARTS)[number];

/** Sort and parts of a row as one text, without those left out. */
export const tradeWithout = (...leftOut: TradePart[]): ((row: ComparedRow) => string) => {
  const parts = TRADE_PARTS.filter((part) => !leftOut.includes(part));
  return (row) => parts.reduce((key, part) => `${key}|${row[part]}`, row.sort);
};

export const trade = tradeWithout();

/**
 * Whether notes show that rows with the same key are two: trusts for two children, grants that vest by two rules. A note on only
 * one of them shows nothing.
 */
export const areToldApart = (a: ComparedRow, b: ComparedRow): boolean =>
  differ(a.vehicleAndNotes, b.vehicleAndNotes) || differ(a.termsAndNotes, b.termsAndNotes);

const differ = (a: string, b: string): boolean => !a.startsWith(b) && !b.startsWith(a);

/** Rows grouped by a text, each group in the order of the rows. */
export function rowsBy(
  rows: readonly ComparedRow[],
  keyOf: (row: ComparedRow) => string | null,
): Map<string, ComparedRow[]> {
  const groups = new Map<string, ComparedRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
