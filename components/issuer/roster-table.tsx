import { HeldShares } from "@/components/issuer/held-shares";
import { CalendarDate } from "@/components/ui/calendar-date";
import { CodeChip } from "@/components/ui/code-chip";
import { Missing } from "@/components/ui/missing";
import { tableRoles } from "@/components/ui/table-roles";
import type { ReportingOwner } from "@/lib/edgar/filing";
import { rowId } from "@/lib/edgar/reported-row";
import { formatShares } from "@/lib/format/decimals";
import { orderDay } from "@/lib/format/order-day";
import { describeRelationship } from "@/lib/format/relationship";
import type { RosterHoldings } from "@/lib/holdings/roster-holdings";
import type { TransactionLine } from "@/lib/series/transaction-lines";
import { insiderUrl, rowUrl } from "@/lib/urls";

type RosterTableProps = {
  caption: string;
  insiders: {
    owner: ReportingOwner;
    /** Instant of the first filing. */
    first: string;
    hasLeft: boolean;
    noSecuritiesOwned: boolean;
    holdings: RosterHoldings;
    lastTrade: TransactionLine | null;
  }[];
};

/** The insiders of an issuer with what each last reported to hold. */
export const RosterTable = ({ caption, insiders }: RosterTableProps) => (
  <table {...tableRoles.table} className="roster stack">
    <caption className="visually-hidden">{caption}</caption>
    <thead {...tableRoles.rowGroup}>
      <tr {...tableRoles.row}>
        <th {...tableRoles.columnHeader} className="col-insider">
          Insider
        </th>
        <th {...tableRoles.columnHeader} className="col-since">
          Since
        </th>
        <th {...tableRoles.columnHeader} className="col-direct num">
          Shares, direct
        </th>
        <th {...tableRoles.columnHeader} className="col-indirect num">
          Shares, indirect
        </th>
        <th {...tableRoles.columnHeader} className="col-derivatives">
          Derivatives
        </th>
        <th {...tableRoles.columnHeader} className="col-last">
          Last trade
        </th>
      </tr>
    </thead>
    <tbody {...tableRoles.rowGroup}>
      {insiders.map(({ owner, first, hasLeft, noSecuritiesOwned, holdings, lastTrade }) => (
        <tr key={owner.cik} {...tableRoles.row}>
          <th {...tableRoles.rowHeader} className="col-insider">
            <a className="name" href={insiderUrl(owner.cik ?? "")}>
              {owner.name ?? `CIK ${owner.cik}`}
            </a>
            <span className="under">
              {describeRelationship(owner) ?? "Relationship not stated"}
              {hasLeft && ", exit box checked"}
            </span>
          </th>
          <td {...tableRoles.cell} className="col-since muted" title="The first filing that is held">
            {orderDay(first)?.slice(0, 4) ?? <Missing />}
          </td>
          <td {...tableRoles.cell} className="col-direct num" data-label="direct">
            <HeldShares securities={holdings.direct} isNone={noSecuritiesOwned} />
            {holdings.indirect.map(({ title, total }) => (
              <span key={title} className="under phone-only">
                indirect {formatShares(total)}
              </span>
            ))}
          </td>
          <td {...tableRoles.cell} className="col-indirect num" data-label="indirect">
            <HeldShares securities={holdings.indirect} isNone={noSecuritiesOwned} />
          </td>
          <td {...tableRoles.cell} className="col-derivatives" data-label="derivatives">
            <HeldShares securities={holdings.derivatives} isNone={noSecuritiesOwned} isTitled />
          </td>
          <td {...tableRoles.cell} className="col-last">
            {lastTrade ? <LastTrade trade={lastTrade} /> : <Missing />}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const LastTrade = ({ trade: { entry, row, underPlan, hasExercisePrice } }: { trade: TransactionLine }) => (
  <>
    {row.transactionCode === null ? (
      <Missing />
    ) : (
      <CodeChip code={row.transactionCode} underPlan={underPlan} hasExercisePrice={hasExercisePrice} />
    )}
    <span className="under">
      <a className="quiet-link" href={rowUrl(entry.filing.accessionNumber, rowId(row))}>
        <CalendarDate date={row.transactionDate.value} />
      </a>
    </span>
  </>
);
