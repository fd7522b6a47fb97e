import {
  asksForRows,
  type FilingFilter,
  type PlanFilter,
  ROW_FILTERS,
  type RowFilterName,
} from "@/lib/filters/filing-filter";
import { factKinds } from "@/lib/footnotes/fact-kinds";
import { planOfRow } from "@/lib/plans/plan-of-row";
import { NOTHING_DERIVED, type PlanState } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { isWideRange } from "@/lib/record/price-range";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { certainPrice, certainShares, certainValue, holdingChange, holdingTurn } from "@/lib/record/trade-figures";
import { daysBetween } from "@/lib/values/calendar-day";
import { parseDecimal } from "@/lib/values/decimal";

type Rows = Pick<FilingEntry, "filing" | "rows" | "derived">;

/** The rows of a filing that are not superseded. */
export const standingRowsOf = ({ rows, derived }: Pick<Rows, "rows" | "derived">): ReportedRow[] =>
  rows.filter((row) => (derived.rows[rowId(row)]?.supersededBy ?? null) === null);

/** The current transactions of a filing that match a filter. The filing itself already matches the rest of the filter. */
export const matchingRows = (entry: Rows, filter: FilingFilter): ReportedRow[] =>
  standingRowsOf(entry).filter((row) => isAskedFor(entry, row, filter));

/** What a list of filings shows of one: the rows that the filter asks for, or all if it asks for no rows. */
export const listedRows = (entry: Rows, filter: FilingFilter): ReportedRow[] =>
  asksForRows(filter) ? matchingRows(entry, filter) : entry.rows;

/** Superseded transactions that match a filter. */
export const replacedRows = (entry: Rows, filter: FilingFilter): ReportedRow[] =>
  entry.rows.filter(
    (row) => (entry.derived.rows[rowId(row)]?.supersededBy ?? null) !== null && isAskedFor(entry, row, filter),
  );

/** For each filter of rows, whether a transaction matches it. A filter that is not used is not checked. */
type Meets = {
  [Name in RowFilterName]: (row: ReportedRow, asked: NonNullable<FilingFilter[Name]>, entry: Rows) => boolean;
};

const dateOf = (row: ReportedRow): string | null => row.transactionDate.value?.slice(0, 10) ?? null;

const tradeOf = ({ derived }: Rows, row: ReportedRow) => derived.rows[rowId(row)]?.trade ?? null;

const isWithin = (value: string | null, from: string | null, to: string | null): boolean =>
  value !== null && (from === null || value >= from) && (to === null || value <= to);

const adoptedOn = (entry: Rows, row: ReportedRow): string | null => tradeOf(entry, row)?.plan?.adoptedOn ?? null;

const daysSinceAdoption = (entry: Rows, row: ReportedRow): number | null =>
  daysBetween(adoptedOn(entry, row), dateOf(row));

const derivedOf = ({ derived }: Rows, row: ReportedRow) => derived.rows[rowId(row)] ?? NOTHING_DERIVED;

/** Whether a figure lies between two ends, which are included. */
const isBetween = (figure: string | null, from: string | null, to: string | null): boolean => {
  const [value, least, most] = [figure, from, to].map(parseDecimal);
  return !!value && (!least || value.gte(least)) && (!most || value.lte(most));
};

const delayOf = (entry: Rows, row: ReportedRow) => derivedOf(entry, row).lateness?.days.toString() ?? null;

