import type { Pool } from "pg";
import { GIVEN, identifyParties } from "@/db/ingest/identify-parties";
import { type IncomingFiling, sha256 } from "@/db/ingest/read-incoming";
import { type Stored, type StoreOptions, storeFiling } from "@/db/ingest/store-filing";
import { findFilingOfContent } from "@/db/queries/filing-of-content";
import { findPaperReading } from "@/db/queries/paper-filing";
import { type Db, databaseOn } from "@/db/server/client";
import type { DocumentProblem } from "@/lib/edgar/parse-ownership-document";
import { recordFromDocument } from "@/lib/edgar/record-from-document";
import type { SubmissionHeader } from "@/lib/edgar/submission";
import { type AccessionNumber, accessionNumberInFileName, parseAccessionNumber } from "@/lib/record/accession-number";
import { correctedReading } from "@/paper/corrected-reading";
import type { Correction } from "@/paper/correction";
import type { NameFinding } from "@/paper/name-finding";
import type { PaperReading } from "@/paper/paper-reading";
import { type Parties, withCiks } from "@/paper/with-ciks";

/** What somebody who knows the filing says of it, and the paper does not. */
export type PaperIdentity = {
  /** CIKs without leading zeroes. */
  issuer: string | null;
  /** In the order of the owners; null where one is not said. */
  owners: (string | null)[];
  accessionNumber: AccessionNumber | null;
  filingDate: string | null;
};

export const NO_IDENTITY: PaperIdentity = { issuer: null, owners: [], accessionNumber: null, filingDate: null };

export type Paper = {
  fileName: string;
  /** The file as it came: it is kept. */
  bytes: Buffer;
  /** As it is to be stored: what was corrected stands in its document, and is neither unread nor uncertain any more. */
  reading: PaperReading;
  /** What was corrected, with what was read there. */
  corrections: Correction[];
  identity: PaperIdentity;
  /** Of a submission of the years before XML. */
  header?: SubmissionHeader | null;
};

/** Stores a form that was read from paper, in one transaction as any filing, with who is who as far as evidence goes. */
export async function storePaper(
  pool: Pool,
  paper: Paper,
  options: StoreOptions = { isSample: false },
): Promise<Stored> {
  const db = databaseOn(pool);
  const whole = await withEarlierWord(db, paper);
  const { parties, names } = await identifyParties(db, whole.reading, whole.identity);
  return storeFiling(pool, incomingPaper(whole, { parties, names, isSettled: saysMore(paper) }), options);
}

/** Whether somebody says more than the file does. */
const saysMore = ({ corrections, identity: { issuer, owners, filingDate } }: Paper): boolean =>
  corrections.length > 0 || issuer !== null || filingDate !== null || owners.some((cik) => cik !== null);

/** What somebody said of the same file before still holds where nothing else is said now: who is who, and corrections. */
async function withEarlierWord(db: Db, paper: Paper): Promise<Paper> {
  const held = await findFilingOfContent(db, sha256(paper.bytes));
  const before = held === null ? null : await findPaperReading(db, held);
  if (!before) return paper;
  const { reading, identity, corrections } = paper;
  const given = (pointer: string) =>
    before.names.find((finding) => finding.pointer === pointer && finding.evidence === GIVEN)?.cik ?? null;
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

/** A reading as the ingest takes filings: its bytes are its content, and what it says is all that is known. */
function incomingPaper(
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
