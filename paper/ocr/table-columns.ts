import { transactionCode } from "@/lib/record/transaction-codes";
import { type AnyColumn, printedColumns } from "@/paper/form/form-columns";
import type { HeadedColumn } from "./heading-columns";
import { latin } from "./look-alikes";
import type { OcrCell } from "./ocr-cell";

/** A column and what it can contain. */
export type TableColumn = HeadedColumn<AnyColumn> & {
  fits: (cell: OcrCell) => boolean;
  /** A stricter test, for when the headings do not show the column of a cell. */
  isSurely?: (cell: OcrCell) => boolean;
  /** Whether every row, or every row that reports a trade, has a value here. */
  required: "trade" | "always" | "never";
};

const GROUPED_NUMBER_OR_DATE_AT_END = /(\d,\d{3}(\.\d+)?|\d\/\d{4}|\$\s?[\d.,]*|\s[ADI0])$/;
/** `Common Stock 29`: in a title, no number follows any of these words. */
const NUMBER_BEHIND_SECURITY = /\b(stock|shares?|units?|options?|buy\))\s+\d[\d,.]*$/i;
const isDate = (cell: OcrCell) => cell.kind === "date";
const isDateOrMarks = (cell: OcrCell) => cell.kind === "date" || cell.kind === "marks";
const isTitle = (cell: OcrCell) =>
  cell.kind === "text" &&
  /[A-Za-z]{2}/.test(cell.text) &&
  !/^(\$|\(\d|\d[\d,.]*\s|\d{1,2}\/\d{1,2}\/\d{4}\s)/.test(cell.text) &&
  !GROUPED_NUMBER_OR_DATE_AT_END.test(latin(cell.text)) &&
  !NUMBER_BEHIND_SECURITY.test(cell.text);
const isNature = (cell: OcrCell) =>
  cell.kind === "marks" ||
  (cell.kind === "text" && /\p{L}{2}/u.test(cell.text) && !/^[ADI] |^[\d,.]+ |^\$\s?\d/.test(latin(cell.text)));
const isShares = (cell: OcrCell) => cell.kind === "number" || cell.kind === "money" || isLetterO(cell);
const isSharesSurely = (cell: OcrCell) => cell.kind === "number";
const isPrice = (cell: OcrCell) =>
  cell.kind === "money" || cell.kind === "number" || cell.kind === "marks" || isLetterO(cell);
const isPriceSurely = (cell: OcrCell) => cell.kind === "money" || cell.kind === "marks";
/** A zero that was read as a letter. */
const isLetterO = (cell: OcrCell) => cell.kind === "letter" && /^[Oo]$/.test(cell.text);
const isCode = (cell: OcrCell) =>
  (cell.kind === "letter" && transactionCode(cell.text.split("/")[0]?.trim() ?? "") !== null) || isDigit(cell);
const isCodeSurely = (cell: OcrCell) => cell.kind === "letter" && isCode(cell);
/** A letter that was read as a digit: it is in the column of the letter, and has no value. */
const isDigit = (cell: OcrCell) => cell.kind === "number" && /^\d$/.test(cell.text);
const isOneOf = (letters: string) => (cell: OcrCell) => cell.kind === "letter" && letters.includes(cell.text);
const orDigit = (letters: string) => (cell: OcrCell) => isOneOf(`${letters}l|O`)(cell) || isDigit(cell);

const title: TableColumn = {
  name: "securityTitle",
  number: "1",
  words: ["title", "derivative", "security"],
  fits: isTitle,
  required: "always",
};
const owned = { name: "owned", fits: isShares, isSurely: isSharesSurely, required: "always" } as const;
const direct = { name: "directOrIndirect", fits: orDigit("DI"), isSurely: isOneOf("DI"), required: "always" } as const;
const nature = { name: "nature", fits: isNature, required: "never" } as const;

const TABLE_I: TableColumn[] = [
  { ...title, words: ["title", "security"] },
  { name: "transactionDate", number: "2", words: ["transaction", "date"], fits: isDate, required: "trade" },
  { name: "deemedExecutionDate", number: "2A", words: ["deemed", "execution"], fits: isDate, required: "never" },
  { name: "code", number: "3", words: ["code"], fits: isCode, isSurely: isCodeSurely, required: "trade" },
  { name: "v", words: [], only: /^(\S+\) )?(C\w+ )?V$/, fits: isOneOf("V"), required: "never" },
  {
    name: "amount",
    number: "4",
    words: ["securities", "acquired", "disposed"],
    fits: isShares,
    isSurely: isSharesSurely,
    required: "trade",
  },
  {
    name: "acquiredDisposed",
    words: [],
    only: /^\s*\(A\)( or( \(D\))?)?\s*$/,
    fits: orDigit("AD"),
    isSurely: isOneOf("AD"),
    required: "trade",
  },
  { name: "price", words: ["price"], fits: isPrice, isSurely: isPriceSurely, required: "trade" },
  { ...owned, number: "5", words: ["amount", "beneficially", "owned"] },
  { ...direct, number: "6", words: ["ownership", "form", "direct"] },
  { ...nature, number: "7", words: ["nature", "indirect"] },
];