const MEETS: Meets = {
  tradedFrom: (row, from) => isWithin(dateOf(row), from, null),
  tradedTo: (row, to) => isWithin(dateOf(row), null, to),
  tradedWithin: (row, { from, to }) => isWithin(dateOf(row), from, to),
  code: ({ transactionCode }, codes) =>
    codes.length === 0 || (transactionCode !== null && codes.includes(transactionCode)),
  plan(row, plans, entry) {
    if (plans.length === 0) return true;
    const plan = planOfRow(entry, row);
    return plan !== null && plans.includes(PLAN_FILTER_OF[plan.state]);
  },
  adoptedFrom: (row, from, entry) => isWithin(adoptedOn(entry, row), from, null),
  adoptedTo: (row, to, entry) => isWithin(adoptedOn(entry, row), null, to),
  adoptedDaysFrom: (row, from, entry) => (daysSinceAdoption(entry, row) ?? Number.NEGATIVE_INFINITY) >= Number(from),
  adoptedDaysTo: (row, to, entry) => (daysSinceAdoption(entry, row) ?? Number.POSITIVE_INFINITY) <= Number(to),
  priceRange(row, kinds, entry) {
    if (kinds.length === 0) return true;
    const range = tradeOf(entry, row)?.price?.range ?? null;
    return range !== null && (kinds.includes("stated") || isWideRange(range));
  },
  implausible(row, asked, { derived }) {
    const isImplausible = (derived.rows[rowId(row)]?.implausible ?? null) !== null;
    return asked.length === 0 || asked.includes(isImplausible ? "yes" : "no");
  },
  side: ({ acquiredDisposedCode: { value } }, sides) => sides.length === 0 || sides.some((side) => side === value),
  ownership: ({ directOrIndirect: { value } }, asked) => asked.length === 0 || asked.some((one) => one === value),
  table: ({ tableNumber }, tables) => tables.length === 0 || tables.includes(tableNumber),
  priceFrom: (row, from, entry) => isBetween(certainPrice(row, derivedOf(entry, row)), from, null),
  priceTo: (row, to, entry) => isBetween(certainPrice(row, derivedOf(entry, row)), null, to),
  sharesFrom: (row, from, entry) => isBetween(certainShares(row, derivedOf(entry, row)), from, null),
  sharesTo: (row, to, entry) => isBetween(certainShares(row, derivedOf(entry, row)), null, to),
  valueFrom: (row, from, entry) => isBetween(certainValue(row, derivedOf(entry, row)), from, null),
  valueTo: (row, to, entry) => isBetween(certainValue(row, derivedOf(entry, row)), null, to),
  changeFrom: (row, from, entry) => isBetween(holdingChange(row, derivedOf(entry, row)), from, null),
  changeTo: (row, to, entry) => isBetween(holdingChange(row, derivedOf(entry, row)), null, to),
  position: (row, asked, entry) =>
    asked.length === 0 || asked.some((turn) => turn === holdingTurn(row, derivedOf(entry, row))),
  delayFrom: (row, from, entry) => isBetween(delayOf(entry, row), from, null),
  delayTo: (row, to, entry) => isBetween(delayOf(entry, row), null, to),
  label: (row, labels, entry) =>
    labels.length === 0 || labels.some((label) => label === derivedOf(entry, row).history?.label),
  first(row, asked, entry) {
    const { isFirst = false, isFirstInTwoYears = false } = derivedOf(entry, row).history ?? {};
    return asked.length === 0 || (asked.includes("2y") ? isFirstInTwoYears : isFirst);
  },
  pattern: (row, asked, entry) =>
    asked.length === 0 || asked.some((pattern) => pattern === derivedOf(entry, row).pattern),
  clusterFrom: (row, insiders, entry) => (derivedOf(entry, row).clusterInsiders ?? 0) >= Number(insiders),
  citesFacts(row, asked, { derived }) {
    // Some facts, such as that of an underwritten offering, are not published.
    const states = (id: string) => factKinds(derived.facts.get(id) ?? {}).length > 0;
    return asked.length === 0 || asked.includes(rowNotes(row).some(states) ? "with" : "without");
  },
  late: (row, asked, entry) => asked.length === 0 || derivedOf(entry, row).lateness?.late === true,
};

const PLAN_FILTER_OF: Record<PlanState, PlanFilter> = {
  box: "under",
  note: "under",
  "not indicated": "not-indicated",
  "no box": "no-box",
};

const isAskedFor = (entry: Rows, row: ReportedRow, filter: FilingFilter): boolean =>
  row.kind === "transaction" && ROW_FILTERS.every((name) => meets(name, entry, row, filter));

function meets<Name extends RowFilterName>(name: Name, entry: Rows, row: ReportedRow, filter: FilingFilter): boolean {
  const asked = filter[name];
  return asked === null || MEETS[name](row, asked as NonNullable<FilingFilter[Name]>, entry);
}
