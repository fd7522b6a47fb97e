import { NOT_SUMMED } from "./mark-doubts";
import type { TableToken } from "./table-tokens";

/** A text that is given to the row that its place in its column tells, which nothing confirms: columns nearly always come out in order. */
export const inColumnOrder = (token: TableToken): TableToken => ({
  ...token,
  cell: { ...token.cell, doubt: token.cell.doubt ?? NOT_SUMMED },
});
