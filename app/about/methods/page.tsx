import type { Metadata } from "next";
import { METHODS } from "@/app/about/methods/methods";
import { IgnoredNames } from "@/app/ignored-names";
import { PageLead } from "@/components/site/page-lead";
import { Unbroken } from "@/components/ui/unbroken";
import { codesUrl, dataUrl, methodsUrl } from "@/lib/urls";

export const metadata: Metadata = {
  title: "Methods",
  description: "How we calculate each figure that is not itself in a filing, and its limits.",
  alternates: { canonical: methodsUrl() },
};

export default function MethodsPage() {
  return (
    <>
      <PageLead
        eyebrow="Methods"
        title="How we get from the filings to our figures"
        standfirst="Everything filed is shown as filed. In a table cell, the first line is the filing’s own; the lines below it, totals, checks and charts are ours. No figure of ours replaces a filed one, and each can be recalculated from the filings it cites."
      />
      <IgnoredNames path={methodsUrl()} />
      <div className="work two-columns">
        <div className="prose">
          <section id="untouched" aria-labelledby="untouched-title">
            <h2 id="untouched-title">What we never change</h2>
            <ul>
              <li>
                Numbers. Shares, prices and balances keep every digit, including trailing zeros. All sums use exact
                decimals; floating-point numbers are used only to draw charts.
              </li>
              <li>Names, titles, dates, footnotes, remarks and signatures, and the order of the rows.</li>
              <li>
                Contradictions. If a filing states 757,756 units in one table and 757,576 in the other, we show both.
                Any rule that a filing breaks is listed under <a href={dataUrl()}>problems</a>; we correct nothing.
              </li>
              <li>
                Missing values. A value that was not reported is shown as “—”, not as zero. A value that is in the
                original but not in our text is marked unread.
              </li>
              <li>
                Splits and currencies. We do not adjust any number for a split, or convert it; only the lines of charts
                are adjusted for splits. The only prices we use are those reported, in the currency that the filer used.
              </li>
            </ul>
          </section>
          {METHODS.map(({ id, title, Text }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`}>{title}</h2>
              <Unbroken>{Text()}</Unbroken>
            </section>
          ))}
        </div>
        <aside aria-label="On this page">
          <ul className="link-list">
            <li>
              <a href="#untouched">What we never change</a>
            </li>
            {METHODS.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
            <li>
              <a href={codesUrl()}>What the transaction codes mean</a>
            </li>
          </ul>
        </aside>
      </div>
    </>
  );
}
