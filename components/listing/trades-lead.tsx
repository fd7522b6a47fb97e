import { PageLead } from "@/components/site/page-lead";
import { tradesHeadline, tradesStandfirst } from "@/lib/headlines/trades-headline";
import { sumsOf } from "@/lib/series/day-sum";
import { describeCount } from "@/lib/values/counts";
import type { TransactionsView } from "@/lib/views/lists";

/** The head of a filtered list: what was bought and sold in it, or otherwise the filter in words. */
export const TradesLead = ({ view: { counts: inAll, words, sums, undated } }: { view: TransactionsView }) => {
  const counts = `${describeCount(inAll.rows, "transaction")} in ${describeCount(inAll.filings, "filing")}`;
  const total = sumsOf(sums ?? []);
  const finding = tradesHeadline(total.bought, total.sold);
  const asked = words === "" ? "all filings" : words;
  const sentences = [
    ...(finding ? tradesStandfirst(total) : []),
    ...(undated && undated.countAtLeast > 0
      ? [`Not included: ${describeCount(undated, "filing")} without a filing date.`]
      : []),
  ];
  return (
    <PageLead
      eyebrow={<b>Screener</b>}
      title={finding ?? `Transactions: ${asked}`}
      standfirst={
        <>
          <b>{counts}</b>: {asked}. {sentences.join(" ")}
        </>
      }
    />
  );
};
