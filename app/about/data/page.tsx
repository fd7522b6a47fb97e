import type { Metadata } from "next";
import { loadDataView, type DataView as View } from "@/app/about/data/view";
import { IgnoredNames } from "@/app/ignored-names";
import { importIsAllowed } from "@/app/import/import-setup";
import { Breakdown } from "@/components/about/breakdown";
import { CoverageLegend, CoverageMarks } from "@/components/about/coverage-mark";
import { DayCoverage } from "@/components/about/day-coverage";
import { IngestRuns } from "@/components/about/ingest-runs";
import { QuarterCoverage } from "@/components/about/quarter-coverage";
import { type QueueRow, QueueTable } from "@/components/about/queue-table";
import { UnderivableList } from "@/components/about/underivable-list";
import { Facts } from "@/components/site/facts";
import { PageLead } from "@/components/site/page-lead";
import { SectionHead } from "@/components/site/section-head";
import { ClockTime } from "@/components/ui/clock-time";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { ProblemList } from "@/components/ui/problem-list";
import { MOST_COUNTED } from "@/db/queries/queues";
import { completeInWords, gapsInWords } from "@/lib/coverage/coverage-in-words";
import { followingInWords } from "@/lib/coverage/freshness";
import { dataUrl, filingUrl, importUrl, inFormat, methodsUrl, methodUrl } from "@/lib/urls";
import { formatBytes } from "@/lib/values/bytes";
import { describeCount } from "@/lib/values/counts";
import { formatInstant } from "@/lib/values/dates";

export const metadata: Metadata = {
  title: "Data",
  description: "What is in this database, how current and complete it is, and what could not be read.",
  alternates: { canonical: dataUrl(), types: { "application/json": inFormat(dataUrl(), "json") } },
};

const grouped = (n: number) => n.toLocaleString("en-US");
const exactly = (n: number, one: string, many?: string) => describeCount({ count: n, countAtLeast: n }, one, many);

const QUARTER_MARKS = [
  { state: "complete" },
  { state: "partly stored" },
  { state: "missing" },
  { state: "being read" },
] as const;

export default async function DataPage() {
  const now = Date.now();
  const view = await loadDataView(now);
  const { counts, forms, schemaVersions, sources, coverage } = view;
  return (
    <>
      <PageLead
        eyebrow="Data"
        title={titleOf(view)}
        standfirst={
          <>
            {followingInWords(view.freshness, view.following, now)} {coverage && gapsInWords(coverage)}
          </>
        }
        aside={<Facts facts={factsOf(view)} />}
      />
      <IgnoredNames path={view.url} />
      <div className="work">
        <CoverageMarks />
        <section aria-labelledby="quarters">
          <SectionHead
            id="quarters"
            title="Quarters"
            note="Filings on Forms 3, 4 and 5, compared with EDGAR’s indexes and the SEC’s data sets"
            aside={
              <>
                <CoverageLegend marks={QUARTER_MARKS} />
                <a className="link-button" href={methodUrl("coverage")}>
                  How we measure coverage
                </a>
              </>
            }
          />
          {coverage ? (
            <DrawnOnce>
              <QuarterCoverage quarters={coverage.quarters} />
            </DrawnOnce>
          ) : (
            <p className="prose small-prose">There are no filings from EDGAR in this database yet.</p>
          )}
        </section>
        {coverage && (
          <section className="section" aria-labelledby="days">
            <SectionHead
              id="days"
              title="Days"
              note="Business days of the last 12 months: filings stored, compared with EDGAR’s daily index"
              aside={<CoverageLegend marks={[{ state: "closed", words: "EDGAR closed" }]} />}
            />
            <DrawnOnce>
              <DayCoverage days={coverage.days} />
            </DrawnOnce>
          </section>
        )}
        <div className="queue-and-failed">
          <section className="section" aria-labelledby="freshness">
            <SectionHead
              id="freshness"
              title="Queue"
              note={
                <>
                  As of <ClockTime instant={new Date(now)} inFull />
                </>
              }
            />
            <QueueTable rows={queueOf(view)} />
            <HowToFollow state={view.freshness.state} />
          </section>
          <section className="section" aria-labelledby="failed">
            <SectionHead
              id="failed"
              title="Failed"
              note={view.queues.underivable === 0 ? "None" : exactly(view.queues.underivable, "filing")}
            />
            {view.underivable.length > 0 ? (
              <UnderivableList filings={view.underivable} />
            ) : (
              <p className="prose small-prose">Totals, checks and links were derived for every filing we tried.</p>
            )}
          </section>
        </div>
        <p className="section small muted">
          Counts use the latest version of each filing, and include filings that were later amended.{" "}
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
          <SectionHead id="ingest" title="How to load filings" />
          <Ingest hasSample={view.hasSample} allowImport={importIsAllowed()} />
        </section>
        <section className="section" aria-labelledby="runs">
          <SectionHead
            id="runs"
            title="Ingest runs"
            note={view.runs.length === 0 ? "None yet" : "The last 20, newest first"}
          />
          {view.runs.length > 0 && <IngestRuns runs={view.runs} />}
        </section>
        <section className="section" aria-labelledby="problems">
          <SectionHead id="problems" title="Problems" note={cutNote(view.problems.length, counts.problems)} />
          <p className="prose small-prose">
            A filing with a problem is stored as filed. The list shows what breaks a rule of the form, or could not be
            read as a number or a date. We correct nothing silently.
          </p>
          {view.problems.length > 0 && (
            <DrawnOnce>
              <ProblemList
                problems={view.problems.map(({ accessionNumber, fileName, page, line, pointer, message }) => ({
                  key: `${accessionNumber} ${page} ${line} ${pointer} ${message}`,
                  where: [fileName, page && `page ${page}`, line && `line ${line}`].filter(Boolean).join(", "),
                  href: filingUrl(accessionNumber),
                  message: pointer ? `${pointer}: ${message}` : message,
                }))}
              />
            </DrawnOnce>
          )}
        </section>
        <section className="section" aria-labelledby="refused">
          <SectionHead id="refused" title="Refused" note={cutNote(view.refused.length, counts.refused)} />
          <p className="prose small-prose">
            We refuse documents that are not well-formed XML, are not ownership documents, or are too large. We keep
            their bytes but leave them out of every count.
          </p>
          {view.refused.length > 0 && (
            <DrawnOnce>
              <ProblemList
                problems={view.refused.map(({ sha256, fileName, line, message }) => ({
                  key: sha256,
                  where: line === null ? fileName : `${fileName}, line ${line}`,
                  message,
                }))}
              />
            </DrawnOnce>
          )}
        </section>
      </div>
    </>
  );
}

