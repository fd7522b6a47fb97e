import { Facts } from "@/components/site/facts";
import { SectionHead } from "@/components/site/section-head";
import { inFormat } from "@/lib/urls";
import type { DatabaseView } from "@/lib/views/data";
import { Breakdown } from "./breakdown";
import { DiskSection } from "./disk-section";

const grouped = (n: number) => n.toLocaleString("en-US");

/** How much is stored, in total and by form, schema version and source. */
export const DataBreakdowns = ({
  view: { counts, forms, schemaVersions, sources, disk, url },
}: {
  view: DatabaseView;
}) => (
  <>
    <p className="section small muted">
      Counts use the latest version of each filing, and include filings that were later amended.{" "}
      <a href={inFormat(url, "json")}>JSON of this page</a>
    </p>
    <div className="side-by-side">
      <section className="section" aria-labelledby="counts">
        <SectionHead id="counts" title="Counts" />
        <Facts
          facts={[
            { term: "Filings", value: grouped(counts.filings) },
            { term: "Insiders, by CIK", value: grouped(counts.insiders) },
            { term: "Issuers, by CIK", value: grouped(counts.issuers) },
            { term: "Transactions", value: grouped(counts.transactions) },
            { term: "Holdings", value: grouped(counts.holdings) },
            { term: "Footnotes", value: grouped(counts.footnotes) },
            { term: "Problems", value: <a href="#problems">{grouped(counts.problems)}</a> },
            { term: "Documents refused", value: <a href="#refused">{grouped(counts.refused)}</a> },
          ]}
        />
      </section>
      <Breakdown id="forms" title="Forms" head="Form" rows={forms} none="not stated" />
      <Breakdown id="schema-versions" title="Schema versions" head="Version" rows={schemaVersions} none="not stated" />
      <Breakdown
        id="sources"
        title="Sources"
        head="Read from"
        rows={sources.map((source) => ({ ...source, value: sourceInWords(source.value) }))}
        none="not known"
      />
      <DiskSection disk={disk} />
    </div>
  </>
);

function sourceInWords(source: string | null): string | null {
  if (source === "xml") return "XML, as filed";
  if (source === "data-set") return "the SEC’s data sets";
  return source === "paper" ? "paper" : source;
}
