import { SparklineChart } from "@/components/charts/sparkline";
import { CalendarDate } from "@/components/ui/calendar-date";
import { CodeChip } from "@/components/ui/code-chip";
import { ColumnHeads } from "@/components/ui/column-heads";
import { ImplausibleTag } from "@/components/ui/implausible";
import { Missing } from "@/components/ui/missing";
import { Money } from "@/components/ui/money";
import { tableRoles } from "@/components/ui/table-roles";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import { listedName, type ReadingNames } from "@/lib/record/filing-names";
import { orderDay } from "@/lib/record/order-day";
import { rowId } from "@/lib/record/reported-row";
import { insiderUrl, rowUrl } from "@/lib/urls";
import { formatShares } from "@/lib/values/decimals";
import { formatSummary } from "@/lib/values/money";
import type { InsiderTrades, RosterInsider } from "@/lib/views/issuer";
import { HeldShares } from "./held-shares";

type RosterTableProps = { caption: string; insiders: readonly RosterInsider[]; names: ReadingNames };

/** The insiders of an issuer with the balances that each last reported. */
export const RosterTable = ({ caption, insiders, names }: RosterTableProps) => (
  <table {...tableRoles.table} className="roster stack has-sticky-head">
    <caption className="visually-hidden">{caption}</caption>
    <ColumnHeads
      columns={[
        ["Insider", "col-insider"],
        ["Since", "col-since"],
        ["Shares, direct", "col-direct num"],
        ["Shares, indirect", "col-indirect num"],
        ["Derivatives", "col-derivatives"],
        ["Bought, 12 mo", "col-bought num"],
        ["Sold, 12 mo", "col-sold num"],
        ["Last trade", "col-last"],
        ["24 months", "col-months num"],
      ]}
    />
    <tbody {...tableRoles.rowGroup}>
      {insiders.map(({ owner, role, holdings, noSecuritiesOwned, lastTrade, months, ...insider }) => (
        <tr key={owner.cik} {...tableRoles.row}>
          <th {...tableRoles.rowHeader} className="col-insider">
            <a className="name" href={insiderUrl(owner.cik ?? "")}>
              {listedName(owner, names) ?? `CIK ${owner.cik}`}
            </a>
            <span className="under">{role ?? "Relationship not stated"}</span>
          </th>
          <td
            {...tableRoles.cell}
            className="col-since muted"
            title="Years of the first and last filing in this database"
          >
            {yearsOf(insider) ?? <Missing />}
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
          <td {...tableRoles.cell} className="col-bought num">
            <TradedSum traded={insider.bought} />
          </td>
          <td {...tableRoles.cell} className="col-sold num">
            <TradedSum traded={insider.sold} />
          </td>
          <td {...tableRoles.cell} className="col-last link-lines">
            {lastTrade ? <LastTrade trade={lastTrade} /> : <Missing />}
          </td>
          <td {...tableRoles.cell} className="col-months num">
            {months && <SparklineChart series={months} />}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** "2018", or for a former insider "2014–2021". */
function yearsOf({ first, last, hasLeft }: Pick<RosterInsider, "first" | "last" | "hasLeft">): string | null {
  const from = orderDay(first)?.slice(0, 4) ?? null;
  const to = hasLeft ? (orderDay(last.orderedAt)?.slice(0, 4) ?? null) : null;
  return from === null || to === null || from === to ? from : `${from}–${to}`;
}

const TradedSum = ({ traded: { events, value, valueMissing } }: { traded: InsiderTrades }) => {
  if (events === 0) return <span className="is-zero">0</span>;
  const missing = `${valueMissing} without a price`;
  if (valueMissing === events) return <span className="muted">{missing}</span>;
  return (
    <>
      <Money text={formatSummary(value)} />
      {valueMissing > 0 && <span className="under">{missing}</span>}
    </>
  );
};

const LastTrade = ({ trade: { entry, row, derived, underPlan, hasExercisePrice } }: { trade: TransactionLine }) => (
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
    <ImplausibleTag implausible={derived.implausible} />
  </>
);
