import { CodeChip } from "@/components/ui/code-chip";
import { ColumnHeads } from "@/components/ui/column-heads";
import { tableRoles } from "@/components/ui/table-roles";
import { Unbroken } from "@/components/ui/unbroken";
import { formatCount } from "@/lib/values/counts";
import type { CodesView } from "@/lib/views/codes";

/** Every code with its meaning and common misreadings. */
export const CodesTable = ({ groups }: { groups: CodesView["groups"] }) => (
  <table {...tableRoles.table} className="plain codes stack">
    <caption className="visually-hidden">Transaction codes by group</caption>
    <ColumnHeads
      columns={[
        ["Code", "col-code"],
        ["The form’s meaning", "col-meaning"],
        ["Rule", "col-rule"],
        ["Commonly misread"],
        ["Transactions here", "col-held num"],
      ]}
    />
    {groups.map(({ group, label, codes }) => (
      <tbody key={group} {...tableRoles.rowGroup}>
        <tr {...tableRoles.row} className="group-head">
          <th {...tableRoles.rowGroupHeader} colSpan={5}>
            {label}
          </th>
        </tr>
        {codes.map((code) => (
          <tr key={code.code} {...tableRoles.row}>
            <th {...tableRoles.rowHeader}>
              <CodeChip code={code.code} hasExercisePrice />
            </th>
            <td {...tableRoles.cell}>
              <Unbroken>{code.meaning}</Unbroken>
              {code.derivativeOnly && ". Only in Table II"}
            </td>
            <td {...tableRoles.cell} className="secondary">
              <Unbroken>{code.rule}</Unbroken>
            </td>
            <td {...tableRoles.cell} className="secondary">
              <Unbroken>{code.misreading}</Unbroken>
            </td>
            <td {...tableRoles.cell} className="num" data-label="Transactions here">
              <a href={code.transactions.url}>{formatCount(code.transactions)}</a>
            </td>
          </tr>
        ))}
      </tbody>
    ))}
  </table>
);
