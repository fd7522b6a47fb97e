import type { TableIColumn, TableIIColumn } from "@/paper/printed-form";
import type { TokenKind } from "./table-tokens";

/** `stray` is a mark of which the order does not tell the column; `eitherDate` one date where the form has two. */
export type AnyColumn = TableIColumn | TableIIColumn | "amountOfEither" | "stray" | "eitherDate";

/** A column in the order of the form: what kinds of text can stand in it, and whether a row can leave it empty. */
export type Slot = {
  column: AnyColumn;
  kinds: TokenKind[];
  isOptional?: boolean;
  letters?: RegExp;
  /** Marks that came out in the block of the token before: they belong to it or to one before, not to this column. */
  isInSameBlock?: boolean;
};

const CODE = /^[A-Z](\/K)?$/;
const ACQUIRED_OR_DISPOSED = /^[AD]$/;
const DIRECT_OR_INDIRECT = /^[DI]$/;

const TITLE: Slot = { column: "securityTitle", kinds: ["words"] };
const NATURE: Slot = { column: "nature", kinds: ["words"], isOptional: true };
const TRADE: Slot[] = [
  { column: "transactionDate", kinds: ["date"] },
  { column: "deemedExecutionDate", kinds: ["date"], isOptional: true },
  { column: "code", kinds: ["letter"], letters: CODE },
  { column: "v", kinds: ["letter"], letters: /^V$/, isOptional: true },
];
const LETTER: Slot = { column: "directOrIndirect", kinds: ["letter"], letters: DIRECT_OR_INDIRECT };
const STRAY: Slot = { column: "stray", kinds: ["marks"], isOptional: true };
const OWNED: Slot = { column: "owned", kinds: ["number", "price"] };

const DATE_AND_CODE: Slot[][] = [TRADE, codeFirst(TRADE)];

/** The code stood a little higher than the date, and came out before it. */
function codeFirst([date, deemed, code, v]: Slot[]): Slot[] {
  return date && deemed && code && v ? [code, v, date] : [];
}

const PRICE: Slot = { column: "price", kinds: ["price", "marks"], isOptional: true };
const AMOUNT: Slot[] = [
  { column: "amount", kinds: ["number"] },
  { column: "acquiredDisposed", kinds: ["letter"], letters: ACQUIRED_OR_DISPOSED },
  { ...STRAY, isInSameBlock: true },
];

/** What was traded and what is held, in the form's order, and as a page whose lines stand at unlike heights may give them. */
const TRADED_AND_HELD: Slot[][] = [
  [...AMOUNT, PRICE, OWNED, LETTER, STRAY],
  [...AMOUNT, OWNED, LETTER, { column: "price", kinds: ["price"] }, STRAY],
  [OWNED, LETTER, ...AMOUNT, PRICE, STRAY],
];

/** Rows of Table I: a trade, and a holding. */
export const TABLE_I_ROWS: Slot[][] = [
  ...DATE_AND_CODE.flatMap((trade) => TRADED_AND_HELD.map((rest) => [TITLE, ...trade, ...rest, NATURE])),
  [TITLE, OWNED, LETTER, { column: "nature", kinds: ["words", "marks"], isOptional: true }],
];

const DATES: Slot[][] = [
  [
    { column: "exerciseDate", kinds: ["date", "marks"] },
    { column: "expirationDate", kinds: ["date", "marks"] },
  ],
  [{ column: "eitherDate", kinds: ["date", "marks"] }],
  [],
];
const UNDERLYING: Slot[] = [
  { column: "underlyingTitle", kinds: ["words"] },
  { column: "underlyingShares", kinds: ["number"] },
];
const EXERCISE_PRICE: Slot = { column: "exercisePrice", kinds: ["price", "marks"], isOptional: true };

/** What a right costs, its date and code: a mark in the place of the price may come out behind the date. */
const DERIVATIVE_TRADES: Slot[][] = [
  [EXERCISE_PRICE, ...TRADE],
  [EXERCISE_PRICE, ...codeFirst(TRADE)],
  [...TRADE.slice(0, 1), { ...EXERCISE_PRICE, isOptional: false }, ...TRADE.slice(2)],
];

export const TABLE_II_ROWS: Slot[][] = DATES.flatMap((dates) => [
  ...DERIVATIVE_TRADES.map((trade) => [
    TITLE,
    ...trade,
    { column: "amountOfEither" as const, kinds: ["number" as const] },
    ...dates,
    ...UNDERLYING,
    { column: "price" as const, kinds: ["price" as const, "marks" as const], isOptional: true },
    OWNED,
    LETTER,
    STRAY,
    NATURE,
  ]),
  [TITLE, EXERCISE_PRICE, ...dates, ...UNDERLYING, OWNED, LETTER, STRAY, NATURE],
]);

export const FORM_3_TABLE_I_ROWS: Slot[][] = [
  [TITLE, OWNED, LETTER, { column: "nature", kinds: ["words", "marks"], isOptional: true }],
];

export const FORM_3_TABLE_II_ROWS: Slot[][] = DATES.map((dates) => [
  TITLE,
  ...dates,
  ...UNDERLYING,
  { ...EXERCISE_PRICE, kinds: ["price"] },
  LETTER,
  STRAY,
  NATURE,
]);
