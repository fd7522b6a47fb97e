/**
 * Browsers drop the roles of a table whose parts are laid out as blocks or grids, as all are in narrow windows. Spread these
 * on every part: `<td {...tableRoles.cell}>`.
 */
export const tableRoles = {
  table: { role: "table" },
  rowGroup: { role: "rowgroup" },
  row: { role: "row" },
  columnHeader: { role: "columnheader", scope: "col" },
  /** Over several columns, as columns 3 and 4 of the form have them. */
  columnGroupHeader: { role: "columnheader", scope: "colgroup" },
  rowHeader: { role: "rowheader", scope: "row" },
  /** For all rows of a `<tbody>`. */
  rowGroupHeader: { role: "rowheader", scope: "rowgroup" },
  cell: { role: "cell" },
} as const;
