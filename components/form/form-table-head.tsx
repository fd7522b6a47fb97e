import { tableRoles } from "@/components/ui/table-roles";
import { columnClasses, type FormColumn } from "./form-column";

/** Groups neighbouring columns that share a heading. The others span both heading rows. */
const inGroups = (columns: FormColumn[]): FormColumn[][] => {
  const groups: FormColumn[][] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (column.group && last?.[0]?.group === column.group && last[0].number === column.number) last.push(column);
    else groups.push([column]);
  }
  return groups;
};

const Numbered = ({ number, children }: { number: string; children: string }) => (
  <>
    {number !== "" && <span className="column-number">{number}</span>}
    {children}
  </>
);

export const FormTableHead = ({ columns }: { columns: FormColumn[] }) => {
  const groups = inGroups(columns);
  const rowSpan = groups.some(([first]) => first?.group) ? 2 : 1;
  return (
    <thead {...tableRoles.rowGroup}>
      <tr {...tableRoles.row}>
        <th {...tableRoles.columnHeader} className="row-id" rowSpan={rowSpan}>
          <span className="visually-hidden">Row</span>
        </th>
        {groups.map(([first, ...others]) =>
          first?.group ? (
            <th {...tableRoles.columnGroupHeader} key={first.id} className="is-group" colSpan={others.length + 1}>
              <Numbered number={first.number}>{first.group}</Numbered>
            </th>
          ) : (
            first && (
              <th
                {...tableRoles.columnHeader}
                key={first.id}
                rowSpan={rowSpan}
                className={columnClasses(first).join(" ") || undefined}
              >
                <Numbered number={first.number}>{first.label}</Numbered>
              </th>
            )
          ),
        )}
      </tr>
      {rowSpan === 2 && (
        <tr {...tableRoles.row}>
          {columns
            .filter(({ group }) => group)
            .map((column) => (
              <th {...tableRoles.columnHeader} key={column.id} className={columnClasses(column).join(" ") || undefined}>
                {column.label}
              </th>
            ))}
        </tr>
      )}
    </thead>
  );
};
