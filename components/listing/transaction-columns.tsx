import { createColumnHelper } from "@tanstack/react-table";
import type Big from "big.js";
import { FootnoteMarkers } from "@/components/notes/footnote-markers";
import { CalendarDate } from "@/components/ui/calendar-date";
import { Doubt } from "@/components/ui/doubt";
import { ImplausibleFigure } from "@/components/ui/implausible";
import { Lag } from "@/components/ui/lag";
import { Missing } from "@/components/ui/missing";
import { Money } from "@/components/ui/money";
import { Shares } from "@/components/ui/shares";
import { SharesChange } from "@/components/ui/shares-change";
import { inTradeOrder } from "@/lib/lists/in-trade-order";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import type { Implausible } from "@/lib/record/implausible";
import { rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { rowUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";
import { parseDecimal } from "@/lib/values/decimal";
import { formatPrice } from "@/lib/values/money";
import { ListedCheck } from "./listed-check";
import { HeldAfter, IssuerLabel, Ownership, Price, Security, Transaction, Value } from "./transaction-cells";
import type { transactionsFeatures } from "./transactions-features";

const helper = createColumnHelper<typeof transactionsFeatures, TransactionLine>();

/** Names of the two CSV columns of a field. */
const field = (name: string) => [name, `${name}_footnotes`];

const decimal = (text: string | null): Big | undefined => parseDecimal(text) ?? undefined;

type Sides = { original: TransactionLine; getValue: (columnId: string) => unknown };

/** Compares exactly: decimals as they were filed, not as floats. */
const byDecimal = (a: Sides, b: Sides, columnId: string): number =>
  (a.getValue(columnId) as Big).cmp(b.getValue(columnId) as Big);

const byText = (a: Sides, b: Sides, columnId: string): number => {
  const [one, other] = [String(a.getValue(columnId)), String(b.getValue(columnId))];
  return one < other ? -1 : Number(one > other);
};

/** Values that were not reported come last in either direction. */
const sortable = { enableSorting: true, sortUndefined: "last" } as const;
const byDate = { ...sortable, sortFn: byText };
const byNumber = { ...sortable, sortFn: byDecimal };

const isImplausible = ({ derived: { implausible } }: TransactionLine, field: Implausible["field"]): boolean =>
  implausible !== null && (implausible.field === field || implausible.cause === "swapped");

/** Shares with the sign of column 4's letter, as displayed. An implausible number sorts as if it was not reported. */
const comparedShares = (line: TransactionLine): Big | undefined => {
  if (isImplausible(line, "transactionShares")) return undefined;
  const shares = decimal(line.row.transactionShares.value);
  return line.row.acquiredDisposedCode.value === "D" ? shares?.times(-1) : shares;
};

/** A price that is implausible, or not in US dollars, sorts as if it was not reported. */
const comparedPrice = (line: TransactionLine): Big | undefined =>
  isImplausible(line, "pricePerShare") || line.derived.trade?.currency
    ? undefined
    : decimal(line.row.pricePerShare.value);

const comparedValue = ({ value, derived: { implausible, trade } }: TransactionLine): Big | undefined =>
  implausible || trade?.currency ? undefined : decimal(value);

const filedOn = ({ entry: { filing } }: TransactionLine): string | null =>
  filing.filingDate ?? (filing.filedAt === null ? null : newYorkDate(filing.filedAt));

/**
 * The only list of an insider's transaction columns. The table, its sorting, the choice of columns and the CSV header
 * are all made from it, in this order.
 */
export const transactionColumns = helper.columns([
  helper.accessor(({ row }) => row.transactionDate.value ?? undefined, {
    ...sortable,
    id: "traded",
    sortFn: (a, b) => inTradeOrder(a.original, b.original),
    meta: { label: "Traded", isStandard: true, csv: field("transaction_date") },
    cell: ({ row: { original: line }, table }) => {
      const { meta } = table.options;
      const date = (
        <Doubt row={line.row} of={["transactionDate"]}>
          <CalendarDate date={line.row.transactionDate.value} />
        </Doubt>
      );
      const lateness = line.marks?.lateness;
      const lag = lateness && meta?.opensFiling(line) ? <Lag lateness={lateness} /> : null;
      if (!meta?.opensDate(line)) {
        return (
          <>
            <span className="visually-hidden">{date}</span>
            {lag}
          </>
        );
      }
      return (
        <>
          <a className="quiet-link" href={rowUrl(line.entry.filing.accessionNumber, rowId(line.row))}>
            {date}
          </a>
          {lag}
        </>
      );
    },
  }),
  helper.accessor((line) => filedOn(line) ?? undefined, {
    ...byDate,
    id: "filed",
    meta: { label: "Filed", csv: ["filed_at", "filing_date", "delay_business_days", "late", "due"] },
    cell: ({ row: { original: line } }) => <CalendarDate date={filedOn(line)} />,
  }),
  helper.display({
    id: "issuer",
    meta: { label: "Issuer", csv: ["issuer_cik", "issuer_name", "issuer_trading_symbol"] },
    cell: ({ row: { original: line } }) => <IssuerLabel issuer={line.entry.filing.issuer} />,
  }),
  helper.display({
    id: "owners",
    meta: { label: "Reporting owners", csv: ["owner_ciks", "owner_names", "owner_titles", "role"] },
    cell: ({ row: { original: line } }) => line.entry.filing.owners.map(({ name }) => name ?? "—").join(", "),
  }),
  helper.display({
    id: "transaction",
    meta: {
      label: "Transaction",
      isStandard: true,
      csv: [
        ...field("transaction_code"),
        "equity_swap_involved",
        ...field("timeliness"),
        "aff10b5_one",
        "derived_plan",
        "derived_plan_adopted_on",
        "derived_days_since_adoption",
        "derived_underwritten",
        "derived_covers",
        "derived_label",
        "derived_label_months",
        "derived_first",
        "derived_first_in_two_years",
        "derived_pattern",
        "derived_cluster_insiders",
      ],
    },
    cell: ({ row: { original: line }, table }) => (
      <Transaction line={line} opensFiling={table.options.meta?.opensFiling(line) ?? true} />
    ),
  }),
  helper.display({
    id: "security",
    meta: { label: "Security", isStandard: true, csv: field("security_title") },
    cell: ({ row: { original: line } }) => <Security line={line} />,
  }),
  helper.display({
    id: "ownership",
    meta: {
      label: "Ownership",
      isStandard: true,
      csv: [
        ...field("direct_or_indirect"),
        ...field("nature_of_ownership"),
        "derived_holder",
        "derived_holder_disclaimer",
      ],
    },
    cell: ({ row: { original: line } }) => <Ownership line={line} />,
  }),
  helper.accessor(comparedShares, {
    ...byNumber,
    id: "shares",
    meta: {
      label: "Shares",
      isNumeric: true,
      isStandard: true,
      csv: [...field("transaction_shares"), ...field("acquired_disposed_code")],
    },
    cell: ({ row: { original: line } }) => (
      <Doubt row={line.row} of={["transactionShares", "acquiredDisposedCode"]}>
        <ImplausibleFigure implausible={line.derived.implausible} of={["transactionShares"]}>
          <SharesChange
            shares={line.row.transactionShares.value}
            acquiredDisposedCode={line.row.acquiredDisposedCode.value}
          />
        </ImplausibleFigure>
      </Doubt>
    ),
  }),
  helper.accessor(comparedPrice, {
    ...byNumber,
    id: "price",
    meta: {
      label: "Price",
      isNumeric: true,
      isStandard: true,
      csv: [
        ...field("price_per_share"),
        "derived_currency",
        "derived_price_is_average",
        "derived_price_low",
        "derived_price_high",
        "derived_price_range_currency",
        "derived_price_range_wider_than_one_dollar",
      ],
    },
    cell: ({ row: { original: line } }) => <Price line={line} />,
  }),
  helper.accessor(comparedValue, {
    ...byNumber,
    id: "value",
    meta: {
      label: "Value",
      isNumeric: true,
      isStandard: true,
      csv: [
        ...field("transaction_total_value"),
        "value",
        "derived_transaction_value",
        "implausible",
        "implausible_reason",
        "implausible_cause",
        "implausible_compared_with",
        "implausible_times",
      ],
    },
    cell: ({ row: { original: line } }) => <Value line={line} />,
  }),
  helper.accessor(({ row }) => decimal(row.sharesOwnedFollowing.value), {
    ...byNumber,
    id: "held",
    meta: {
      label: "Held after",
      isNumeric: true,
      isStandard: true,
      csv: [...field("shares_owned_following"), ...field("value_owned_following"), "change", "position"],
    },
    cell: ({ row: { original: line } }) => <HeldAfter row={line.row} />,
  }),
  helper.accessor(({ check }) => decimal(check?.difference ?? null), {
    ...byNumber,
    id: "check",
    meta: {
      label: "Check",
      isNumeric: true,
      isStandard: true,
      csv: [
        "derived_holding_line",
        "derived_check_state",
        "derived_check_expected",
        "derived_check_difference",
        "derived_check_reason",
      ],
    },
    cell: ({ row: { original: line } }) => <ListedCheck row={line.row} check={line.check} />,
  }),
  helper.display({
    id: "notes",
    meta: { label: "Footnotes", isNumeric: true, isStandard: true, csv: ["row_footnotes"] },
    cell: ({ row: { original: line } }) => (
      <FootnoteMarkers
        accessionNumber={line.entry.filing.accessionNumber}
        row={rowId(line.row)}
        footnotes={rowNotes(line.row)}
        inColumn
      />
    ),
  }),
  helper.accessor(({ row }) => row.deemedExecutionDate.value ?? undefined, {
    ...byDate,
    id: "deemed",
    meta: { label: "Deemed execution", csv: field("deemed_execution_date") },
    cell: ({ row: { original: line } }) => <CalendarDate date={line.row.deemedExecutionDate.value} />,
  }),
  helper.accessor(({ row }) => decimal(row.conversionOrExercisePrice.value), {
    ...byNumber,
    id: "exercise-price",
    meta: { label: "Exercise price", isNumeric: true, csv: field("conversion_or_exercise_price") },
    cell: ({ row: { original: line } }) => <Money text={formatPrice(line.row.conversionOrExercisePrice.value)} />,
  }),
  helper.accessor(({ row }) => row.exerciseDate.value ?? undefined, {
    ...byDate,
    id: "exercisable",
    meta: { label: "Exercisable", csv: field("exercise_date") },
    cell: ({ row: { original: line } }) => <CalendarDate date={line.row.exerciseDate.value} />,
  }),
  helper.accessor(({ row }) => row.expirationDate.value ?? undefined, {
    ...byDate,
    id: "expires",
    meta: { label: "Expires", csv: field("expiration_date") },
    cell: ({ row: { original: line } }) => <CalendarDate date={line.row.expirationDate.value} />,
  }),
  helper.display({
    id: "underlying",
    meta: { label: "Underlying security", csv: field("underlying_security_title") },
    cell: ({ row: { original: line } }) => line.row.underlyingSecurityTitle.value ?? <Missing />,
  }),
  helper.accessor(({ row }) => decimal(row.underlyingSecurityShares.value), {
    ...byNumber,
    id: "underlying-shares",
    meta: {
      label: "Underlying shares",
      isNumeric: true,
      csv: [...field("underlying_security_shares"), ...field("underlying_security_value")],
    },
    cell: ({ row: { original: line } }) => <Shares shares={line.row.underlyingSecurityShares.value} />,
  }),
  helper.display({
    id: "form",
    meta: { label: "Form", csv: ["document_type", "period_of_report", "transaction_form_type"] },
    cell: ({ row: { original: line } }) => <span className="form-tag">{line.entry.filing.documentType ?? "?"}</span>,
  }),
  helper.display({
    id: "row",
    meta: {
      label: "Row",
      csv: [
        "accession_number",
        "table_number",
        "line",
        "line_is_filed",
        "kind",
        "unread",
        "uncertain",
        "derived_counted",
        "derived_superseded_by",
        "derived_event",
        "url",
      ],
    },
    cell: ({ row: { original: line } }) => (
      <a className="id" href={rowUrl(line.entry.filing.accessionNumber, rowId(line.row))}>
        {line.entry.filing.accessionNumber} {rowId(line.row).replace("-", "·")}
      </a>
    ),
  }),
]);
