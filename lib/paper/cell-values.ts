import { transactionCode } from "@/lib/edgar/transaction-codes";
import { isCalendarDate } from "@/lib/edgar/typed-value";

/** What a cell's text says as the type of its column; null where it says nothing of the kind. */
export type CellReader = (text: string) => string | null;

const DATE = /^(\d{1,2})\/(\d{1,2})([+-]\d{2}:\d{2}|Z)?\/(\d{4})$/;

/** `07/15/2013` as `2013-07-15`. A zone that an XML carried is printed within the date (`07/19-05:00/2024`), and kept behind it. */
export const dateOf: CellReader = (text) => {
  const [, month, day, zone, year] = DATE.exec(text.replaceAll(" ", "")) ?? [];
  if (!month || !day || !year) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? `${date}${zone ?? ""}` : null;
};

const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;

/** `13,200` as `13200`; `$ 6.36` as `6.36`. Commas that part no thousands make it no number. */
export const decimalOf: CellReader = (text) => {
  const bare = text.replace(/^(-?)\$\s*/, "$1").trim();
  return /\d/.test(bare) && NUMBER.test(bare) ? bare.replaceAll(",", "").replace(/^(-?)\./, "$10.") : null;
};

/** True for an amount of money in a column that mostly holds shares: the form then reports a value. */
export const isMoney = (text: string) => /^-?\$/.test(text);

export const codeOf: CellReader = (text) => {
  const letter = text.split("/")[0]?.trim() ?? "";
  return transactionCode(letter) ? letter : null;
};

/** `P/K`: an equity swap is reported by a K behind the code. */
export const isSwap = (text: string) => /^[A-Z]\s*\/\s*K$/.test(text);

export const acquiredDisposedOf: CellReader = (text) => (/^[AD]$/.test(text) ? text : null);
export const directOrIndirectOf: CellReader = (text) => (/^[DI]$/.test(text) ? text : null);
export const textOf: CellReader = (text) => text.trim() || null;
