import type { Metadata } from "next";
import { METHODS } from "@/app/about/methods/methods";
import { IgnoredNames } from "@/app/ignored-names";
import { Method } from "@/components/about/method";
import { PageLead } from "@/components/site/page-lead";
import { codesUrl, dataUrl, methodsUrl } from "@/lib/urls";

export const metadata: Metadata = {
  title: "Methods",
  description: "How each figure that is not in a filing is derived from what is, and what it cannot know.",
  alternates: { canonical: methodsUrl() },
};

export default function MethodsPage() {
  return (
    <>
      <PageLead
        eyebrow="Methods"
        title="What was filed stands as filed; what is ours is derived, and this is how"
        standfirst="In a cell the first line is the filing’s own. Lines under it, sums, checks and charts are ours. No figure of ours replaces one that was filed, and each can be made again from the filings that it names."
      />
      <IgnoredNames path={methodsUrl()} />
      <div className="work two-columns">
        <div className="prose">
          <section id="untouched" aria-labelledby="untouched-title">
            <h2 id="untouched-title">What is never touched</h2>
            <ul>
              <li>
                Numbers: shares, prices and balances keep every digit, trailing zeros too. They are exact decimals in
                every sum; floating point only draws.
              </li>
              <li>Names, titles, dates, footnotes, remarks and signatures, and the order of the rows.</li>
              <li>
                Contradictions. A filing that states 757,756 units in one table and 757,576 in the other shows both; a
                rule that it breaks is listed under <a href={dataUrl()}>problems</a>, and nothing is corrected.
              </li>
              <li>
                What is missing. A value that is not reported is “—” and not zero; one that the original holds and our
                text lacks is marked unread.
              </li>
              <li>
                Splits and currencies. No number is adjusted for a split or converted, only the lines of charts are
                drawn across splits; there are no prices but those reported, and they are in the currency that the filer
                used.
              </li>
            </ul>
          </section>
          {METHODS.map(({ text, ...method }) => (
            <Method key={method.id} {...method}>
              {text}
            </Method>
          ))}
        </div>
        <aside aria-label="On this page">
          <ul className="link-list">
            <li>
              <a href="#untouched">What is never touched</a>
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
