import { cache } from "react";
import { drafts } from "@/app/import/import-setup";
import type { SourcePicture } from "@/components/import/source-pictures";
import type { PaperDraft } from "@/db/paper/draft-folder";
import { listNameFindings } from "@/db/paper/list-name-findings";
import { readDraft } from "@/db/paper/read-draft";
import { findFilingOfContent } from "@/db/queries/filing-of-content";
import { database } from "@/db/server/client";
import type { DocumentNode } from "@/lib/edgar/ownership-document";
import { accessionNumberInFileName } from "@/lib/record/accession-number";
import { draftImageUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";
import { correctedReading } from "@/paper/drafts/corrected-reading";
import type { Correction } from "@/paper/drafts/correction";
import type { DraftAnswers } from "@/paper/drafts/draft-answers";
import { countQuestions, type OpenQuestions, openQuestions } from "@/paper/drafts/open-questions";
import { withoutTakenOut } from "@/paper/drafts/taken-out";
import { documentNode } from "@/paper/form/document-node";
import { type FormFields, formFields, spareFields } from "@/paper/form/form-fields";
import type { PaperKind, PaperReading } from "@/paper/form/paper-reading";
import { type SourcePage, sourceSegments } from "@/paper/form/source-segments";
import { imageType, isPdf } from "@/paper/image-type";
import type { NameFinding } from "@/paper/parties/name-finding";

export type DraftView = {
  sha256: string;
  stamp: string;
  fileName: string;
  title: string;
  /** How the file was read, and how much of it. */
  standfirst: string;
  /** Includes the corrections. */
  reading: PaperReading;
  fields: FormFields;
  /** For values that were not read at all. */
  spare: FormFields;
  questions: OpenQuestions;
  source: SourcePage[];
  /** Null if the file has no picture: a page of EDGAR or text. */
  picture: SourcePicture | null;
  corrections: ReadonlyMap<string, Correction>;
  identity: DraftAnswers["identity"];
  /** Which known issuer or insiders the names on the form are, or may be. */
  names: NameFinding[];
  /** From a header, a footer, a link or the file name. */
  accessionNumber: string | null;
  /** The CIKs that the form itself states, in a link or a footer. */
  printed: { issuer: string | null; owners: (string | null)[] };
  /** By input name. */
  rejected: ReadonlyMap<string, DraftAnswers["rejected"][number]>;
};

export type FoundDraft =
  | { outcome: "read"; view: DraftView }
  | { outcome: "being read"; fileName: string }
  | { outcome: "refused"; fileName: string; message: string }
  | { outcome: "stored"; accessionNumber: string }
  | { outcome: "unknown" };

/** Resolves an address `/import/…`. */
export const findDraft = cache(async (sha256: string): Promise<FoundDraft> => {
  const draft = await drafts().find(sha256);
  if (!draft) {
    const accessionNumber = await findFilingOfContent(database(), sha256);
    return accessionNumber ? { outcome: "stored", accessionNumber } : { outcome: "unknown" };
  }
  const { fileName, read } = draft;
  if (read === null) {
    // Either in progress, or interrupted when a server stopped; in that case reading starts again.
    void readDraft(drafts(), draft);
    return { outcome: "being read", fileName };
  }
  return read.outcome === "refused"
    ? { outcome: "refused", fileName, message: read.message }
    : { outcome: "read", view: await draftView(draft, read.reading) };
});

async function draftView(
  { sha256, stamp, fileName, corrections, identity, rejected }: PaperDraft,
  asRead: PaperReading,
): Promise<DraftView> {
  const reading = correctedReading(asRead, corrections);
  const fields = formFields(reading);
  const questions = openQuestions(reading, fields);
  const { document } = withoutTakenOut({ reading, corrections, identity }).reading;
  return {
    sha256,
    stamp,
    fileName,
    title: headline(document, countQuestions(questions)),
    standfirst: [
      `Read from ${KINDS[reading.kind]}`,
      `${rows(document.nonDerivativeTable.length)} in Table I`,
      `${document.derivativeTable.length} in Table II`,
      described(document.footnotes.length, "footnote"),
    ].join(", "),
    reading,
    fields,
    spare: spareFields(reading),
    questions,
    source: sourceSegments(reading.text, reading.places),
    picture: pictureOf(sha256, await drafts().bytesOf({ sha256 })),
    corrections: new Map(corrections.map((correction) => [correction.pointer, correction])),
    identity,
    accessionNumber: reading.accessionNumber ?? accessionNumberInFileName(fileName),
    names: await listNameFindings(database(), reading, identity),
    printed: {
      issuer: textAt(document, "issuer", "issuerCik"),
      owners: reading.document.reportingOwner.map((owner) => textAt(owner, "reportingOwnerId", "rptOwnerCik")),
    },
    rejected: new Map(rejected.map((answer) => [answer.name, answer])),
  };
}

function pictureOf(sha256: string, bytes: Uint8Array): SourcePicture | null {
  const kind = isPdf(bytes) ? "pdf" : imageType(bytes) === null ? null : "image";
  return kind && { kind, url: draftImageUrl(sha256) };
}

const KINDS: Record<PaperKind, string> = {
  html: "an EDGAR page",
  pdf: "the text of a PDF",
  scan: "a scan, by text recognition",
  text: "the text of a printed form",
  ocr: "the recognised text of a scan",
  ascii: "plain text",
};

const described = (count: number, one: string) => describeCount({ count, countAtLeast: count }, one);
const rows = (count: number) => described(count, "row");

const textAt = (root: DocumentNode, ...path: string[]): string | null => {
  const node = documentNode(root, path);
  return typeof node === "string" ? node : null;
};

function headline(document: PaperReading["document"], open: number): string {
  const documentType = textAt(document, "documentType");
  const form = documentType === null ? "A form with an unread number" : `Form ${documentType}`;
  const names = document.reportingOwner.flatMap((owner) => textAt(owner, "reportingOwnerId", "rptOwnerName") ?? []);
  const by = names.length === 0 ? "" : ` by ${names[0]}${names.length === 1 ? "" : ` and ${names.length - 1} more`}`;
  const issuer = textAt(document, "issuer", "issuerName");
  const questions = open === 0 ? "no open questions" : described(open, "open question");
  return `${form}${by}${issuer === null ? "" : ` on ${issuer}`}: ${questions}`;
}
