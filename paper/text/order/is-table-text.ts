import { isOfForm } from "./form-words";
import { TABLE_WORDS } from "./table-words";

const VALUE = /^(\(\d{1,2}\) ?)+$|^[A-Z]\(\d{1,2}\)$|^[ADI]$|^V$|^\$|^[\d,]*\d(\.\d+)?( ?\(\d{1,2}\))*( [AD])?$/;

/** True for a line that can only stand in a table: a heading of one, or a number, a price, a letter, a mark. */
export const isTableText = (text: string) => VALUE.test(text.trim()) || isOfForm(text, TABLE_WORDS);
