import { type AccessionNumber, parseAccessionNumber } from "@/lib/record/accession-number";
import { type Cik, parseCik } from "@/lib/record/cik";
import { parseSicCode } from "@/lib/record/industry";
import { isCalendarDate } from "@/lib/values/is-calendar-date";
import { newYorkInstant } from "@/lib/values/new-york-time";

/** What the SGML header of a full submission adds to its ownership document. */
export type SubmissionHeader = {
  accessionNumber: AccessionNumber | null;
  submissionType: string | null;
  /** When EDGAR accepted it, as an ISO instant in UTC. ACCEPTANCE-DATETIME is in New York time. */
  filedAt: string | null;
  filingDate: string | null;
  /** The issuer's SIC code and the name of its industry; null if the header does not state it. */
  industry: { cik: Cik; code: string; name: string } | null;
  /** The header as filed. */
  text: string;
};

export type Submission = {
  header: SubmissionHeader;
  /** The XML of the ownershipDocument, or null if the submission has none (filings from the paper era). */
  xml: string | null;
};

export const isSubmission = (text: string) =>
  /^\s*(?:<SEC-DOCUMENT>|<SEC-HEADER>|<SUBMISSION>|-----BEGIN PRIVACY)/.test(text);

/** Reads an EDGAR full submission. Header lines may be wrapped at any space. */
export function parseSubmission(text: string): Submission {
  const end = text.search(/<\/SEC-HEADER>|<DOCUMENT>/);
  const header = end < 0 ? text : text.slice(0, end);
  const accessionNumber =
    header.match(/ACCESSION\s+NUMBER:\s*([\d-]+)/)?.[1] ?? header.match(/<SEC-DOCUMENT>\s*([\d-]+)/)?.[1];
  return {
    header: {
      accessionNumber: parseAccessionNumber(accessionNumber ?? ""),
      submissionType: header.match(/CONFORMED\s+SUBMISSION\s+TYPE:\s*(\S+)/)?.[1] ?? null,
      filedAt: acceptanceInstant(header.match(/<ACCEPTANCE-DATETIME>\s*(\d{14})/)?.[1]),
      filingDate: compactDate(header.match(/FILED\s+AS\s+OF\s+DATE:\s*(\d{8})/)?.[1]),
      industry: issuerIndustry(header),
      text: header,
    },
    xml: ownershipXml(text),
  };
}

/**
 * The bytes of the ownership document in a submission, and the line on which it begins; null if there is none. A submission has
 * no encoding of its own: the XML declaration of the document says how to decode the bytes.
 */
export function documentInSubmission(submission: Buffer): { bytes: Buffer; line: number } | null {
  // Latin-1 has one character for each byte, so offsets in the text are also offsets in the bytes.
  const text = submission.toString("latin1");
  const xml = ownershipXml(text);
  if (xml === null) return null;
  return { bytes: Buffer.from(xml, "latin1"), line: text.slice(0, text.indexOf(xml)).split("\n").length };
}

/** The first ownership document of a submission. Exhibits may contain other kinds of XML. */
function ownershipXml(text: string): string | null {
  for (const match of text.matchAll(/<XML>([\s\S]*?)<\/XML>/gi)) {
    const xml = match[1] ?? "";
    if (xml.includes("<ownershipDocument")) return xml.trim();
  }
  return null;
}

/** The parts of a header begin with a line such as "ISSUER:". Those on owners that are companies have codes too. */
function issuerIndustry(header: string): SubmissionHeader["industry"] {
  const part = header.split(/^(?=[A-Z][A-Z -]*:[ \t\r]*$)/m).find((text) => text.startsWith("ISSUER:")) ?? "";
  const cik = parseCik(part.match(/CENTRAL\s+INDEX\s+KEY:\s*(\d+)/)?.[1] ?? "");
  const [, name = "", digits = ""] =
    part.match(/STANDARD\s+INDUSTRIAL\s+CLASSIFICATION:\s*([^[\]]{0,200})\[(\d+)\]/) ?? [];
  const code = parseSicCode(digits);
  return cik === null || code === null ? null : { cik, code, name: name.replace(/\s+/g, " ").trim() };
}

function compactDate(digits: string | undefined): string | null {
  if (!digits) return null;
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  return isCalendarDate(day) ? day : null;
}

function acceptanceInstant(digits: string | undefined): string | null {
  const day = compactDate(digits);
  if (!digits || !day) return null;
  return newYorkInstant(day, `${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12, 14)}`);
}
