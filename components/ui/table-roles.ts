/**
 * Browsers drop the roles of a table whose parts are laid out as blocks or grids, as they are in narrow windows. Spread these
 * on every part: `<td {...tableRoles.cell}>`.
 */
export const tableRoles = {
  table: { role: "table" },
  rowGroup: { role: "rowgroup" },
  row: { role: "row" },
  columnHeader: { role: "columnheader", scope: "col" },
  /** Spans several columns, like columns 3 and 4 of the form. */
  columnGroupHeader: { role: "columnheader", scope: "colgroup" },
  rowHeader: { role: "rowheader", scope: "row" },
  /** Applies to all rows of a `<tbody>`. */
  rowGroupHeader: { role: "rowheader", scope: "rowgroup" },
  cell: { role: "cell" },
} as const;
