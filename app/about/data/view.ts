import { loadFreshness } from "@/app/freshness";
import { listImplausible } from "@/db/queries/count-implausible";
import { findCoverageFacts } from "@/db/queries/coverage";
import {
  countData,
  countFilingsBy,
  findFilingDays,
  listProblems,
  listRefused,
  listRuns,
} from "@/db/queries/data-state";
import { findDiskUse } from "@/db/queries/disk-use";
import { countQueues, findDatabaseSize, findNewestFiling } from "@/db/queries/queues";
import { listUnderivable } from "@/db/queries/underivable";
import { database } from "@/db/server/client";
import { coverageOf } from "@/lib/coverage/coverage";
import { dataUrl } from "@/lib/urls";
import { newYorkClock } from "@/lib/values/new-york-time";
import { shortPath } from "@/lib/values/short-path";
import type { DatabaseView } from "@/lib/views/data";

const LISTED = 200;
const RUNS_LISTED = 20;

/** @param now milliseconds since 1970 */
export async function loadDataView(now: number): Promise<DatabaseView> {
  const db = database();
  const [
    state,
    counts,
    forms,
    schemaVersions,
    sources,
    problems,
    refused,
    implausible,
    runs,
    coverageFacts,
    queues,
    underivable,
    newestFiling,
    databaseBytes,
    disk,
  ] = await Promise.all([
    loadFreshness(now),
    countData(db),
    countFilingsBy(db, "document_type"),
    countFilingsBy(db, "schema_version"),
    countFilingsBy(db, "source"),
    listProblems(db, LISTED),
    listRefused(db, LISTED),
    listImplausible(db, LISTED),
    listRuns(db, RUNS_LISTED),
    findCoverageFacts(db),
    countQueues(db),
    listUnderivable(db, LISTED),
    findNewestFiling(db),
    findDatabaseSize(db),
    findDiskUse(db),
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
    implausible,
    runs,
    freshness: state.freshness,
    following: state.following,
    coverage: coverageOf({ ...coverageFacts, today: newYorkClock(now).day }),
    queues,
    underivable,
    newestFiling,
    databaseBytes,
    disk,
  };
}

/** The first and last filing dates of the record. */
export const loadFilingDays = () => findFilingDays(database());
