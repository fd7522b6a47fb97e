import type { PrintedSource } from "@/paper/form/printed-form";
import { sheetForm } from "@/paper/reading/sheet-form";
import { sourceText } from "@/paper/words/source-lines";
import { asciiSheet } from "./ascii-sheet";
import { submissionHeader } from "./submission-header";

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
