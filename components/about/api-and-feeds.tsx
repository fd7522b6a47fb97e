import { SectionHead } from "@/components/site/section-head";
import {
  aboutAlertsUrl,
  apiUrl,
  clustersUrl,
  codesUrl,
  filingsUrl,
  footnotesUrl,
  inFormat,
  latestUrl,
  transactionsUrl,
} from "@/lib/urls";

const EXAMPLES = [
  { href: inFormat(latestUrl(), "json"), what: "the latest filings" },
  { href: inFormat(`${filingsUrl()}?form=3`, "json"), what: "all Forms 3, whatever they report" },
  { href: inFormat(`${transactionsUrl()}?code=P`, "csv"), what: "all purchases" },
  {
    href: inFormat(`${transactionsUrl()}?code=P&late=1`, "ndjson"),
    what: "purchases reported late, one JSON object a line",
  },
  { href: inFormat(`${transactionsUrl()}?code=P`, "atom"), what: "a feed of purchases" },
  {
    href: inFormat(`${footnotesUrl()}?fact=plan_adopted`, "csv"),
    what: "footnotes that state when a plan was adopted",
  },
  { href: inFormat(clustersUrl(), "atom"), what: "a feed of clusters" },
  { href: inFormat(codesUrl(), "json"), what: "the transaction codes" },
];

/** How to get any page as data. */
export const ApiAndFeeds = () => (
  <section className="section" aria-labelledby="formats">
    <SectionHead id="formats" title="API and feeds" />
    <div className="prose">
      <p>
        Every page is also available as data, with the same filters: add <code>.json</code> to its path or, where it
        lists filings, transactions, footnotes or clusters, <code>.csv</code>, <code>.ndjson</code> or{" "}
        <code>.atom</code>. JSON and feeds have one page of a list, CSV and NDJSON all of it; NDJSON has the rows of the
        JSON, one on each line. A filing also has its original as <code>.xml</code> or <code>.txt</code>. No key is
        needed. The <a href={apiUrl()}>reference</a> has all addresses, parameters and answers, and{" "}
        <a href={aboutAlertsUrl()}>Alerts</a> says what was sent when something new was filed.
      </p>
      <ul>
        {EXAMPLES.map(({ href, what }) => (
          <li key={href}>
            <a className="id" href={href}>
              {href}
            </a>
            : {what}
          </li>
        ))}
      </ul>
    </div>
  </section>
);
