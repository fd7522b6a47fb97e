import { PageLead } from "@/components/site/page-lead";
import { asksForRows, filterUrl } from "@/lib/filters/filing-filter";
import { transactionsUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";
import { upperFirst } from "@/lib/values/upper-first";
import type { FilingsView } from "@/lib/views/lists";
import { notDated } from "./trades-lead";

/** The head of a list of filings: the filter in words, and how many filings match. */
export const FilingsLead = ({ view: { counts, filter, words, undated } }: { view: FilingsView }) => (
  <PageLead
    eyebrow="Filings"
    title={counts.filings.countAtLeast === 0 ? "No filings found" : describeCount(counts.filings, "filing")}
    standfirst={
      <>
        {upperFirst(words === "" ? "all forms" : words)}
        {asksForRows(filter) ? "." : ", with or without transactions."}{" "}
        {notDated(undated).map((sentence) => `${sentence} `)}
        {counts.filings.countAtLeast > 0 && <a href={filterUrl(transactionsUrl(), filter)}>Transactions with totals</a>}
      </>
    }
  />
);
