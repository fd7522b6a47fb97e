import { SparklineChart } from "@/components/charts/sparkline";
import { FootnoteMarkers } from "@/components/notes/footnote-markers";
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
import type { ListColumn } from "@/lib/filters/list-columns";
import { describeTrade, planDays } from "@/lib/headlines/describe-trade";
import { holderOnRow } from "@/lib/headlines/holders-in-words";
import type { EventMark, RowMarks } from "@/lib/lists/row-marks";
import { isUnderPlan } from "@/lib/plans/plan-of-row";
import type { DerivedRow, NoteFacts } from "@/lib/record/derived-filing";
import { hasExercisePrice } from "@/lib/record/exercise-price";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { partsOfKey } from "@/lib/record/row-key";
import { holdingAround } from "@/lib/record/trade-figures";
import { rowValue } from "@/lib/record/transaction-value";
import type { SparklineSeries } from "@/lib/series/sparkline";
import { rowUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { formatShares, formatSharesChange } from "@/lib/values/decimals";
import { formatPrice, formatValue } from "@/lib/values/money";
import { formatPercentChange } from "@/lib/values/percent";
import { upperFirst } from "@/lib/values/upper-first";
import { COLUMNS, type ColumnName } from "./list-layout";

type RowProps = {
  row: ReportedRow;
  rowsOfFiling: readonly ReportedRow[];
  accessionNumber: string;
  facts: NoteFacts;
  /** Whether the row names its holder. Not if the only holder leads the filing. */
  namesHolder: boolean;
  derived: DerivedRow;
  marks: RowMarks;
  /** The small chart of the filing, on its first row. */
  months: SparklineSeries | null;
};

type RowColumn = Exclude<ListColumn, "issuer" | "role" | "industry" | "accession">;

export const isOfRow = (name: ColumnName): name is RowColumn => !COLUMNS[name].isOfFiling;

/** A fact of a row in a list of filings. */
export const RowCell = ({
  name,
  className,
  label,
  ...of
}: RowProps & { name: RowColumn; className: string; label?: string }) => {
  const Content = CONTENTS[name];
  return (
    <td {...tableRoles.cell} className={className} data-label={label}>
      {(of.row.kind === "transaction" || ALSO_OF_HOLDINGS.has(name)) && <Content {...of} />}
    </td>
  );
};

/** Facts that a holding has too. */
const ALSO_OF_HOLDINGS: ReadonlySet<RowColumn> = new Set([
  "transaction",
  "traded",
  "security",
  "value",
  "held",
  "months",
  "notes",
  "holder",
  "row",
]);

const CONTENTS: Record<RowColumn, (of: RowProps) => React.ReactNode> = {
  transaction: ({ row, rowsOfFiling, facts, namesHolder, derived, marks }) => {
    const { trade, implausible } = derived;
    const said = describeTrade({ ...derived, row, rows: rowsOfFiling, facts });
    const held = row.directOrIndirect.value === "I" && namesHolder ? holderOnRow(row, facts) : null;
    return (
      <>
        {row.kind === "transaction" ? (
          <Doubt row={row} of={["transactionCode"]}>
            {row.transactionCode === null ? (
              <Missing />
            ) : (
              <CodeChip
                code={row.transactionCode}
                hasExercisePrice={hasExercisePrice(row, rowsOfFiling)}
                underPlan={isUnderPlan(derived)}
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
      </>
    );
  },
  traded: ({ row, marks }) => (
    <>
      {row.kind === "transaction" && (
        <Doubt row={row} of={["transactionDate"]}>
          <CalendarDate date={row.transactionDate.value} />
        </Doubt>
      )}
      {marks.lateness && <Lag lateness={marks.lateness} />}
    </>
  ),
  security: ({ row, facts, namesHolder }) => (
    <>
      <Doubt row={row} of={["securityTitle"]}>
        {row.securityTitle.value === null ? (
          <Missing />
        ) : (
          <span className="title" title={row.securityTitle.value}>
            {row.securityTitle.value}
          </span>
        )}
      </Doubt>
      {row.directOrIndirect.value === "I" && namesHolder && <span className="under">{holderOnRow(row, facts)}</span>}
    </>
  ),
  shares: ({ row, derived: { implausible } }) => (
    <Doubt row={row} of={["transactionShares", "acquiredDisposedCode"]}>
      <ImplausibleFigure implausible={implausible} of={["transactionShares"]}>
        <SharesChange shares={row.transactionShares.value} acquiredDisposedCode={row.acquiredDisposedCode.value} />
      </ImplausibleFigure>
    </Doubt>
  ),
  price: ({ row, derived: { implausible, trade } }) => (
    <Doubt row={row} of={["pricePerShare"]}>
      <ImplausibleFigure implausible={implausible} of={["pricePerShare"]}>
        <Money
          text={formatPrice(row.pricePerShare.value, { currency: trade?.currency })}
          average={trade?.price?.isAverage}
        />
      </ImplausibleFigure>
    </Doubt>
  ),
  value: ({ row, derived: { implausible, trade } }) => {
    const { transactionShares: shares, pricePerShare: price } = row;
    if (row.kind !== "transaction")
      return (
        <span className="at">
          {formatShares(row.sharesOwnedFollowing.value)} {row.securityTitle.value}
        </span>
      );
    return (
      <>
        <Doubt row={row} of={["transactionShares", "pricePerShare"]}>
          <ImplausibleFigure implausible={implausible} of={["pricePerShare", "transactionShares"]}>
            <Money
              text={formatValue(rowValue(row), { currency: trade?.currency })}
              strong={implausible === null && (row.transactionCode === "P" || row.transactionCode === "S")}
            />
          </ImplausibleFigure>
        </Doubt>
        <span className="at">
          {formatSharesChange(shares.value, row.acquiredDisposedCode.value) ?? "shares not reported"}
          {price.value !== null && (
            <ImplausibleFigure implausible={implausible} of={["pricePerShare"]}>
              {` at ${trade?.price?.isAverage ? "avg " : ""}${formatPrice(price.value, { currency: trade?.currency })}`}
            </ImplausibleFigure>
          )}
        </span>
      </>
    );
  },
  held: ({ row }) =>
    row.sharesOwnedFollowing.value === null && row.valueOwnedFollowing.value !== null ? (
      <Money text={formatValue(row.valueOwnedFollowing.value)} />
    ) : (
      <Doubt row={row} of={["sharesOwnedFollowing"]}>
        <Shares shares={row.sharesOwnedFollowing.value} />
      </Doubt>
    ),
  change: ({ row, derived }) => {
    const holding = holdingAround(row, derived);
    return (
      <Doubt row={row} of={["transactionShares", "acquiredDisposedCode", "sharesOwnedFollowing"]}>
        {(holding && formatPercentChange(holding.before, holding.after)) ?? <Missing />}
      </Doubt>
    );
  },
  months: ({ months }) => months && <SparklineChart series={months} width={80} />,
  notes: ({ row, accessionNumber }) => (
    <FootnoteMarkers accessionNumber={accessionNumber} row={rowId(row)} footnotes={rowNotes(row)} inColumn />
  ),
  holder: ({ row, facts }) => row.directOrIndirect.value === "I" && holderOnRow(row, facts),
  delay: ({ derived: { lateness } }) =>
    lateness && <span className={lateness.late ? "lag is-late" : undefined}>{plural(lateness.days, "day")}</span>,
  plan: ({ derived }) =>
    isUnderPlan(derived) &&
    (derived.trade?.plan?.adoptedOn ? <CalendarDate date={derived.trade.plan.adoptedOn} /> : <Missing />),
  label: ({ derived: { history } }) => history && upperFirst(history.label),
  first: ({ derived: { history } }) => history?.isFirst && "First",
  row: ({ row, accessionNumber }) => (
    <a className="quiet-link" href={rowUrl(accessionNumber, rowId(row))}>
      {rowId(row)}
    </a>
  ),
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
