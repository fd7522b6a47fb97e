import type { ReactNode } from "react";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { Missing } from "@/components/ui/missing";

type Column = { label: string; isNumeric?: boolean };

type Props = {
  caption: string;
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly (ReactNode | null)[] }[];
};

/** Limits the size of the page. The CSV has all rows. */
const MOST_ROWS = 50;

/** One table of a chart's data. A `null` cell was not reported. */
export function DataTable({ caption, columns, rows }: Props) {
  return (
    <DrawnOnce>
      <table className="plain chart-table">
        <caption>{rows.length > MOST_ROWS ? `${caption}: the first ${MOST_ROWS} of ${rows.length}` : caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, isNumeric }) => (
              <th key={label} scope="col" className={isNumeric ? "num" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={columns[index]?.label} className={columns[index]?.isNumeric ? "num" : undefined}>
                  {cell ?? <Missing />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </DrawnOnce>
  );
}

/** The data of a chart as tables, in a closed disclosure under it. */
export function ChartData({ csvHref, children }: { csvHref?: string; children: ReactNode }) {
  return (
    <details className="chart-data">
      <summary>Data for this chart</summary>
      {csvHref && (
        <p className="small">
          <a href={csvHref}>All rows as CSV</a>
        </p>
      )}
      <div className="chart-tables">{children}</div>
    </details>
  );
}
