import type { Coverage } from "@/lib/coverage/coverage";
import type { Following, Freshness } from "@/lib/coverage/freshness";
import type { Implausible } from "@/lib/record/implausible";
import type { Count } from "@/lib/values/counts";

export type DataCounts = {
  filings: number;
  insiders: number;
  issuers: number;
  transactions: number;
  holdings: number;
  footnotes: number;
  problems: number;
  refused: number;
};

/** A queue is counted only up to this number. */
export const MOST_COUNTED = 100_000;

export type Queues = {
  /** Filings that are waiting to be derived, counted up to `MOST_COUNTED`. */
  toDerive: number;
  /** Those of them that failed before. */
  underivable: number;
  /** Filings listed in the last two weeks that EDGAR did not send on request. */
  notFetched: number;
  /** Since yesterday (UTC). */
  edgarRequests: number;
};

/** Null for filings without the counted fact. */
type CountedBy = { value: string | null; filings: number }[];

type FilingProblem = {
  accessionNumber: string;
  fileName: string;
  page: number | null;
  line: number | null;
  pointer: string | null;
  message: string;
};

type RefusedDocument = { sha256: string; fileName: string; line: number | null; message: string };

export type DiskUse = {
  content: "filed" | "names" | "documents" | "derived" | "footnote search" | "rebuild" | "other";
  rowBytes: number;
  indexBytes: number;
};

export type IngestRun = {
  ingestRunId: number;
  source: string;
  startedAt: Date;
  finishedAt: Date | null;
  read: number;
  stored: number;
  alreadyThere: number;
  withProblems: number;
  refused: number;
};

export type UnderivableFiling = {
  accessionNumber: string;
  documentType: string | null;
  issuerName: string | null;
  filingDate: string | null;
  failures: number;
  lastFailure: string | null;
  lastFailedAt: Date | null;
};

/** A row with a figure that evidence contradicts. */
export type ImplausibleRow = {
  accessionNumber: string;
  /** `I-2` */
  row: string;
  issuerName: string | null;
  filingDate: string | null;
  pricePerShare: string | null;
  transactionShares: string | null;
  implausible: Implausible;
};

export type NewestFiling = { accessionNumber: string; filedAt: string | null; receivedAt: string | null };

export type DatabaseView = {
  title: string;
  url: string;
  hasSample: boolean;
  /** When the last ingest ended; null if there was none. */
  readAt: string | null;
  counts: DataCounts;
  forms: CountedBy;
  schemaVersions: CountedBy;
  sources: CountedBy;
  /** The first 200 problems, and the first 200 refused documents. File names have only the folder they are in. */
  problems: FilingProblem[];
  refused: RefusedDocument[];
  /** The newest 200 rows with an implausible figure, and how many there are. */
  implausible: { rows: ImplausibleRow[]; inAll: Count };
  runs: IngestRun[];
  /** How current the data is, and what we know about following. */
  freshness: Freshness;
  following: Following | null;
  /** What is stored by day and quarter; null before the first filing from EDGAR. */
  coverage: Coverage | null;
  queues: Queues;
  /** The first 200 filings that could not be derived. */
  underivable: UnderivableFiling[];
  newestFiling: NewestFiling | null;
  databaseBytes: number;
  /** Where these bytes are, besides PostgreSQL's own tables. */
  disk: DiskUse[];
};
