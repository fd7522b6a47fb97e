import type { Candidates, Known, NumberlessPaper } from "@/db/ingest/find-known";
import type { IncomingFiling } from "@/db/ingest/read-incoming";
import type { StoredRecord } from "@/db/ingest/stored-record";
import { compareWithDataSet } from "@/lib/dataset/compare-with-data-set";
import type { DocumentProblem } from "@/lib/edgar/parse-ownership-document";
import { isLocalAccessionNumber, localAccessionNumber } from "@/lib/record/accession-number";
import { compareWithPaper } from "@/paper/compare-with-paper";
import { isOtherFiling } from "@/paper/parties/is-other-filing";
import type { PaperFiling } from "@/paper/parties/is-same-filing";

/** What happens to an incoming filing. `apply` in store-filing.ts does it. */
export type Decision =
  /** We do not know it yet. */
  | { action: "insert"; accessionNumber: string; differences: DocumentProblem[]; absorbed: NumberlessPaper | null }
  /** A paper form came with the accession number of another filing. */
  | { action: "refuse"; other: StoredRecord }
  /** A paper form of a filing that we have from a better source. The filing stays as it is. */
  | { action: "keep"; accessionNumber: string; differences: DocumentProblem[] }
  /** The same content as before. It may bring an accession number, or the dates of its header. */
  | { action: "complete"; known: Known; rename: Rename | null; dates: FilingDates | null }
  /** The same filing with other values: a new version, or better values for the version that we have. */
  | {
      action: "replace";
      known: Known;
      rename: Rename | null;
      why: "new version" | "better source" | "settled";
      /** Where the earlier source disagrees beyond rounding: kept as problems of the filing. */
      differences: DocumentProblem[];
      absorbed: NumberlessPaper | null;
    };

/** The accession number that a known filing gets. */
export type Rename = {
  to: string;
  /** Whether the old address redirects to the new one. It does not if the old number is EDGAR's and was given by mistake. */
  keepsAddress: boolean;
};

/** When a filing was filed, according to a header. */
export type FilingDates = { filedAt: string | null; filingDate: string | null };

/** Decides what happens to an incoming filing, from what the database has. */
export function decide(incoming: IncomingFiling, { known, paper, better }: Candidates): Decision {
  const { accessionNumber: number, documentSha256 } = incoming;
  if (!known) {
    if (better) return keep(better, incoming);
    return {
      action: "insert",
      accessionNumber: number ?? localAccessionNumber(documentSha256),
      differences: paper ? fromPaper(incoming, paper) : [],
      absorbed: paper,
    };
  }

  const rename = renameOf(known, number);
  if (rename) return sameContent(known, incoming, rename);
  if (incoming.paper) {
    if (known.record && isOther(known, known.record, incoming)) return { action: "refuse", other: known.record };
    if (known.source !== "paper") return keep(known, incoming);
  } else if (known.source !== "xml") {
    const differences = [...fromKnown(known, incoming), ...(paper ? fromPaper(incoming, paper) : [])];
    return { action: "replace", known, rename, why: "better source", differences, absorbed: paper };
  }
  if (known.hasContent) return sameContent(known, incoming, rename);
  return { action: "replace", known, rename, why: "new version", differences: [], absorbed: null };
}

/** A filing found by its content takes the incoming number, if its own is one of ours or was given for a paper form. */
function renameOf(known: Known, number: string | null): Rename | null {
  const isOurs = isLocalAccessionNumber(known.accessionNumber);
  if (number === null || known.accessionNumber === number || !(isOurs || known.source === "paper")) return null;
  return { to: number, keepsAddress: isOurs };
}

function sameContent(known: Known, incoming: IncomingFiling, rename: Rename | null): Decision {
  if (isSettled(known, incoming)) {
    return { action: "replace", known, rename, why: "settled", differences: [], absorbed: null };
  }
  return { action: "complete", known, rename, dates: newDates(known, incoming) };
}

/**
 * Whether a person has now entered CIKs or corrections for a paper filing. In an early release, people typed in paper filings. These
 * have no stored reading, and we replace them with our reading of the same file.
 */
const isSettled = (known: Known, { paper }: IncomingFiling) =>
  known.source === "paper" && paper !== null && (paper.isSettled || known.uncertain === null);

/** A submission that comes after its bare XML says when it was filed. */
function newDates({ filedAt, filingDate }: Known, { header }: IncomingFiling): FilingDates | null {
  if (!header) return null;
  const isNew = (filedAt === null && header.filedAt !== null) || (filingDate === null && header.filingDate !== null);
  if (!isNew) return null;
  return { filedAt: filedAt?.toISOString() ?? header.filedAt, filingDate: filingDate ?? header.filingDate };
}

function keep({ accessionNumber, source, record }: Known, incoming: IncomingFiling): Decision {
  const paper = { record: incoming.parsed.record, unread: incoming.paper?.unread ?? [] };
  const differences = source === "xml" && record ? atNoLine(compareWithPaper(record, paper.record, paper.unread)) : [];
  return { action: "keep", accessionNumber, differences };
}

/** A given number may have a typing error, but the same file is the same filing, however it is corrected. */
function isOther(known: Known, record: StoredRecord, { parsed, paper }: IncomingFiling): boolean {
  if (known.hasContent) return false;
  const unsure = [...(paper?.unread ?? []), ...(paper?.reading.uncertain ?? [])];
  const unsureOfKnown = [...(record.filing.unread ?? []), ...(known.uncertain ?? [])];
  return isOtherFiling({ record: parsed.record, unread: unsure }, { record, unread: unsureOfKnown });
}

function fromKnown({ source, record }: Known, incoming: IncomingFiling): DocumentProblem[] {
  if (!record) return [];
  return source === "paper"
    ? fromPaper(incoming, { record, unread: record.filing.unread ?? [] })
    : atNoLine(compareWithDataSet(incoming.parsed.record, record));
}

const fromPaper = ({ parsed }: IncomingFiling, { record, unread }: PaperFiling) =>
  atNoLine(compareWithPaper(parsed.record, record, unread));

const atNoLine = (differences: Omit<DocumentProblem, "line">[]): DocumentProblem[] =>
  differences.map((difference) => ({ line: null, ...difference }));
