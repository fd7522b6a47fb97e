import { loadFreshness, type SiteFreshness } from "@/app/freshness";
import { findCoverageFacts } from "@/db/queries/coverage";
import {
  countData,
  countFilingsBy,
  type DataCounts,
  listProblems,
  listRefused,
  listRuns,
} from "@/db/queries/data-state";
import { countQueues, findDatabaseSize, findNewestFiling, type NewestFiling, type Queues } from "@/db/queries/queues";
import { listUnderivable } from "@/db/queries/underivable";
import { database } from "@/db/server/client";
import { type Coverage, coverageOf } from "@/lib/coverage/coverage";
import { dataUrl } from "@/lib/urls";
import { newYorkClock } from "@/lib/values/new-york-time";
import { shortPath } from "@/lib/values/short-path";

const LISTED = 200;
const RUNS_LISTED = 20;

type CountedBy = Awaited<ReturnType<typeof countFilingsBy>>;

export type DataView = {
  title: string;
  url: string;
  hasSample: boolean;
  /** When the last ingest ended; null when none did. */
  readAt: string | null;
  counts: DataCounts;
  forms: CountedBy;
  schemaVersions: CountedBy;
  sources: CountedBy;
  /** The first 200 of them, as of the refused documents; file names without the folders above their own. */
  problems: Awaited<ReturnType<typeof listProblems>>;
  refused: Awaited<ReturnType<typeof listRefused>>;
  runs: Awaited<ReturnType<typeof listRuns>>;
  /** How current the data is, and what is known of following. */
  freshness: SiteFreshness["freshness"];
  following: SiteFreshness["following"];
  /** What is stored by day and quarter; null before the first filing from EDGAR. */
  coverage: Coverage | null;
  queues: Queues;
  /** The first 200 filings that could not be derived. */
  underivable: Awaited<ReturnType<typeof listUnderivable>>;
  newestFiling: NewestFiling | null;
  databaseBytes: number;
};

/** @param now milliseconds since 1970 */
export async function loadDataView(now: number): Promise<DataView> {
  const db = database();
  const [
    state,
    counts,
    forms,
    schemaVersions,
    sources,
    problems,
    refused,
    runs,
    coverageFacts,
    queues,
    underivable,
    newestFiling,
    databaseBytes,
  ] = await Promise.all([
    loadFreshness(now),
    countData(db),
    countFilingsBy(db, "document_type"),
    countFilingsBy(db, "schema_version"),
    countFilingsBy(db, "source"),
    listProblems(db, LISTED),
    listRefused(db, LISTED),
    listRuns(db, RUNS_LISTED),
    findCoverageFacts(db),
    countQueues(db),
    listUnderivable(db, LISTED),
    findNewestFiling(db),
    findDatabaseSize(db),
  ]);
  const named = <T extends { fileName: string }>(document: T): T => ({
    ...document,
    fileName: shortPath(document.fileName),
  });
  return {
    title: "Data",
    url: dataUrl(),
    hasSample: state.hasSample,
    readAt: state.readAt,
    counts,
    forms,
    schemaVersions,
    sources,
    problems: problems.map(named),
    refused: refused.map(named),
    runs,
    freshness: state.freshness,
    following: state.following,
    coverage: coverageOf({ ...coverageFacts, today: newYorkClock(now).day }),
    queues,
    underivable,
    newestFiling,
    databaseBytes,
  };
}
