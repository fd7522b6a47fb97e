import { Fragment } from "react";
import { SparklineChart } from "@/components/charts/sparkline";
import { entryNotes } from "@/components/notes/entry-notes";
import { NotesInPlace } from "@/components/notes/notes-in-place";
import { OpenNotesRow } from "@/components/notes/open-notes-row";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { Lag } from "@/components/ui/lag";
import { tableRoles } from "@/components/ui/table-roles";
import { type FilingFilter, NO_FILTER } from "@/lib/filters/filing-filter";
import { type ListColumn, STANDARD_COLUMNS } from "@/lib/filters/list-columns";
import { type ListOrder, NEWEST_FIRST } from "@/lib/filters/list-order";
import { holdersOfAll } from "@/lib/holdings/row-holder";
import { matchingRows, standingRowsOf } from "@/lib/lists/matching-rows";
import { type ListMarks, NO_MARKS, type RowMarks } from "@/lib/lists/row-marks";
import type { RowLateness } from "@/lib/record/derived-filing";
import { NOTHING_DERIVED } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { filingUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { formatShares } from "@/lib/values/decimals";
import type { ListExtras } from "@/lib/views/lists";
import type { Notes } from "@/lib/views/note";
import { CutColumns } from "./cut-columns";
import { FilingCell } from "./filing-cell";
import { COLUMNS, type ColumnOrder, type ListLayout, listLayout } from "./list-layout";
import { isOfRow, RowCell } from "./row-cell";
import { SortLink } from "./sort-link";

type ScreenerProps = {
  entries: FilingEntry[];
  caption: string;
  filter?: FilingFilter;
  /** Whether there is an issuer column. An issuer's own page needs none. */
  hasIssuer?: boolean;
  /** Whether to list all transactions, and the holdings of a filing without any, or only transactions that match the filter. */
  allRows?: boolean;
  marks: ListMarks;
  extras: ListExtras;
  columns?: readonly ListColumn[];
  /** For a list that can be sorted: its order, and the address of the same list in another. */
  sorting?: Sorting | null;
};

type Sorting = { order: ListOrder; href: (order: ListOrder) => string };

/** Maximum number of rows of one filing. A link to the filing leads to the rest. */
const MOST_ROWS = 8;

/** Filings, each as a group of rows in the order of the form. Rows outside the filter become one line. */
export const Screener = ({
  entries,
  caption,
  filter = NO_FILTER,
  hasIssuer = true,
  allRows = false,
  marks,
  extras,
  columns = STANDARD_COLUMNS,
  sorting = null,
}: ScreenerProps) => {
  const layout = listLayout(columns);
  const shown = entries.map((entry) => {
    const standing = standingRowsOf(entry);
    const transactions = standing.filter(({ kind }) => kind === "transaction");
    const all = transactions.length > 0 ? transactions : standing;
    const matching = allRows ? all : matchingRows(entry, filter);
    return {
      entry,
      rows: matching.slice(0, MOST_ROWS),
      cut: matching.length - MOST_ROWS,
      outside: standing.length - matching.length,
    };
  });
  const notes: Notes = Object.assign({}, ...shown.map(({ entry, rows }) => entryNotes(entry, rows)));
  return (
    // A different list starts with its footnotes closed.
    <NotesInPlace key={entries.map(({ filing }) => filing.accessionNumber).join()} notes={notes}>
      <DrawnOnce>
        {sorting && <PhoneOrders sorting={sorting} />}
        <CutColumns cut={layout.cut} />
        <table {...tableRoles.table} className={`screener stack has-sticky-head ${classOf(layout, hasIssuer)}`}>
          <caption className="visually-hidden">{caption}</caption>
          <thead {...tableRoles.rowGroup}>
            <tr {...tableRoles.row}>
              {layout.columns.map(({ name, className, width }) => {
                const { label, orders = [] } = COLUMNS[name];
                return (
                  <th
                    key={name}
                    {...tableRoles.columnHeader}
                    className={className}
                    style={width === undefined ? undefined : { width }}
                    aria-sort={sortOf(orders, sorting?.order ?? NEWEST_FIRST)}
                  >
                    {sorting && orders.length > 0 ? <OrderLinks orders={orders} sorting={sorting} /> : label}
                  </th>
                );
              })}
            </tr>
          </thead>
          {shown.map((group) => (
            <FilingGroup
              key={group.entry.filing.accessionNumber}
              {...group}
              layout={layout}
              marks={marks[group.entry.filing.accessionNumber] ?? {}}
              extras={extras}
            />
          ))}
        </table>
      </DrawnOnce>
    </NotesInPlace>
  );
};

function classOf({ isStandard, columns }: ListLayout, hasIssuer: boolean): string {
  const has = (name: ListColumn) => columns.some((column) => column.name === name);
  if (isStandard) return hasIssuer ? "is-standard" : "is-standard has-no-issuer";
  return ["is-chosen", !has("issuer") && "names-ticker", !has("security") && !has("holder") && "names-holder"]
    .filter(Boolean)
    .join(" ");
}

function sortOf(orders: readonly ColumnOrder[], { column, descending }: ListOrder) {
  if (orders.every((order) => order.column !== column)) return undefined;
  return descending ? "descending" : "ascending";
}

const OrderLinks = ({ orders, sorting: { order, href } }: { orders: readonly ColumnOrder[]; sorting: Sorting }) =>
  orders.map(({ column, label, isName }) => (
    <SortLink
      key={column}
      column={column}
      label={label}
      sort={order}
      isName={isName}
      href={({ descending }) => href({ column, descending })}
    />
  ));

/** Phones show no heads of columns. */
const PhoneOrders = ({ sorting }: { sorting: Sorting }) => (
  <p className="phone-orders phone-only">
    <span>Sort by</span>
    <OrderLinks orders={Object.values(COLUMNS).flatMap(({ orders = [] }) => orders)} sorting={sorting} />
  </p>
);

type GroupProps = {
  entry: FilingEntry;
  layout: ListLayout;
  rows: ReportedRow[];
  cut: number;
  outside: number;
  /** By row id. */
  marks: Readonly<Record<string, RowMarks>>;
  extras: ListExtras;
};

const FilingGroup = ({ entry, layout, rows, cut, outside, marks, extras }: GroupProps) => {
  const { filing } = entry;
  const { accessionNumber } = filing;
  const months = extras.months[accessionNumber];
  const withNotes = rows.filter((row) => rowNotes(row).length > 0);
  const fold = foldedRows(entry, outside, cut);
  const { facts } = entry.derived;
  const holders = holdersOfAll(rows, facts);
  // Each row, its footnote row, the line of omitted rows, and the last line on phones.
  const span = Math.max(1, rows.length) + withNotes.length + (fold ? 1 : 0) + 1;
  const ofFiling = ({ name, className, label }: ListLayout["columns"][number]) => (
    <FilingCell
      key={name}
      name={name}
      className={className}
      label={label}
      filing={filing}
      holders={rows.length === 0 ? null : holders}
      rows={span}
      extras={extras}
    />
  );
  return (
    <tbody {...tableRoles.rowGroup}>
      {rows.length === 0 && (
        <tr {...tableRoles.row} className={fold ? undefined : "is-last"}>
          {layout.columns.map((column) => !isOfRow(column.name) && ofFiling(column))}
          <td {...tableRoles.cell} className="muted" colSpan={layout.span}>
            {emptyWords(entry)}
          </td>
        </tr>
      )}
      {rows.map((row, index) => {
        const id = rowId(row);
        return (
          <Fragment key={id}>
            <tr {...tableRoles.row} className={!fold && index === rows.length - 1 ? "is-last" : undefined}>
              {layout.columns.map((column) =>
                isOfRow(column.name) ? (
                  <RowCell
                    key={column.name}
                    name={column.name}
                    className={column.className}
                    label={column.label}
                    row={row}
                    rowsOfFiling={entry.rows}
                    accessionNumber={accessionNumber}
                    facts={facts}
                    namesHolder={holders?.length !== 1}
                    derived={entry.derived.rows[id] ?? NOTHING_DERIVED}
                    marks={withoutRepeatedLag(marks, rows, index)}
                    months={(index === 0 && months) || null}
                  />
                ) : (
                  index === 0 && ofFiling(column)
                ),
              )}
            </tr>
            {rowNotes(row).length > 0 && (
              <OpenNotesRow accessionNumber={accessionNumber} row={id} columns={layout.span} />
            )}
          </Fragment>
        );
      })}
      {fold && (
        <tr {...tableRoles.row} className="fold is-last">
          <td {...tableRoles.cell} colSpan={layout.span}>
            <a className="quiet-link" href={filingUrl(accessionNumber)}>
              {fold}
            </a>
          </td>
        </tr>
      )}
      <tr {...tableRoles.row} className="on-phone">
        <td {...tableRoles.cell}>
          <PhoneLine entry={entry} rows={rows} marks={marks} extras={extras} />
        </td>
      </tr>
    </tbody>
  );
};

/** Why a listed filing has no rows. */
function emptyWords({ filing, rows, derived }: FilingEntry) {
  if (rows.length > 0 && derived.amendedBy !== null) {
    return <a href={filingUrl(derived.amendedBy)}>All rows replaced by an amendment</a>;
  }
  return filing.noSecuritiesOwned ? "No securities owned" : "No rows in this filing";
}

/** The marks of a row, without a lag that the row above already shows. */
function withoutRepeatedLag(marks: GroupProps["marks"], rows: readonly ReportedRow[], index: number): RowMarks {
  const lagOf = (row: ReportedRow | undefined) => (row ? (marks[rowId(row)]?.lateness ?? null) : null);
  const [own, above] = [rows[index], rows[index - 1]];
  const found = (own && marks[rowId(own)]) ?? NO_MARKS;
  const isRepeated = lagOf(own) !== null && lagOf(own)?.days === lagOf(above)?.days;
  return isRepeated ? { ...found, lateness: null } : found;
}

const PhoneLine = ({ entry, rows, marks, extras }: Pick<GroupProps, "entry" | "rows" | "marks" | "extras">) => {
  const months = extras.months[entry.filing.accessionNumber];
  const held = formatShares(onlyBalance(rows));
  const notes = new Set(rows.flatMap(rowNotes)).size;
  const late = rows
    .flatMap((row) => marks[rowId(row)]?.lateness ?? [])
    .reduce<RowLateness | null>((worst, next) => (next.late && next.days > (worst?.days ?? -1) ? next : worst), null);
  return (
    <>
      <span>
        {held === null ? "" : `Held after ${held}`}
        {held !== null && notes > 0 && " · "}
        {notes > 0 && (
          <a href={filingUrl(entry.filing.accessionNumber)} data-opens-notes="">
            {plural(notes, "footnote")}
          </a>
        )}
      </span>
      {late && <Lag lateness={late} />}
      {months && <SparklineChart series={months} width={80} />}
    </>
  );
};

/** The balance after the last row of Table I; null if the rows are of several securities or holders. */
function onlyBalance(rows: readonly ReportedRow[]): string | null {
  const ofTable = rows.filter(({ tableNumber }) => tableNumber === "I");
  const lines = new Set(
    ofTable.map((row) =>
      JSON.stringify([row.securityTitle.value, row.directOrIndirect.value, row.natureOfOwnership.value]),
    ),
  );
  return lines.size === 1 ? (ofTable.at(-1)?.sharesOwnedFollowing.value ?? null) : null;
}

/** Describes the rows of a filing that the list leaves out. */
function foldedRows(entry: FilingEntry, outside: number, cut: number): string | null {
  const standing = standingRowsOf(entry);
  const holdings = standing.filter((row) => row.kind === "holding").length;
  const replaced = entry.rows.length - standing.length;
  const parts = [
    cut > 0 ? plural(cut, "more row") : null,
    outside > 0 ? (outside === holdings ? plural(outside, "holding") : plural(outside, "other row")) : null,
    replaced > 0 && replaced < entry.rows.length ? `${plural(replaced, "row")} replaced by an amendment` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? `${parts.join(", ")} on the filing` : null;
}
