import { CalendarDate } from "@/components/ui/calendar-date";
import { ColumnHeads } from "@/components/ui/column-heads";
import { Doubt } from "@/components/ui/doubt";
import { Lag } from "@/components/ui/lag";
import { Missing } from "@/components/ui/missing";
import { tableRoles } from "@/components/ui/table-roles";
import { rowId } from "@/lib/record/reported-row";
import { rowUrl } from "@/lib/urls";
import { formatSharesChange } from "@/lib/values/decimals";
import type { OpenGroup } from "@/lib/views/groups";
import { OwnersInBrief } from "./owner-name";
import { HeldAfter, IssuerLabel, Price, Transaction, Value } from "./transaction-cells";

type GroupRowsProps = {
  opened: OpenGroup;
  caption: string;
  /** The list of all rows of the group. */
  allHref: string | null;
  hasIssuer: boolean;
};

/** The newest rows of a group, under its line, and a link to all of them. */
export const GroupRows = ({ opened: { lines, names }, caption, allHref, hasIssuer }: GroupRowsProps) => (
  <>
    <table {...tableRoles.table} className="group-rows-table stack labelled">
      <caption className="visually-hidden">{caption}</caption>
      <ColumnHeads
        columns={[
          ["Traded"],
          ["Insider"],
          ...(hasIssuer ? [["Issuer"] as const] : []),
          ["Transaction"],
          ["Shares", "num"],
          ["Price", "num"],
          ["Value", "num"],
          ["Held after", "num"],
        ]}
      />
      <tbody {...tableRoles.rowGroup}>
        {lines.map((line) => {
          const { entry, row, key, marks } = line;
          return (
            <tr key={key} {...tableRoles.row}>
              <td {...tableRoles.cell} data-label="Traded">
                <a className="quiet-link" href={rowUrl(entry.filing.accessionNumber, rowId(row))}>
                  <Doubt row={row} of={["transactionDate"]}>
                    <CalendarDate date={row.transactionDate.value} />
                  </Doubt>
                </a>
                {marks?.lateness && <Lag lateness={marks.lateness} />}
              </td>
              <td {...tableRoles.cell} data-label="Insider">
                <OwnersInBrief owners={entry.filing.owners} names={names} />
              </td>
              {hasIssuer && (
                <td {...tableRoles.cell} data-label="Issuer">
                  <IssuerLabel issuer={entry.filing.issuer} />
                </td>
              )}
              <td {...tableRoles.cell} className="col-what">
                <Transaction line={line} opensFiling />
              </td>
              <td {...tableRoles.cell} className="num is-in-value">
                <Doubt row={row} of={["transactionShares", "acquiredDisposedCode"]}>
                  {formatSharesChange(row.transactionShares.value, row.acquiredDisposedCode.value) ?? <Missing />}
                </Doubt>
              </td>
              <td {...tableRoles.cell} className="num is-in-value">
                <Price line={line} />
              </td>
              <td {...tableRoles.cell} className="num col-amount">
                <Value line={line} />
              </td>
              <td {...tableRoles.cell} className="num" data-label="Held after">
                <HeldAfter row={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
    <p className="small muted">
      {lines.length === 0
        ? "None of these transactions has a trade date in this period. "
        : lines.length === 1
          ? "The newest transaction. "
          : `The ${lines.length} newest transactions. `}
      {allHref !== null && <a href={allHref}>All in the screener</a>}
    </p>
  </>
);
