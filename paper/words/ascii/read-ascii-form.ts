import type { PrintedSource } from "@/paper/form/printed-form";
import { sheetForm } from "@/paper/reading/sheet-form";
import { sourceText } from "@/paper/words/source-lines";
import { asciiSheet } from "./ascii-sheet";

/** Reads a form from before 2003, as in EDGAR's full submissions of the time. Null for any other text. */
export function readAsciiForm(text: string): PrintedSource | null {
  const source = sourceText(text);
  const sheet = asciiSheet(source);
  const form = sheet && sheetForm(sheet);
  if (!form) return null;
  const { ownerCiks, ...header } = submissionHeader(source.flat());
  const [cik, ...others] = ownerCiks;
  const owners = form.owners.map((owner) => (cik !== undefined && others.length === 0 ? { ...owner, cik } : owner));
  return { text: source, form: { ...form, ...header, owners } };
}

/** What the header of a full submission (`<SEC-DOCUMENT>`, `<SEC-HEADER>`) says about a filing. */
type AsciiHeader = {
  accessionNumber?: string;
  form?: "3" | "4" | "5";
  issuerCik?: string;
  /** CIKs of reporting owners by EDGAR's conformed names. */
  ownerCiks: string[];
};

function submissionHeader(lines: string[]): AsciiHeader {
  const header: AsciiHeader = { ownerCiks: [] };
  let party: "issuer" | "owner" | null = null;
  for (const line of lines) {
    if (/^<DOCUMENT>/i.test(line)) break;
    const [, number] = /ACCESSION NUMBER:\s*(\d{10}-\d{2}-\d{6})/i.exec(line) ?? [];
    if (number) header.accessionNumber = number;
    const [, form] = /CONFORMED SUBMISSION TYPE:\s*([345])(?:\/A)?\s*$/i.exec(line) ?? [];
    if (form === "3" || form === "4" || form === "5") header.form = form;
    if (/SUBJECT COMPANY|^<?ISSUER/i.test(line)) party = "issuer";
    if (/REPORTING-OWNER|FILED BY/i.test(line)) party = "owner";
    const [, cik] = /CENTRAL INDEX KEY:\s*0*(\d{1,10})\s*$/i.exec(line) ?? [];
    if (cik && party === "issuer") header.issuerCik ??= cik;
    if (cik && party === "owner") header.ownerCiks.push(cik);
  }
  return header;
}
