import type { ReactNode } from "react";
import { Missing } from "@/components/ui/missing";
import { tableRoles } from "@/components/ui/table-roles";

type ComparedCell = {
  key: string;
  label: string;
  original: ReactNode;
  amendment: ReactNode;
  /** Whether the values are prose. In narrow windows prose is stacked, the original above the amendment. */
  isProse?: boolean;
};

export type ComparedGroup = {
  key: string;
  head: ReactNode;
  cells: ComparedCell[];
};

type ComparisonTableProps = {
  caption: string;
  /** Column headings. */
  original: ReactNode;
  amendment: ReactNode;
  groups: ComparedGroup[];
};

/** Original and amendment side by side, limited to the cells that differ. */
export const ComparisonTable = ({ caption, original, amendment, groups }: ComparisonTableProps) => (
  <table {...tableRoles.table} className="comparison">
    <caption className="visually-hidden">{caption}</caption>
    <thead {...tableRoles.rowGroup}>
      <tr {...tableRoles.row}>
        <th {...tableRoles.columnHeader}>
          <span className="visually-hidden">Cell</span>
        </th>
        <th {...tableRoles.columnHeader}>{original}</th>
        <th {...tableRoles.columnHeader}>{amendment}</th>
      </tr>
    </thead>
    {groups.map(({ key, head, cells }) => (
      <tbody {...tableRoles.rowGroup} key={key}>
        <tr {...tableRoles.row} className="comparison-head">
          <th {...tableRoles.rowHeader} scope="rowgroup" colSpan={3}>
            {head}
          </th>
        </tr>
        {cells.map((cell) => (
          <tr {...tableRoles.row} key={cell.key} className={cell.isProse ? "is-prose" : undefined}>
            <th {...tableRoles.rowHeader}>{cell.label}</th>
            <td {...tableRoles.cell} data-label="Original">
              {cell.original ?? <Missing />}
            </td>
            <td {...tableRoles.cell} data-label="Amendment" className="is-amended">
              {cell.amendment ?? <Missing />}
            </td>
          </tr>
        ))}
      </tbody>
    ))}
  </table>
);
