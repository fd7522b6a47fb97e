import { tableRoles } from "./table-roles";

type ColumnHead = readonly [label: string, className?: string];

/** The head of a table in which each column has one heading. */
export const ColumnHeads = ({ columns }: { columns: readonly ColumnHead[] }) => (
  <thead {...tableRoles.rowGroup}>
    <tr {...tableRoles.row}>
      {columns.map(([label, className]) => (
        <th key={label} {...tableRoles.columnHeader} className={className}>
          {label}
        </th>
      ))}
    </tr>
  </thead>
);
