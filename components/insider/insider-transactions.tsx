import { ColumnChoice } from "@/components/listing/column-choice";
import { TransactionsTable } from "@/components/listing/transactions-table";
import { entryNotes } from "@/components/notes/entry-notes";
import { NotesInPlace } from "@/components/notes/notes-in-place";
import { OpenAllNotes } from "@/components/notes/open-all-notes";
import { SectionHead } from "@/components/site/section-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import type { SortOrder } from "@/lib/filters/sort-order";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import type { FilingEntry } from "@/lib/record/filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import { inFormat } from "@/lib/urls";
import { type Count, describeCount } from "@/lib/values/counts";
import type { Notes } from "@/lib/views/note";

type InsiderTransactionsProps = {
  view: {
    name: string;
    title: string;
    url: string;
    words: string;
    query: { sort: SortOrder };
    readOnly: number | null;
    replaced: number;
    columns: readonly string[];
    lines: TransactionLine[];
    count: Count;
    isFirstPage: boolean;
    next: string | null;
    insider: { filings: number };
  };
  path: string;
  pageSize: number;
  /** The address of the first page of the view in another order or with other columns. */
  hrefTo: (changes: { sort?: SortOrder; columns?: string[] }) => string;
};

/** An insider's transactions one to a line, with what can be done with them. */
export const InsiderTransactions = ({ view, path, pageSize, hrefTo }: InsiderTransactionsProps) => {
  const { lines, query, columns } = view;
  const inAll = describeCount(view.count, "transaction");
  if (lines.length === 0) {
    return (
      <section className="section" aria-label="Transactions">
        <EmptyState
          title={view.words === "" ? "No transactions reported" : `No transactions found: ${view.words}`}
          clearHref={view.words === "" ? undefined : path}
        >
          {view.words === "" &&
            "Only holdings have been reported. They are on the pages of the filings and in the chart."}
        </EmptyState>
      </section>
    );
  }
  return (
    // Another list begins with its notes closed.
    <NotesInPlace key={hrefTo({})} notes={notesOf(lines)}>
      <section className="section" aria-labelledby="transactions">
        <SectionHead
          id="transactions"
          title="Transactions"
          note={`${lines.length === view.count.count ? inAll : `${lines.length} of ${inAll}`}${query.sort.column === "traded" && query.sort.descending ? ", newest trade first" : ""}`}
          aside={
            <>
              <OpenAllNotes />
              <a className="link-button" href={inFormat(view.url, "csv")}>
                CSV
              </a>
            </>
          }
        />
        <ColumnChoice
          action={path}
          url={view.url}
          columns={columns}
          sort={query.sort}
          standardHref={hrefTo({ columns: [] })}
        />
        <TransactionsTable
          caption={`Transactions: ${view.title}`}
          lines={lines}
          sort={query.sort}
          columns={columns}
          sortHref={(sort) => hrefTo({ sort })}
        />
        <Pager
          summary={`${lines.length} of ${inAll}${view.isFirstPage ? "" : ", continued"}`}
          nextHref={view.next}
          pageSize={pageSize}
        >
          {columns.includes("check") && (
            <span>
              “Check” adds the row to the previous balance and compares the result with the balance reported. +412 means
              that no reported row explains 412 of the shares. Select it to see the arithmetic, and the reason if a
              filing gives one.
            </span>
          )}
          {view.replaced > 0 && (
            <span>
              {view.replaced === 1
                ? "1 row replaced by an amendment is on the page of its filing."
                : `${view.replaced.toLocaleString("en-US")} rows replaced by amendments are on the pages of their filings.`}
            </span>
          )}
          {view.readOnly !== null && (
            <span>
              This page covers the newest {view.readOnly.toLocaleString("en-US")} of{" "}
              {view.insider.filings.toLocaleString("en-US")} filings. The CSV has all of them.
            </span>
          )}
        </Pager>
      </section>
    </NotesInPlace>
  );
};

/** Filing by filing: what is read of a filing's notes is read once. */
function notesOf(lines: TransactionLine[]): Notes {
  const rows = new Map<FilingEntry, ReportedRow[]>();
  for (const { entry, row } of lines) rows.set(entry, [...(rows.get(entry) ?? []), row]);
  return Object.assign({}, ...[...rows].map(([entry, cited]) => entryNotes(entry, cited)));
}
