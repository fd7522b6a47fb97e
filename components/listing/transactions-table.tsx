import { flexRender } from "@tanstack/react-table";
import { Fragment } from "react";
import { OpenNotesRow } from "@/components/notes/open-notes-row";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { tableRoles } from "@/components/ui/table-roles";
import type { SortOrder } from "@/lib/filters/sort-order";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import { rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { SortLink } from "./sort-link";
import { transactionsModel } from "./transactions-model";

type TransactionsTableProps = {
  caption: string;
  /** Already sorted. */
  lines: TransactionLine[];
  sort: SortOrder;
  columns: readonly string[];
  /** Address of the list in another order. */
  sortHref: (sort: SortOrder) => string;
};

/** Columns that keep their own place on phones. The others become labelled lines. */
const PLACED = ["traded", "transaction", "security", "value", "notes"];
const FOLDED = ["ownership", "shares", "price", "held", "check"];

const cellClass = (id: string, isNumeric = false) =>
  `col-${id === "traded" ? "date" : id}${isNumeric ? " num" : ""}${PLACED.includes(id) || FOLDED.includes(id) ? "" : " is-extra"}`;

/** Transactions, one per line, each with its footnotes opening below it. Use it inside `NotesInPlace`. */
export const TransactionsTable = ({ caption, lines, sort, columns, sortHref }: TransactionsTableProps) => {
  const model = transactionsModel({ lines, sort, columns });
  const groups = model.options.meta;
  const isByDate = sort.column === "traded";
  return (
    <DrawnOnce>
      <table {...tableRoles.table} className="transactions stack has-sticky-head">
        <caption className="visually-hidden">{caption}</caption>
        <thead {...tableRoles.rowGroup}>
          {model.getHeaderGroups().map((group) => (
            <tr key={group.id} {...tableRoles.row}>
              {group.headers.map(({ id, column }) => {
                const { meta } = column.columnDef;
                return (
                  <th
                    key={id}
                    {...tableRoles.columnHeader}
                    className={cellClass(id, meta?.isNumeric)}
                    aria-sort={sort.column === id ? (sort.descending ? "descending" : "ascending") : undefined}
                  >
                    {column.getCanSort() ? (
                      <SortLink column={id} label={meta?.label ?? id} sort={sort} href={sortHref} />
                    ) : (
                      meta?.label
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody {...tableRoles.rowGroup}>
          {lines.map((line) => {
            const { accessionNumber } = line.entry.filing;
            const row = rowId(line.row);
            const cells = model.getRow(line.key).getVisibleCells();
            return (
              <Fragment key={line.key}>
                <tr {...tableRoles.row} className={isByDate && groups?.opensDate(line) ? "is-first" : undefined}>
                  {cells.map((cell) => {
                    const { id, columnDef } = cell.column;
                    return (
                      <td
                        key={cell.id}
                        {...tableRoles.cell}
                        className={cellClass(id, columnDef.meta?.isNumeric)}
                        data-label={columnDef.meta?.label}
                      >
                        {flexRender(columnDef.cell, cell.getContext())}
                      </td>
                    );
                  })}
                </tr>
                {rowNotes(line.row).length > 0 && (
                  <OpenNotesRow
                    accessionNumber={accessionNumber}
                    row={row}
                    indent={cells.length > 1 ? 1 : 0}
                    columns={Math.max(1, cells.length - 1)}
                  />
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </DrawnOnce>
  );
};
