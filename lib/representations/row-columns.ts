import type { FilingFactsAnswer } from "@/lib/answers/filing";
import type { FiledRowAnswer, RowAnswer } from "@/lib/answers/row";
import { rolesOfFiling } from "@/lib/people/officer-roles";
import type { Filing, FilingEntry } from "@/lib/record/filing";
import { type Field, type ReportedRow, rowId } from "@/lib/record/reported-row";
import { certainValue, holdingChange, holdingTurn } from "@/lib/record/trade-figures";
import { rowValue } from "@/lib/record/transaction-value";
import { filingUrl, rowUrl } from "@/lib/urls";
import { derivedRecord } from "./derived-record";
import type { Table } from "./table";

type Cell = Field | string | boolean | number | null;
type RowColumn = {
  /** The key in JSON. In CSV the same in snake case, followed for a field by a `…_footnotes` column. */
  name: keyof FiledRowAnswer;
  isField: boolean;
  cell: (row: ReportedRow) => Cell;
};

const field = (name: FieldName): RowColumn => ({ name, isField: true, cell: (row) => row[name] });
const plain = (name: keyof FiledRowAnswer, cell: (row: ReportedRow) => Cell): RowColumn => ({
  name,
  isField: false,
  cell,
});

type FieldName = { [K in keyof ReportedRow]: ReportedRow[K] extends Field ? K : never }[keyof ReportedRow];

/** The content of a row in the form's order: the columns of CSV and the keys of JSON. */
const ROW_COLUMNS: RowColumn[] = [
  plain("tableNumber", (row) => row.tableNumber),
  plain("line", (row) => row.line),
  plain("lineIsFiled", (row) => row.lineIsFiled),
  plain("kind", (row) => row.kind),
  field("securityTitle"),
  field("conversionOrExercisePrice"),
  field("transactionDate"),
  field("deemedExecutionDate"),
  plain("transactionFormType", (row) => row.transactionFormType),
  {
    name: "transactionCode",
    isField: true,
    cell: (row) => ({ value: row.transactionCode, footnotes: row.transactionCodingFootnotes }),
  },
  plain("equitySwapInvolved", (row) => row.equitySwapInvolved),
  field("timeliness"),
  field("transactionShares"),
  field("transactionTotalValue"),
  field("pricePerShare"),
  field("acquiredDisposedCode"),
  field("exerciseDate"),
  field("expirationDate"),
  field("underlyingSecurityTitle"),
  field("underlyingSecurityShares"),
  field("underlyingSecurityValue"),
  field("sharesOwnedFollowing"),
  field("valueOwnedFollowing"),
  field("directOrIndirect"),
  field("natureOfOwnership"),
];

/** A filing's own facts as JSON lists them. */
export function filingRecord({ orderedAt: _order, ...filing }: Filing, siteUrl: string): FilingFactsAnswer {
  return { ...filing, url: siteUrl + filingUrl(filing.accessionNumber) };
}

/** A row as JSON lists it: what was filed, its filing, and what we conclude, under `derived`. */
export function rowRecord(entry: FilingEntry, row: ReportedRow, siteUrl: string): RowAnswer {
  const { filing } = entry;
  return {
    accessionNumber: filing.accessionNumber,
    id: rowId(row),
    url: siteUrl + rowUrl(filing.accessionNumber, rowId(row)),
    documentType: filing.documentType,
    filedAt: filing.filedAt,
    filingDate: filing.filingDate,
    periodOfReport: filing.periodOfReport,
    aff10b5One: filing.aff10b5One,
    issuer: filing.issuer,
    owners: filing.owners,
    ...filedRecord(row),
    rowFootnotes: row.rowFootnotes,
    /** For a row from paper: the keys above whose value is unread or may be wrong. */
    unread: row.unread,
    uncertain: row.uncertain,
    ...derivedRecord(entry, row),
    ...figuresRecord(entry, row),
    derived: { transactionValue: rowValue(row) },
  };
}

function filedRecord(row: ReportedRow): FiledRowAnswer {
  const record: Partial<Record<keyof FiledRowAnswer, unknown>> = {};
  for (const { name, cell } of ROW_COLUMNS) record[name] = cell(row);
  return record as FiledRowAnswer;
}

