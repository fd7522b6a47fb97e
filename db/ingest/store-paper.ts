import type { Pool } from "pg";
import { identifyParties, isGiven } from "@/db/ingest/identify-parties";
import { type IncomingFiling, sha256 } from "@/db/ingest/read-incoming";
import { type Stored, type StoreOptions, storeFiling } from "@/db/ingest/store-filing";
import { findFilingOfContent } from "@/db/queries/filing-of-content";
import { findPaperReading, type StoredReading } from "@/db/queries/paper-filing";
import { databaseOn } from "@/db/server/client";
import type { DocumentProblem } from "@/lib/edgar/parse-ownership-document";
import { recordFromDocument } from "@/lib/edgar/record-from-document";
import type { SubmissionHeader } from "@/lib/edgar/submission";
import { type AccessionNumber, accessionNumberInFileName, parseAccessionNumber } from "@/lib/record/accession-number";
import { correctedReading } from "@/paper/drafts/corrected-reading";
import type { Correction } from "@/paper/drafts/correction";
import type { PaperReading } from "@/paper/form/paper-reading";
import type { NameFinding } from "@/paper/parties/name-finding";
import { type Parties, withCiks } from "@/paper/parties/with-ciks";

/** What somebody who knows the filing says about it and the form does not. */
export type PaperIdentity = {
  /** CIKs without leading zeroes. */
  issuer: string | null;
  /** In the order of the owners; null for one that is not given. */
  owners: (string | null)[];
  accessionNumber: AccessionNumber | null;
  filingDate: string | null;
};

export const NO_IDENTITY: PaperIdentity = { issuer: null, owners: [], accessionNumber: null, filingDate: null };

export type Paper = {
  fileName: string;
  /** The file as it came, which we keep. */
  bytes: Buffer;
  /** As it will be stored: its document has the corrected values, which are no longer unread or uncertain. */
  reading: PaperReading;
  /** Each with the value that was read. */
  corrections: Correction[];
  identity: PaperIdentity;
  /** For a submission of the years before XML. */
  header?: SubmissionHeader | null;
};

/** Stores a form that was read from paper, in one transaction like any filing, with the CIKs that we find evidence for. */
export async function storePaper(
  pool: Pool,
  paper: Paper,
  options: StoreOptions = { isSample: false },
): Promise<Stored> {
  const db = databaseOn(pool);
  const known = await findFilingOfContent(db, sha256(paper.bytes));
  const whole = withEarlierAnswers(paper, known === null ? null : await findPaperReading(db, known));
  const { parties, names } = await identifyParties(db, whole.reading, whole.identity);
  return storeFiling(pool, incomingPaper(whole, { parties, names, isSettled: hasAnswers(paper) }), options);
}

/** Whether somebody says more than the file does. */
const hasAnswers = ({ corrections, identity: { issuer, owners, filingDate } }: Paper): boolean =>
  corrections.length > 0 || issuer !== null || filingDate !== null || owners.some((cik) => cik !== null);

/** CIKs and corrections that were given for the same file before still apply where none are given now. */
function withEarlierAnswers(paper: Paper, before: Pick<StoredReading, "names" | "corrections"> | null): Paper {
  if (!before) return paper;
  const { reading, identity, corrections } = paper;
  const given = (pointer: string) =>
    before.names.find((finding) => finding.pointer === pointer && isGiven(finding))?.cik ?? null;
  return {
    ...paper,
    ...(corrections.length > 0
      ? {}
      : { reading: correctedReading(reading, before.corrections), corrections: before.corrections }),
    identity: {
      ...identity,
      issuer: identity.issuer ?? given("/issuer"),
      owners: reading.document.reportingOwner.map(
        (_, index) => identity.owners[index] ?? given(`/reportingOwner/${index}`),
      ),
    },
  };
}

/** A reading in the form in which the ingest stores filings. Its bytes are its content. */
export function incomingPaper(
  { fileName, bytes, reading, corrections, identity, header = null }: Paper,
  { parties, names, isSettled }: { parties: Parties; names: NameFinding[]; isSettled: boolean },
): IncomingFiling {
  const hash = sha256(bytes);
  const { kind, unread, uncertain, places, doubts, checks, text } = reading;
  const document = withCiks(reading.document, parties);
  const { record, problems: ofValues } = recordFromDocument(document);
  const problems: DocumentProblem[] = [
    ...ofValues.map((problem) => ({ line: null, ...problem })),
    ...reading.problems.map(({ pointer, place, message }) => ({
      page: place?.page ?? null,
      line: place?.line ?? null,
      pointer,
      message,
    })),
  ];
  return {
    fileName,
    accessionNumber:
      identity.accessionNumber ??
      header?.accessionNumber ??
      parseAccessionNumber(reading.accessionNumber ?? "") ??
      accessionNumberInFileName(fileName),
    header: {
      submissionType: header?.submissionType ?? null,
      filedAt: header?.filedAt ?? null,
      filingDate: header?.filingDate ?? identity.filingDate,
      industry: header?.industry ?? null,
    },
    document: bytes,
    documentSha256: hash,
    submission: null,
    contentSha256: hash,
    parsed: { outcome: "parsed", document, record, problems },
    paper: {
      unread,
      isSettled,
      isNumberGiven: identity.accessionNumber !== null,
      reading: { kind, uncertain, places, doubts, checks, corrections, names, text },
    },
  };
}
