import { CalendarDate } from "@/components/ui/calendar-date";
import { CodeChip } from "@/components/ui/code-chip";
import { Doubt } from "@/components/ui/doubt";
import { ImplausibleFigure, WhyImplausible } from "@/components/ui/implausible";
import { Lag } from "@/components/ui/lag";
import { Missing } from "@/components/ui/missing";
import { Money } from "@/components/ui/money";
import { Shares } from "@/components/ui/shares";
import { SharesChange } from "@/components/ui/shares-change";
import { tableRoles } from "@/components/ui/table-roles";
import { describeTrade, planDays } from "@/lib/headlines/describe-trade";
import { holderOnRow } from "@/lib/headlines/holders-in-words";
import type { EventMark, RowMarks } from "@/lib/lists/row-marks";
import type { DerivedRow, NoteFacts } from "@/lib/record/derived-filing";
import { hasExercisePrice } from "@/lib/record/exercise-price";
import type { ReportedRow } from "@/lib/record/reported-row";
import { partsOfKey } from "@/lib/record/row-key";
import { holdingAround } from "@/lib/record/trade-figures";
import { rowValue } from "@/lib/record/transaction-value";
import { rowUrl } from "@/lib/urls";
import { formatShares, formatSharesChange } from "@/lib/values/decimals";
import { formatPrice, formatValue } from "@/lib/values/money";
import { formatPercentChange } from "@/lib/values/percent";

type RowCellsProps = {
  row: ReportedRow;
  rowsOfFiling: readonly ReportedRow[];
  facts: NoteFacts;
  /** Whether the row names its holder. Not if the only holder leads the filing. */
  namesHolder: boolean;
  underPlan: boolean;
  derived: DerivedRow;
  marks: RowMarks;
};

/** A row in a list of filings, from its code to the balance after it. */
export const RowCells = ({ row, rowsOfFiling, facts, namesHolder, underPlan, derived, marks }: RowCellsProps) => {
  const { trade, implausible } = derived;
  const { transactionShares: shares, pricePerShare: price } = row;
  const isTransaction = row.kind === "transaction";
  const letter = row.acquiredDisposedCode.value;
  const value = rowValue(row);
  const holding = holdingAround(row, derived);
  const change = holding && formatPercentChange(holding.before, holding.after);
  const short = formatSharesChange(shares.value, letter);
  const said = describeTrade({ ...derived, row, rows: rowsOfFiling, facts });
  const held = row.directOrIndirect.value === "I" && namesHolder ? holderOnRow(row, facts) : null;
  return (
    <>
      <td {...tableRoles.cell} className="col-transaction">
        {isTransaction ? (
          <Doubt row={row} of={["transactionCode"]}>
            {row.transactionCode === null ? (
              <Missing />
            ) : (
              <CodeChip
                code={row.transactionCode}
                hasExercisePrice={hasExercisePrice(row, rowsOfFiling)}
                underPlan={underPlan}
                planDays={planDays(trade?.plan?.adoptedOn ?? null, row.transactionDate.value)}
                timeliness={row.timeliness.value}
                equitySwapInvolved={row.equitySwapInvolved}
              />
            )}
          </Doubt>
        ) : (
          <span className="muted">Holding</span>
        )}
        {said && <span className="under">{said}</span>}
        {held !== null && <span className="under held-here">{held}</span>}
        {marks.event && <SameTrade event={marks.event} />}
        <WhyImplausible implausible={implausible} />
      </td>
      <td {...tableRoles.cell} className="col-traded">
        {isTransaction && (
          <Doubt row={row} of={["transactionDate"]}>
            <CalendarDate date={row.transactionDate.value} />
          </Doubt>
        )}
        {marks.lateness && <Lag lateness={marks.lateness} />}
      </td>
      <td {...tableRoles.cell} className="col-security" title={row.securityTitle.value ?? undefined}>
        <Doubt row={row} of={["securityTitle"]}>
          {row.securityTitle.value === null ? <Missing /> : <span className="title">{row.securityTitle.value}</span>}
        </Doubt>
        {held !== null && <span className="under">{held}</span>}
      </td>
      <td {...tableRoles.cell} className="col-shares num">
        {isTransaction && (
          <Doubt row={row} of={["transactionShares", "acquiredDisposedCode"]}>
            <ImplausibleFigure implausible={implausible} of={["transactionShares"]}>
              <SharesChange shares={shares.value} acquiredDisposedCode={letter} />
            </ImplausibleFigure>
          </Doubt>
        )}
      </td>
      <td {...tableRoles.cell} className="col-price num">
        {isTransaction && (
          <Doubt row={row} of={["pricePerShare"]}>
            <ImplausibleFigure implausible={implausible} of={["pricePerShare"]}>
              <Money text={formatPrice(price.value, { currency: trade?.currency })} average={trade?.price?.isAverage} />
            </ImplausibleFigure>
          </Doubt>
        )}
      </td>
      <td {...tableRoles.cell} className="col-value num">
        {isTransaction && (
          <>
            <Doubt row={row} of={["transactionShares", "pricePerShare"]}>
              <ImplausibleFigure implausible={implausible} of={["pricePerShare", "transactionShares"]}>
                <Money
                  text={formatValue(value, { currency: trade?.currency })}
                  strong={implausible === null && (row.transactionCode === "P" || row.transactionCode === "S")}
                />
              </ImplausibleFigure>
            </Doubt>
            <span className="at">
              {short ?? "shares not reported"}
              {price.value !== null && (
                <ImplausibleFigure implausible={implausible} of={["pricePerShare"]}>
                  {` at ${trade?.price?.isAverage ? "avg " : ""}${formatPrice(price.value, { currency: trade?.currency })}`}
                </ImplausibleFigure>
              )}
            </span>
          </>
        )}
        {!isTransaction && (
          <span className="at">
            {formatShares(row.sharesOwnedFollowing.value)} {row.securityTitle.value}
          </span>
        )}
      </td>
      <td {...tableRoles.cell} className="col-held num">
        {row.sharesOwnedFollowing.value === null && row.valueOwnedFollowing.value !== null ? (
          <Money text={formatValue(row.valueOwnedFollowing.value)} />
        ) : (
          <Doubt row={row} of={["sharesOwnedFollowing"]}>
            <Shares shares={row.sharesOwnedFollowing.value} />
          </Doubt>
        )}
      </td>
      <td {...tableRoles.cell} className="col-change num">
        {isTransaction && (
          <Doubt row={row} of={["transactionShares", "acquiredDisposedCode", "sharesOwnedFollowing"]}>
            {change ?? <Missing />}
          </Doubt>
        )}
      </td>
    </>
  );
};

/** If several filings report one trade: on which row it counts, and who else reports it. */
const SameTrade = ({ event: { words, sentence, counted } }: { event: EventMark }) => {
  const { accessionNumber, id } = partsOfKey(counted);
  return (
    <a className="under quiet-link" href={rowUrl(accessionNumber, id)} title={sentence}>
      {words}
    </a>
  );
};
