import { PageLead } from "@/components/site/page-lead";
import { TotalsLeaveOut } from "@/components/site/totals-leave-out";
import { asksForRows, filterUrl } from "@/lib/filters/filing-filter";
import { describeOrder, describeUnsorted, isNewestFirst, type ListOrder } from "@/lib/filters/list-order";
import { TOTALS_COVER, tradesHeadline, tradesStandfirst } from "@/lib/headlines/trades-headline";
import { sumsOf } from "@/lib/series/day-sum";
import { filingsUrl } from "@/lib/urls";
import { type Count, describeCount } from "@/lib/values/counts";
import { endSentence } from "@/lib/values/end-sentence";
import { upperFirst } from "@/lib/values/upper-first";
import type { TransactionsView } from "@/lib/views/lists";

/** The head of a filtered list: what was bought and sold in it, or otherwise the filter in words. */
export const TradesLead = ({ view }: { view: TransactionsView }) => {
  const { counts: inAll, filter, words, sums, leftOut, undated, order, withoutKey } = view;
  const total = sumsOf(sums ?? []);
  const finding = tradesHeadline(total.bought, total.sold);
  const asked = filterInWords(words);
  const isEmpty = inAll.rows.countAtLeast === 0;
  const sentences = [...(finding ? tradesStandfirst(total) : []), ...notDated(undated), ...sorted(order, withoutKey)];
  return (
    <PageLead
      eyebrow="Screener"
      title={tradesTitle(view)}
      standfirst={
        <>
          {isEmpty ? (
            upperFirst(endSentence(asked))
          ) : (
            <>
              <b>{countsInWords(inAll)}</b>: {endSentence(asked)}
            </>
          )}{" "}
          {sentences.join(" ")}
          {filter.implausible.length === 0 && <TotalsLeaveOut of={leftOut} />}{" "}
          {finding && <span className="not-phone">{TOTALS_COVER}</span>}{" "}
          {!isEmpty && !asksForRows(filter) && (
            <a href={filterUrl(filingsUrl(), filter)}>All filings, including those without transactions</a>
          )}
        </>
      }
    />
  );
};

const filterInWords = (words: string) => (words === "" ? "all filings" : words);

const countsInWords = ({ rows, filings }: TransactionsView["counts"]) =>
  `${describeCount(rows, "transaction")} in ${describeCount(filings, "filing")}`;

export function tradesTitle({ counts, sums }: Pick<TransactionsView, "counts" | "sums">): string {
  if (counts.rows.countAtLeast === 0) return "No transactions found";
  const { bought, sold } = sumsOf(sums ?? []);
  return tradesHeadline(bought, sold) ?? "Transactions";
}

/** How many transactions there are, and the filter in words. */
export function tradesInView({ counts, words }: Pick<TransactionsView, "counts" | "words">): string {
  const asked = filterInWords(words);
  const said = counts.rows.countAtLeast === 0 ? upperFirst(asked) : `${countsInWords(counts)}: ${asked}`;
  return endSentence(said);
}

/** How the list is sorted, unless it is as usual. */
function sorted(order: ListOrder, withoutKey: Count | null): string[] {
  if (isNewestFirst(order)) return [];
  const last = describeUnsorted(order, withoutKey);
  return [`${upperFirst(describeOrder(order))}${last === null ? "" : `; ${last}`}.`];
}

/** Filings that a filter on filing dates leaves out, because their filing date is not known. */
export const notDated = (undated: Count | null): string[] =>
  undated && undated.countAtLeast > 0
    ? [`Not included: ${describeCount(undated, "filing")} without a filing date.`]
    : [];