/** A sentence of how current and complete the data is; of a database without EDGAR's filings, what is in it. */
function titleOf({ freshness, coverage, counts }: View): string {
  if (coverage === null) {
    return `${exactly(counts.filings, "filing")} by ${exactly(counts.insiders, "insider")} on ${exactly(counts.issuers, "issuer")}`;
  }
  const readTo = "readTo" in freshness ? freshness.readTo : null;
  const complete = completeInWords(coverage);
  return readTo === null ? complete : `EDGAR read to ${formatInstant(readTo)}, with ${complete}`;
}

function factsOf({ newestFiling, counts, databaseBytes, readAt }: View) {
  const rows = counts.transactions + counts.holdings;
  return [
    {
      term: "Newest filing",
      value: newestFiling ? (
        <>
          <a className="id" href={filingUrl(newestFiling.accessionNumber)}>
            {newestFiling.accessionNumber}
          </a>
          {newestFiling.filedAt && (
            <>
              , accepted <ClockTime instant={newestFiling.filedAt} inFull />
            </>
          )}
        </>
      ) : (
        "none"
      ),
    },
    { term: "Last ingest", value: readAt ? <ClockTime instant={readAt} inFull /> : "none" },
    { term: "Stored", value: `${exactly(counts.filings, "filing")}, ${exactly(rows, "row")}` },
    { term: "Database", value: formatBytes(databaseBytes) },
  ];
}

function queueOf({ queues, following }: View): QueueRow[] {
  return [
    {
      step: "Fetch from EDGAR",
      note: `at most 8 requests a second; ${exactly(queues.edgarRequests, "request")} since yesterday`,
      waiting: following?.waiting ?? 0,
      failed: queues.notFetched,
    },
    {
      step: "Derive totals, checks and links",
      note: "by issuer, while filings are stored or with npm run derive",
      waiting: queues.toDerive,
      isMore: queues.toDerive >= MOST_COUNTED,
      failed: queues.underivable,
      failedHref: "#failed",
    },
  ];
}

const HowToFollow = ({ state }: { state: View["freshness"]["state"] }) => {
  if (state === "following" || state === "backlog") return null;
  return (
    <p className="section-note">
      <code>npm start</code> follows EDGAR when <code>EDGAR_CONTACT</code> is set; <code>npm run follow</code> does so
      without the site. <code>npm run ingest -- days 2026-11-02..2026-11-20</code> fetches missing days.
    </p>
  );
};

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
      Run this command on the machine that hosts the site, whether or not the site is running. It reads ownership XML,
      EDGAR’s full submissions (<code>.txt</code>), <code>.zip</code> archives and folders of these. Reading a file
      again changes nothing.
    </p>
    <pre className="command">npm run ingest -- PATH…</pre>
    {allowImport && (
      <p>
        You can also <a href={importUrl()}>upload paper forms</a>, and check and correct them before they are stored.
      </p>
    )}
    {hasSample ? (
      <p>
        You are looking at the sample. Its people, companies, prices and identifiers are invented. One filing is real: a
        Form 4 of July 15, 2013, read from the text of a scan. The first ingest of real filings removes the sample.{" "}
        <code>npm run sample -- --remove</code> removes it now, and <code>npm run sample</code> loads it again.
      </p>
    ) : (
      <p>
        The sample is not loaded. <code>npm run sample</code> loads invented filings to try things with, and{" "}
        <code>npm run sample -- --remove</code> removes them.
      </p>
    )}
    <p>
      To see how we derive figures from what was filed, read <a href={methodsUrl()}>methods</a>.
    </p>
  </div>
);
