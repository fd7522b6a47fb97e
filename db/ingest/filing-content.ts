import { gzipSync } from "node:zlib";
import type { FilingContent } from "@/db/ingest/insert-filing";
import { namesOf } from "@/db/ingest/names-of";
import type { IncomingFiling } from "@/db/ingest/read-incoming";
import type { FilingRecord, RowColumns } from "@/lib/edgar/filing-record";
import type { DocumentProblem } from "@/lib/edgar/parse-ownership-document";
import { rowPointer, unreadColumns } from "@/lib/edgar/unread";
import { ROW_FIELDS, type RowColumn } from "@/lib/record/filing-fields";
import { orderedAt } from "@/lib/record/ordered-at";

/** The columns of `filing`. */
export function filingColumns(incoming: IncomingFiling, isSample: boolean) {
  const { record } = incoming.parsed;
  const filedAt = incoming.header?.filedAt ?? null;
  const filingDate = incoming.header?.filingDate ?? null;
  return {
    ...record.filing,
    source: incoming.paper ? ("paper" as const) : ("xml" as const),
    isSample,
    contentSha256: incoming.contentSha256,
    filedAt: filedAt ? new Date(filedAt) : null,
    filingDate,
    orderedAt: orderOf(record, filedAt, filingDate),
    unread: incoming.paper && incoming.paper.unread.length > 0 ? incoming.paper.unread : null,
  };
}

/** The filing's place in the order of filings. */
export const orderOf = (record: FilingRecord, filedAt: string | null, filingDate: string | null) =>
  new Date(
    orderedAt({
      filedAt,
      filingDate,
      signatureDates: record.signatures.map((s) => s.date),
      periodOfReport: record.filing.periodOfReport,
    }),
  );

/** Everything else of one version: the rows of its tables. */
export function contentOf(
  version: number,
  order: Date,
  incoming: IncomingFiling,
  differences: DocumentProblem[] = [],
): FilingContent {
  const { record, problems } = incoming.parsed;
  return {
    owners: record.owners.map((owner) => ({ ...owner })),
    rows: record.rows.map((row) => ({
      ...row,
      lineIsFiled: true,
      orderedAt: order,
      unread: columnsAt(row, incoming.paper?.unread),
      uncertain: columnsAt(row, incoming.paper?.reading.uncertain),
    })),
    footnotes: record.footnotes,
    signatures: record.signatures,
    problems: [...problems, ...headerProblems(incoming), ...differences].map((problem, index) => ({
      position: index + 1,
      fileName: incoming.fileName,
      receivedAt: new Date(),
      ...problem,
    })),
    raw: rawOf(version, incoming),
    paper: incoming.paper ? [incoming.paper.reading] : [],
    names: namesOf(record, order, incoming.paper),
  };
}

/** The columns of a row that JSON Pointers name. */
function columnsAt(row: RowColumns, pointers: readonly string[] = []): RowColumn[] | null {
  const columns = pointers.length === 0 ? [] : [...unreadColumns(pointers, rowPointer(row), ROW_FIELDS)];
  return columns.length > 0 ? columns : null;
}

/** A submission is kept whole, its document inside it; a bare document as it is. */
export const rawOf = (version: number, incoming: IncomingFiling): FilingContent["raw"] => ({
  version,
  kind: incoming.paper ? "paper" : incoming.submission ? "submission" : "document",
  sha256: incoming.documentSha256,
  contentSha256: incoming.contentSha256,
  fileName: incoming.fileName,
  gzip: gzipSync(incoming.submission ?? incoming.document),
  receivedAt: new Date(),
});

/** Problems that only the header shows: a trade dated after the filing, or another form than the document's. */
export function headerProblems(incoming: IncomingFiling): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const say = (message: string, pointer: string) => problems.push({ line: null, pointer, message });
  const { record } = incoming.parsed;
  const filed = incoming.header?.filingDate;
  for (const row of record.rows) {
    const date = row.transactionDate;
    if (filed && date !== null && date > filed) {
      const table = row.tableNumber === "I" ? "nonDerivativeTable" : "derivativeTable";
      say(
        `row ${row.tableNumber}-${row.line} is dated ${date}, after the filing (${filed})`,
        `/${table}/${row.line - 1}/transactionDate/value`,
      );
    }
  }
  const type = incoming.header?.submissionType;
  if (type && record.filing.documentType !== null && type !== record.filing.documentType) {
    say(`the submission's header says form ${type}, the document ${record.filing.documentType}`, "/documentType");
  }
  return problems;
}