/** What lists filter and sort a row by. Null if it is not known with certainty; figures also if they are implausible. */
function figuresRecord({ filing, derived }: FilingEntry, row: ReportedRow) {
  const ofRow = derived.rows[rowId(row)];
  return {
    /** What the owners are, by the boxes of the form and their titles. */
    role: rolesOfFiling(filing),
    /** In US dollars, of Table I. */
    value: certainValue(row, ofRow),
    /** In percent of the holding before. */
    change: holdingChange(row, ofRow),
    /** Whether the row begins or ends its holding. */
    position: holdingTurn(row, ofRow),
    /** By the due date of the row itself; null if it has none, or a date is not known. */
    lateness: ofRow?.lateness ?? null,
    delayBusinessDays: ofRow?.lateness?.days ?? null,
    late: ofRow?.lateness?.late ?? null,
  };
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A filing's own facts as columns of CSV. */
export const FILING_CELLS: [header: string, cell: (filing: Filing) => string | null][] = [
  ["accession_number", (f) => f.accessionNumber],
  ["document_type", (f) => f.documentType],
  ["filed_at", (f) => f.filedAt],
  ["filing_date", (f) => f.filingDate],
  ["period_of_report", (f) => f.periodOfReport],
  ["issuer_cik", (f) => f.issuer.cik],
  ["issuer_name", (f) => f.issuer.name],
  ["issuer_trading_symbol", (f) => f.issuer.tradingSymbol],
  // All owners, without rank. Several are separated by a bar, in the same order in both columns.
  ["owner_ciks", (f) => f.owners.map((o) => o.cik ?? "").join(" | ")],
  ["owner_names", (f) => f.owners.map((o) => o.name ?? "").join(" | ")],
  ["aff10b5_one", (f) => (f.aff10b5One === null ? null : String(f.aff10b5One))],
];

type Derived = ReturnType<typeof derivedRecord>;

/**
 * What we conclude about a row. `derived_counted` is true for the row by which a trade counts once. It says nothing about the figures:
 * our totals also leave out rows that have `implausible` or `derived_currency`.
 */
const DERIVED_CELLS: [header: string, cell: (derived: Derived) => string | null][] = [
  ["derived_counted", ({ counted }) => String(counted)],
  ["derived_superseded_by", ({ supersededBy }) => supersededBy],
  ["derived_event", ({ event }) => event?.counted ?? null],
  ["derived_holding_line", ({ holdingLine }) => holdingLine],
  ["derived_check_state", ({ check }) => check.state],
  ["derived_check_expected", ({ check }) => check.expected],
  ["derived_check_difference", ({ check }) => check.difference],
  ["derived_check_reason", ({ check }) => check.reason],
  ["derived_plan", ({ plan }) => plan?.state ?? null],
  ["derived_plan_adopted_on", ({ plan }) => plan?.adoptedOn ?? null],
  ["derived_days_since_adoption", ({ plan }) => plan?.daysSinceAdoption?.toString() ?? null],
  ["derived_currency", ({ currency }) => currency],
  ["derived_price_is_average", ({ price }) => (price ? String(price.isAverage) : null)],
  ["derived_price_low", ({ price }) => price?.range?.low ?? null],
  ["derived_price_high", ({ price }) => price?.range?.high ?? null],
  ["derived_price_range_currency", ({ price }) => price?.range?.currency ?? null],
  ["derived_price_range_wider_than_one_dollar", ({ price }) => price?.isWiderThanOneDollar?.toString() ?? null],
  ["derived_holder", ({ holder }) => holder?.names.join(" | ") || null],
  ["derived_holder_disclaimer", ({ holder }) => holder?.disclaimer ?? null],
  ["derived_underwritten", ({ underwritten }) => String(underwritten)],
  ["derived_covers", ({ covers }) => (covers.length > 0 ? covers.join(" ") : null)],
  ["derived_label", ({ label }) => label],
  ["derived_label_months", ({ labelMonths }) => labelMonths.join(" ") || null],
  ["derived_first", ({ first }) => first?.toString() ?? null],
  ["derived_first_in_two_years", ({ firstInTwoYears }) => firstInTwoYears?.toString() ?? null],
  ["derived_pattern", ({ pattern }) => pattern],
  ["derived_cluster_insiders", ({ clusterInsiders }) => clusterInsiders?.toString() ?? null],
  ["implausible", ({ implausible }) => implausible?.field ?? null],
  ["implausible_reason", ({ implausible }) => implausible?.reason ?? null],
  ["implausible_cause", ({ implausible }) => implausible?.cause ?? null],
  ["implausible_compared_with", ({ implausible }) => implausible?.comparedWith.amount ?? null],
  ["implausible_times", ({ implausible }) => implausible?.comparedWith.times ?? null],
];

type Figures = ReturnType<typeof figuresRecord>;

const FIGURE_CELLS: [header: string, cell: (figures: Figures) => string | null][] = [
  ["role", ({ role }) => role.join(" ") || null],
  ["value", ({ value }) => value],
  ["change", ({ change }) => change],
  ["position", ({ position }) => position],
  ["delay_business_days", ({ delayBusinessDays }) => delayBusinessDays?.toString() ?? null],
  ["late", ({ late }) => late?.toString() ?? null],
  ["due", ({ lateness }) => lateness?.due ?? null],
];

export const CSV_HEADER: string[] = [
  ...FILING_CELLS.map(([header]) => header),
  ...ROW_COLUMNS.flatMap(({ name, isField }) =>
    isField ? [snakeCase(name), `${snakeCase(name)}_footnotes`] : [snakeCase(name)],
  ),
  "row_footnotes",
  "unread",
  "uncertain",
  "derived_transaction_value",
  ...DERIVED_CELLS.map(([header]) => header),
  "owner_titles",
  ...FIGURE_CELLS.map(([header]) => header),
  "url",
];

export function csvCells(entry: FilingEntry, row: ReportedRow, siteUrl: string): (string | null)[] {
  const { filing } = entry;
  const derived = derivedRecord(entry, row);
  const figures = figuresRecord(entry, row);
  return [
    ...FILING_CELLS.map(([, cell]) => cell(filing)),
    ...ROW_COLUMNS.flatMap(({ cell }) => {
      const filed = cell(row);
      if (filed !== null && typeof filed === "object") return [filed.value, filed.footnotes.join(" ")];
      return [filed === null ? null : String(filed)];
    }),
    row.rowFootnotes.join(" "),
    row.unread.map(snakeCase).join(" "),
    row.uncertain.map(snakeCase).join(" "),
    rowValue(row),
    ...DERIVED_CELLS.map(([, cell]) => cell(derived)),
    // In the order of `owner_ciks`.
    filing.owners.map(({ officerTitle }) => officerTitle ?? "").join(" | "),
    ...FIGURE_CELLS.map(([, cell]) => cell(figures)),
    siteUrl + rowUrl(filing.accessionNumber, rowId(row)),
  ];
}

/** Transactions with their filings, as a table. */
export const rowTable = (siteUrl: string): Table<{ entry: FilingEntry; row: ReportedRow }> => ({
  header: CSV_HEADER,
  cells: ({ entry, row }) => csvCells(entry, row, siteUrl),
  record: ({ entry, row }) => rowRecord(entry, row, siteUrl),
});
