import { ColumnChoice } from "@/components/listing/column-choice";
import { SaveView } from "@/components/listing/save-view";
import { describeTradeOrder } from "@/components/listing/transactions-model";
import { TransactionsTable } from "@/components/listing/transactions-table";
import { entryNotes } from "@/components/notes/entry-notes";
import { NotesInPlace } from "@/components/notes/notes-in-place";
import { OpenAllNotes } from "@/components/notes/open-all-notes";
import { SectionHead } from "@/components/site/section-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import type { FilingEntry } from "@/lib/record/filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import { inFormat } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";
import type { InsiderHref, InsiderView } from "@/lib/views/insider";
import type { Notes } from "@/lib/views/note";

type InsiderTransactionsProps = {
  list: InsiderView["transactions"];
  path: string;
  /** Address of the view. */
  url: string;
  hrefTo: InsiderHref;
  /** A past day has nothing new to count, and no feed. */
  canBeSaved: boolean;
};

/** An insider's transactions, one per line, with sorting, column choice and other formats. */
export const InsiderTransactions = ({ list, path, url, hrefTo, canBeSaved }: InsiderTransactionsProps) => {
  const { lines, sort, columns } = list;
  const inAll = describeCount(list.count, "transaction");
  if (lines.length === 0) {
    return (
      <section className="section" aria-label="Transactions">
        <EmptyState
          title={list.words === "" ? "No transactions reported" : `No transactions found: ${list.words}`}
          relaxed={list.relaxed}
          clearHref={list.words === "" ? undefined : hrefTo({ filter: NO_FILTER })}
        >
          {list.words === "" &&
            "Only holdings have been reported. They are on the pages of the filings and in the chart."}
        </EmptyState>
      </section>
    );
  }
  return (
    // A different list starts with its footnotes closed.
    <NotesInPlace key={hrefTo({})} notes={notesOf(lines)}>
      <section className="section" aria-labelledby="transactions">
        <SectionHead
          id="transactions"
          title="Transactions"
          note={`${lines.length === list.count.count ? inAll : `${lines.length} of ${inAll}`}, ${describeTradeOrder(sort)}`}
          aside={
            <>
              <a className="link-button" href={list.screener}>
                Filter these transactions
              </a>
              <ColumnChoice
                action={path}
                url={url}
                columns={columns}
                sort={sort}
                standardHref={hrefTo({ columns: [] })}
              />
              <OpenAllNotes />
              {canBeSaved && <SaveView url={url} name={list.title} />}
              <a className="link-button" href={inFormat(url, "csv")}>
                CSV
              </a>
            </>
          }
        />
        <TransactionsTable
          caption={`Transactions: ${list.title}`}
          lines={lines}
          sort={sort}
          columns={columns}
          sortHref={(other) => hrefTo({ sort: other })}
        />
        <Pager
          summary={`${lines.length} of ${inAll}${list.isFirstPage ? "" : ", continued"}`}
          nextHref={list.next}
          pageSize={list.pageSize}
        >
          {columns.includes("check") && (
            <span>
              “Check” adds the row to the previous balance and compares the result with the balance reported. +412 means
              that no reported row explains 412 of the shares. Select it to see the arithmetic, and the reason if a
              filing gives one.
            </span>
          )}
          {list.replaced > 0 && (
            <span>
              {list.replaced === 1
                ? "1 row replaced by an amendment is on the page of its filing."
                : `${list.replaced.toLocaleString("en-US")} rows replaced by amendments are on the pages of their filings.`}
            </span>
          )}
          {list.readOnly !== null && (
            <span>
              This page covers the newest {list.readOnly.toLocaleString("en-US")} of{" "}
              {list.filings.toLocaleString("en-US")} filings. The CSV has all of them.
            </span>
          )}
        </Pager>
      </section>
    </NotesInPlace>
  );
};

/** Collects footnotes by filing, so that those of each filing are read only once. */
function notesOf(lines: TransactionLine[]): Notes {
  const rows = new Map<FilingEntry, ReportedRow[]>();
  for (const { entry, row } of lines) rows.set(entry, [...(rows.get(entry) ?? []), row]);
  return Object.assign({}, ...[...rows].map(([entry, cited]) => entryNotes(entry, cited)));
}
