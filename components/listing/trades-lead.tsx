import { PageLead } from "@/components/site/page-lead";
import { tradesHeadline, tradesStandfirst } from "@/lib/headlines/trades-headline";
import { type DaySum, sumsOf } from "@/lib/series/day-sum";
import { type Count, describeCount } from "@/lib/values/counts";

type TradesLeadProps = {
  eyebrow: string;
  /** "412 transactions in 188 filings". */
  counts: string;
  /** The filter in words; empty for none. */
  words: string;
  sums: DaySum[] | null;
  undated: Count | null;
};

/** The head of a filtered list: what was bought and sold under the filter, or what was asked for. */
export const TradesLead = ({ eyebrow, counts, words, sums, undated }: TradesLeadProps) => {
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
      eyebrow={<b>{eyebrow}</b>}
      title={finding ?? `Transactions: ${asked}`}
      standfirst={
        <>
          <b>{counts}</b>: {asked}. {sentences.join(" ")}
        </>
      }
    />
  );
};
