/** Sorts by UTF-16 code units, which is the same on every machine, unlike `localeCompare`. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
