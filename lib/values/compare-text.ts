/** Sorts by UTF-16 code units, which is the same on every machine, unlike `localeCompare`. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Of two calendar dates: their text order is their order in time. */
export const laterOf = (a: string, b: string): string => (a > b ? a : b);
export const earlierOf = (a: string, b: string): string => (a > b ? b : a);