const TABLE_II: TableColumn[] = [
  title,
  {
    name: "exercisePrice",
    words: ["conversion", "exercise", "price"],
    fits: isPrice,
    isSurely: isPriceSurely,
    required: "always",
    number: "2",
  },
  { name: "transactionDate", number: "3", words: ["transaction", "date"], fits: isDate, required: "trade" },
  { name: "deemedExecutionDate", number: "3A", words: ["deemed", "execution"], fits: isDate, required: "never" },
  { name: "code", number: "4", words: ["code"], fits: isCode, isSurely: isCodeSurely, required: "trade" },
  { name: "v", words: [], only: /^(\S+\) )?(C\w+ )?V$/, fits: isOneOf("V"), required: "never" },
  {
    name: "amountAcquired",
    number: "5",
    words: ["number", "derivative", "acquired"],
    fits: isShares,
    isSurely: isSharesSurely,
    required: "never",
  },
  {
    name: "amountDisposed",
    words: [],
    only: /^\s*\(D\)\s*$/,
    fits: isShares,
    isSurely: isSharesSurely,
    required: "never",
  },
  {
    name: "exerciseDate",
    words: ["exercisable", "expiration"],
    fits: isDateOrMarks,
    required: "always",
    number: "6",
  },
  {
    name: "expirationDate",
    words: [],
    only: /^\s*Expiration\b(?!.*Exercisable)|^E ?\w* ?piration D/i,
    fits: isDateOrMarks,
    required: "always",
  },
  {
    name: "underlyingTitle",
    words: ["title", "underlying"],
    fits: isTitle,
    required: "always",
    number: "7",
  },
  {
    name: "underlyingShares",
    words: ["amount", "number", "shares"],
    only: /^\s*Amount or Number/i,
    fits: isShares,
    isSurely: isSharesSurely,
    required: "always",
  },
  { name: "price", number: "8", words: ["price"], fits: isPrice, isSurely: isPriceSurely, required: "trade" },
  { ...owned, number: "9", words: ["number", "beneficially", "following"] },
  { ...direct, number: "10", words: ["ownership", "form", "direct"] },
  { ...nature, number: "11", words: ["nature", "indirect"] },
];

/** The numbers of the headings on a Form 3. */
const NUMBERS_OF_FORM_3: Record<"I" | "II", Partial<Record<AnyColumn, string>>> = {
  I: { securityTitle: "1", owned: "2", directOrIndirect: "3", nature: "4" },
  II: {
    securityTitle: "1",
    exerciseDate: "2",
    underlyingTitle: "3",
    exercisePrice: "4",
    directOrIndirect: "5",
    nature: "6",
  },
};

export function tableColumns(form: "3" | "4" | "5", table: "I" | "II"): TableColumn[] {
  const columns = table === "I" ? TABLE_I : TABLE_II;
  if (form !== "3") return columns;
  return printedColumns[table](form).flatMap((name) => {
    const { number: _, ...column } = columns.find((column) => column.name === name) ?? title;
    const number = NUMBERS_OF_FORM_3[table][name];
    return number === undefined ? column : { ...column, number };
  });
}
