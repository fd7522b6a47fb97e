import type { TableToken } from "./table-tokens";

export const says = ({ cell }: TableToken) => `${cell.text} ${cell.marks.join()}`;

/** The texts of a column where all are the same, with their marks: their order does not matter. */
export const sameOrNone = (tokens: TableToken[]): TableToken[] => (new Set(tokens.map(says)).size === 1 ? tokens : []);
