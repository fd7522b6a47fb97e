import { FootnoteMarkers } from "@/components/notes/footnote-markers";
import { OpenNotesRow } from "@/components/notes/open-notes-row";
import { tableRoles } from "@/components/ui/table-roles";
import { rowNumber } from "@/lib/record/row-number";
import { columnClasses, type FormColumn } from "./form-column";
import { type FormRow, isStated, isSuperseded } from "./form-row";
import { RowRemarks } from "./row-remarks";

const says = (column: FormColumn, row: FormRow): boolean =>
  column.isStated?.(row) ?? column.fields.some((name) => isStated(row, name));

const applies = (column: FormColumn, row: FormRow): boolean => column.applies?.(row) ?? true;

const classNames = (column: FormColumn, isEmpty: boolean): string | undefined =>
  [...columnClasses(column), column.leads && `leads-${column.leads}`, column.wraps && "wraps", isEmpty && "is-empty"]
    .filter(Boolean)
    .join(" ") || undefined;

/** "Not reported: columns 2A, V and 7", for windows in which empty columns are hidden. */
const notReported = (columns: FormColumn[], row: FormRow): string | null => {
  const names = columns
    .filter((column) => applies(column, row) && !says(column, row))
    .map(({ number, short, group }) => (short === "V" ? "V" : group ? `${number} ${short.toLowerCase()}` : number));
  if (names.length === 0) return null;
  const last = names.at(-1);
  return names.length === 1
    ? `Not reported: column ${last}`
    : `Not reported: columns ${names.slice(0, -1).join(", ")} and ${last}`;
};

/** A row of the form in the form's own order and, below it, the place where its footnotes open. */
export const FormTableRow = ({ row, columns }: { row: FormRow; columns: FormColumn[] }) => {
  const missing = notReported(columns, row);
  return (
    <>
      <tr {...tableRoles.row} className={isSuperseded(row) ? "row is-superseded" : "row"} id={row.id}>
        <td {...tableRoles.cell} className="row-id">
          <RowLink row={row.id} />
          <FootnoteMarkers
            accessionNumber={row.row.accessionNumber}
            row={row.id}
            footnotes={[...new Set(row.row.rowFootnotes)]}
            isHere
          />
        </td>
        {columns.map((column) => {
          const span = column.span?.(row) ?? 1;
          if (span === 0) return null;
          const isShown = says(column, row) || applies(column, row);
          const part = {
            className: classNames(column, !says(column, row)),
            "data-label": `${column.number} ${column.short}`.trim(),
            colSpan: span === 1 ? undefined : span,
          };
          return column.isRowHeader ? (
            <th {...tableRoles.rowHeader} {...part} key={column.id}>
              {column.cell(row)}
            </th>
          ) : (
            <td {...tableRoles.cell} {...part} key={column.id}>
              {isShown && column.cell(row)}
            </td>
          );
        })}
        {missing && (
          <td {...tableRoles.cell} className="not-reported">
            {missing}
          </td>
        )}
      </tr>
      <RowRemarks of={row} columns={columns.length} />
      {row.notes.length > 0 && (
        <OpenNotesRow
          accessionNumber={row.row.accessionNumber}
          row={row.id}
          indent={1}
          columns={columns.length}
          notes={row.notes}
        />
      )}
    </>
  );
};

/** The row's number, linked to the row. With JavaScript, a click also copies its address (`CopiesOnClick`). */
const RowLink = ({ row }: { row: string }) => (
  <>
    <a className="row-link copies" href={`#${row}`} title={`Link to row ${rowNumber(row)}`}>
      {rowNumber(row)}
    </a>
    <span className="row-copied" aria-live="polite" />
  </>
);
