import "@/components/about/coverage.css";
import { loadDataView, loadFilingDays } from "@/app/about/data/view";
import { IgnoredNames } from "@/app/ignored-names";
import { importIsAllowed } from "@/app/import/import-setup";
import { structuredDataSite } from "@/app/structured-data-site";
import { viewMetadata } from "@/app/view-metadata";
import { ApiAndFeeds } from "@/components/about/api-and-feeds";
import { DataBreakdowns } from "@/components/about/data-breakdowns";
import { DataCoverage } from "@/components/about/data-coverage";
import { DataLead } from "@/components/about/data-lead";
import { DataProblems } from "@/components/about/data-problems";
import { DataQueue } from "@/components/about/data-queue";
import { HowToLoad } from "@/components/about/how-to-load";
import { IngestRuns } from "@/components/about/ingest-runs";
import { StructuredData } from "@/components/site/structured-data";
import { recordData } from "@/lib/structured-data/structured-data";
import { dataUrl } from "@/lib/urls";

export const metadata = viewMetadata(
  {
    title: "Data",
    description: "What is in this database, how current and complete it is, and what could not be read.",
    url: dataUrl(),
  },
  ["json"],
);

export default async function DataPage() {
  const now = Date.now();
  const view = await loadDataView(now);
  const site = await structuredDataSite();
  const structuredData =
    site === null ? null : recordData({ filings: view.counts.filings, days: await loadFilingDays() }, site);
  return (
    <>
      <StructuredData of={structuredData} />
      <DataLead view={view} now={now} />
      <IgnoredNames path={view.url} />
      <div className="work">
        <DataCoverage coverage={view.coverage} />
        <DataQueue view={view} now={now} />
        <DataBreakdowns view={view} />
        <HowToLoad hasSample={view.hasSample} allowImport={importIsAllowed()} />
        <ApiAndFeeds />
        <IngestRuns runs={view.runs} />
        <DataProblems view={view} />
      </div>
    </>
  );
}
