import type { Metadata } from "next";
import { loadDataView } from "@/app/about/data/view";
import { importIsAllowed } from "@/app/import/import-setup";
import { Breakdown } from "@/components/about/breakdown";
import { IngestRuns } from "@/components/about/ingest-runs";
import { Facts } from "@/components/site/facts";
import { PageLead } from "@/components/site/page-lead";
import { SectionHead } from "@/components/site/section-head";
import { ClockTime } from "@/components/ui/clock-time";
import { ProblemList } from "@/components/ui/problem-list";
import { describeCount } from "@/lib/format/counts";
import { dataUrl, filingUrl, importUrl, inFormat, methodsUrl } from "@/lib/urls";

export const metadata: Metadata = {
  title: "Data",
  description: "What is held here, where it comes from, and what of it could not be read.",
  alternates: { canonical: dataUrl(), types: { "application/json": inFormat(dataUrl(), "json") } },
};

const grouped = (n: number) => n.toLocaleString("en-US");
const exactly = (n: number, one: string, many?: string) => describeCount({ count: n, countAtLeast: n }, one, many);

export default async function DataPage() {
  const view = await loadDataView();
  const { counts, forms, schemaVersions, sources } = view;
  return (
    <>
      <PageLead
        eyebrow="Data"
        title={`${exactly(counts.filings, "filing")} by ${exactly(counts.insiders, "insider")} on ${exactly(counts.issuers, "issuer")}`}
        standfirst={
          <>
            {grouped(counts.transactions)} transactions and {grouped(counts.holdings)} holdings with{" "}
            {grouped(counts.footnotes)} footnotes, each kept as it was filed.{" "}
            {view.readAt && (
              <>
                Last ingest: <ClockTime instant={view.readAt} inFull />.
              </>
            )}
          </>
        }
      />
      <div className="work">
        <p className="small muted">
          Counted are the latest versions of filings, those that an amendment restates included.{" "}
          <a href={inFormat(view.url, "json")}>JSON of this page</a>
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
          <Breakdown
            id="schema-versions"
            title="Schema versions"
            head="Version"
            rows={schemaVersions}
            none="not stated"
          />
          <Breakdown
            id="sources"
            title="Sources"
            head="Read from"
            rows={sources.map((source) => ({ ...source, value: sourceInWords(source.value) }))}
            none="not known"
          />
        </div>
        <section className="section" aria-labelledby="ingest">
          <SectionHead id="ingest" title="How filings get in" />
          <Ingest hasSample={view.hasSample} allowImport={importIsAllowed()} />
        </section>
        <section className="section" aria-labelledby="runs">
          <SectionHead
            id="runs"
            title="Ingest runs"
            note={view.runs.length === 0 ? "None yet" : "Newest first, at most the last 20"}
          />
          {view.runs.length > 0 && <IngestRuns runs={view.runs} />}
        </section>
        <section className="section" aria-labelledby="problems">
          <SectionHead id="problems" title="Problems" note={cutNote(view.problems.length, counts.problems)} />
          <p className="prose small-prose">
            A filing with a problem is stored as filed: the list says what breaks a rule of the form or could not be
            read as a number or a date. Nothing is mended.
          </p>
          {view.problems.length > 0 && (
            <ProblemList
              problems={view.problems.map(({ accessionNumber, fileName, page, line, pointer, message }) => ({
                key: `${accessionNumber} ${page} ${line} ${pointer} ${message}`,
                where: [fileName, page && `page ${page}`, line && `line ${line}`].filter(Boolean).join(", "),
                href: filingUrl(accessionNumber),
                message: pointer ? `${pointer}: ${message}` : message,
              }))}
            />
          )}
        </section>
        <section className="section" aria-labelledby="refused">
          <SectionHead id="refused" title="Refused" note={cutNote(view.refused.length, counts.refused)} />
          <p className="prose small-prose">
            What is not well-formed XML, or no ownership document, is refused. Its bytes are kept, and it is in no
            count.
          </p>
          {view.refused.length > 0 && (
            <ProblemList
              problems={view.refused.map(({ sha256, fileName, line, message }) => ({
                key: sha256,
                where: line === null ? fileName : `${fileName}, line ${line}`,
                message,
              }))}
            />
          )}
        </section>
      </div>
    </>
  );
}

const cutNote = (listed: number, inAll: number) =>
  inAll === 0 ? "None" : listed < inAll ? `The first ${grouped(listed)} of ${grouped(inAll)}` : grouped(inAll);

function sourceInWords(source: string | null): string | null {
  if (source === "xml") return "XML, as filed";
  if (source === "data-set") return "the SEC’s data sets";
  return source === "paper" ? "read from paper" : source;
}

const Ingest = ({ hasSample, allowImport }: { hasSample: boolean; allowImport: boolean }) => (
  <div className="prose">
    <p>
      Ownership XML, EDGAR’s full submissions (<code>.txt</code>), folders of them and <code>.zip</code> archives are
      read on the machine that runs this site, while it runs or not. Reading the same again changes nothing.
    </p>
    <pre className="command">npm run ingest -- PATH…</pre>
    {allowImport && (
      <p>
        Forms on paper can also be <a href={importUrl()}>handed in here</a>, looked through and corrected before they
        are stored.
      </p>
    )}
    {hasSample ? (
      <p>
        What is shown now is the sample: people, companies, prices and identifiers are invented, to have something to
        look at. Beside it stands one real filing, a Form 4 of July 15, 2013, read from the text of a scan. The first
        ingest of real filings takes the sample out; <code>npm run sample -- --remove</code> does so at once, and{" "}
        <code>npm run sample</code> brings it back.
      </p>
    ) : (
      <p>
        No sample is among the data. <code>npm run sample</code> brings in invented filings to try things with, and{" "}
        <code>npm run sample -- --remove</code> takes them out.
      </p>
    )}
    <p>
      How figures are derived from what was filed is told under <a href={methodsUrl()}>methods</a>.
    </p>
  </div>
);
