import { createHash } from "node:crypto";
import type { paperReading } from "@/db/schema";
import { type ParsedDocument, parseOwnershipDocument } from "@/lib/edgar/parse-ownership-document";
import { documentInSubmission, isSubmission, parseSubmission, type SubmissionHeader } from "@/lib/edgar/submission";
import { type AccessionNumber, accessionNumberInFileName } from "@/lib/record/accession-number";
import { decodeText, decodeWindows1252 } from "@/lib/values/decode-text";

/** A file for the ingest, or a member of an archive (`archive.zip/member.xml`). */
export type IncomingFile = {
  fileName: string;
  bytes: Buffer;
  /** Found in a folder or archive. If it turns out not to be a paper form, it is skipped. */
  isAmongOthers?: boolean;
};

export type IncomingFiling = {
  fileName: string;
  /** The number that the header, the file name or the caller gave; null if none is known. */
  accessionNumber: AccessionNumber | null;
  header: Pick<SubmissionHeader, "submissionType" | "filedAt" | "filingDate" | "industry"> | null;
  /** The ownershipDocument's bytes: the whole file, or cut from the submission. For paper, the file that was read. */
  document: Buffer;
  documentSha256: string;
  /** The whole file, if it is more than the document. */
  submission: Buffer | null;
  contentSha256: string;
  parsed: Extract<ParsedDocument, { outcome: "parsed" }>;
  /** Null for XML. */
  paper: IncomingPaper | null;
};

/** What a reading of paper adds to the document. */
export type IncomingPaper = {
  /** JSON Pointers of what the original has and the reading lacks. */
  unread: string[];
  /** Whether a person entered CIKs or corrections that are not on the paper. */
  isSettled: boolean;
  /** Whether somebody gave the number. It then replaces one that the same file was stored under. */
  isNumberGiven: boolean;
  reading: Omit<typeof paperReading.$inferInsert, "accessionNumber">;
};

export type Refusal = { fileName: string; bytes: Buffer; sha256: string; line: number | null; message: string };

export type Reading =
  | { outcome: "filing"; filing: IncomingFiling }
  | { outcome: "refused"; refusal: Refusal }
  /** Possibly a paper form. A submission of the years before XML has a header. */
  | { outcome: "paper"; header: SubmissionHeader | null };

export const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest("hex");

/** In characters. The largest of 530 real documents has 90,000. */
const LARGEST_DOCUMENT = 10_000_000;

/** Bytes as a message states them, in megabytes. */
export const inMb = (bytes: number) => (bytes / 1e6).toFixed(1).replace(/\.0$/, "");

/** Reads one file: ownership XML, or a full submission that contains it. Anything else may be a paper form. */
export function readIncoming(file: IncomingFile, givenNumber: AccessionNumber | null = null): Reading {
  const refuse = (message: string, line: number | null = null): Reading => ({
    outcome: "refused",
    refusal: { ...file, sha256: sha256(file.bytes), line, message },
  });
  if (isPaper(file.bytes)) return { outcome: "paper", header: null };
  const decoded = decode(file.bytes);
  if (typeof decoded !== "string") return refuse(decoded.problem, decoded.line);

  let header: SubmissionHeader | null = null;
  let xml = decoded;
  let document = file.bytes;
  let firstLine = 1;
  if (isSubmission(decoded)) {
    const submission = parseSubmission(decoded);
    const inside = documentInSubmission(file.bytes);
    if (submission.xml === null || inside === null) return { outcome: "paper", header: submission.header };
    header = submission.header;
    document = inside.bytes;
    firstLine = inside.line;
    const text = decode(document);
    // If the bytes contradict the document's declaration, read them like the rest of the submission.
    xml = typeof text === "string" ? text : submission.xml;
  }

  if (xml.length > LARGEST_DOCUMENT) {
    const limit = inMb(LARGEST_DOCUMENT);
    return refuse(`the ownership document is too large (${inMb(xml.length)} MB). The limit is ${limit} MB`);
  }
  const parsed = parseOwnershipDocument(xml);
  if (parsed.outcome === "refused") return refuse(parsed.message, parsed.line + firstLine - 1);
  return {
    outcome: "filing",
    filing: {
      fileName: file.fileName,
      accessionNumber: header?.accessionNumber ?? givenNumber ?? accessionNumberInFileName(file.fileName),
      header,
      document,
      documentSha256: sha256(document),
      submission: header ? file.bytes : null,
      contentSha256: contentSha256(xml),
      parsed,
      paper: null,
    },
  };
}

const PROLOGUE = /^(?:\s|\xef\xbb\xbf|<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype\s+html[^>]*>)+/i;
const PAGE = /^<(?:html|head|body|table|div|meta|title|center|font|p)\b/i;

/** Whether the file is neither XML nor a submission: a page, a PDF, an image, a text. */
export function isPaper(bytes: Buffer): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return false;
  const start = bytes.subarray(0, 4096).toString("latin1");
  if (isSubmission(start.replace(/^\xef\xbb\xbf/, ""))) return false;
  const bare = start.replace(PROLOGUE, "");
  return !bare.startsWith("<") || PAGE.test(bare) || /^[^<]*<!doctype\s+html/i.test(start);
}

/** Identifies the content: the ownershipDocument's text, without XML declaration, outer whitespace and the file's line ends. */
function contentSha256(xml: string): string {
  return sha256(
    xml
      .replace(/^\s*<\?xml[^>]*\?>/, "")
      .replaceAll("\r\n", "\n")
      .trim(),
  );
}

/** Decodes text by its byte order mark, or else by its XML declaration, or else as UTF-8. */
function decode(bytes: Buffer): string | { problem: string; line: number } {
  const start = bytes.subarray(0, 200).toString("latin1");
  const declared = start.match(/^[^<]*<\?xml[^>]*encoding=["']([\w.-]+)["']/)?.[1];
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : (declared ?? "utf-8");
  if (isSubmission(start)) return decodeText(bytes);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return { problem: `we do not know the encoding “${encoding}”`, line: 1 };
  }
  try {
    return decoder.encoding === "windows-1252" ? decodeWindows1252(bytes) : decoder.decode(bytes);
  } catch {
    return { problem: `not well-formed XML: bytes that are not ${encoding}`, line: lineOfBadBytes(bytes, encoding) };
  }
}

function lineOfBadBytes(bytes: Buffer, encoding: string): number {
  const readable = new TextDecoder(encoding).decode(bytes);
  return readable.slice(0, Math.max(0, readable.indexOf("\uFFFD"))).split("\n").length;
}
