const GAP = /\S {3,}\S/;
const OWNERS_BEHIND = /^\s*Reporting Owner Name ?\/ ?Address\s*$/m;

/** A page that keeps its layout has wide gaps between its columns on many lines; text in reading order has next to none. */
const isInReadingOrder = (text: string) => text.split("\n").filter((line) => GAP.test(line)).length < 10;

/** A page of EDGAR that lists its owners behind the tables, as text in reading order. */
export const isScatteredPage = (text: string) => OWNERS_BEHIND.test(text) && isInReadingOrder(text);
