import { SectionHead } from "@/components/site/section-head";
import { inFormat } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";
import type { CodesView } from "@/lib/views/codes";
import { CodesTable } from "./codes-table";

/** All codes by group, the plan flag, and unknown codes found in filings. */
export const AllCodes = ({ view: { groups, flag, unknown, url } }: { view: CodesView }) => (
  <div className="work">
    <CodesTable groups={groups} />
    <section className="section" aria-labelledby="flag">
      <SectionHead id="flag" title="A flag, not a code" />
      <p className="prose">
        <a href={flag.url}>
          <b>{flag.flag}</b>
        </a>{" "}
        appears next to a code: {flag.meaning.charAt(0).toLowerCase()}
        {flag.meaning.slice(1)}. {flag.misreading}
      </p>
    </section>
    {unknown.length > 0 && (
      <section className="section" aria-labelledby="unknown">
        <SectionHead id="unknown" title="Unknown codes" note="Found in filings and shown there as filed" />
        <p>{unknown.map(({ code, transactions }) => `${code} (${describeCount(transactions, "row")})`).join(", ")}</p>
      </section>
    )}
    <p className="section small muted">
      <a href={inFormat(url, "json")}>JSON of this page</a>
    </p>
  </div>
);
