import { database } from "@/db/client";
import {
  countData,
  countFilingsBy,
  type DataCounts,
  findSiteState,
  listProblems,
  listRefused,
  listRuns,
} from "@/db/queries/data-state";
import { shortPath } from "@/lib/format/short-path";
import { dataUrl } from "@/lib/urls";

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
};

export async function loadDataView(): Promise<DataView> {
  const db = database();
  const [state, counts, forms, schemaVersions, sources, problems, refused, runs] = await Promise.all([
    findSiteState(db),
    countData(db),
    countFilingsBy(db, "document_type"),
    countFilingsBy(db, "schema_version"),
    countFilingsBy(db, "source"),
    listProblems(db, LISTED),
    listRefused(db, LISTED),
    listRuns(db, RUNS_LISTED),
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
  };
}
