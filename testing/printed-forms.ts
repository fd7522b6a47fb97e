import { readFileSync } from "node:fs";
import type { FilingRecord } from "@/lib/edgar/filing-record";
import type { OwnershipDocument } from "@/lib/edgar/ownership-document";
import { parseOwnershipDocument } from "@/lib/edgar/parse-ownership-document";
import type { PaperReading } from "@/paper/form/paper-reading";
import { readPaper } from "@/paper/read-paper";
import { scorePaper } from "@/testing/score-paper";

/** A file of `testing/printed-forms`; its README says what is in each. */
export const printedForm = (file: string): Buffer => readFileSync(new URL(`printed-forms/${file}`, import.meta.url));

export const printedText = (file: string): string => printedForm(file).toString("utf8");

/** The filing that a printed form was made from, as its XML states it. */
export function filedForm(name: string): { document: OwnershipDocument; record: FilingRecord } {
  const parsed = parseOwnershipDocument(printedText(`${name}.xml`));
  if (parsed.outcome === "refused") throw new Error(`${name}.xml: ${parsed.message}`);
  return parsed;
}

export async function readingOf(form: Buffer | string): Promise<PaperReading> {
  const paper = await readPaper(typeof form === "string" ? Buffer.from(form) : form);
  if (paper.outcome === "refused") throw new Error(paper.message);
  return paper.reading;
}

/** Every cell that a reading does not give as filed: `nonDerivativeTable[0].transactionCode unread: “S” as “”`. */
export function otherThanFiled(name: string, reading: PaperReading): string[] {
  return scorePaper(filedForm(name).document, reading, [], () => false)
    .filter(({ verdict }) => verdict !== "right")
    .map(({ cell, verdict, was, read }) => `${cell} ${verdict}: “${was}” as “${read}”`);
}

/** A form's text with one change made to it on purpose. */
export function changed(text: string, from: string | RegExp, to: string): string {
  const after = text.replace(from, to);
  if (after === text) throw new Error(`There is no ${from} in this form.`);
  return after;
}

/** The form once for each of these parts, with that part replaced by blanks of the same length, or by nothing. */
export const withEachBlank = (text: string, parts: Iterable<RegExpExecArray>, blank: (part: string) => string) =>
  Array.from(parts, ({ 0: part, index }) => ({
    part,
    text: text.slice(0, index) + blank(part) + text.slice(index + part.length),
  }));

/** Cells that differ from what was filed and are not marked as uncertain. */
export const saysOtherwise = (name: string, reading: PaperReading): string[] =>
  otherThanFiled(name, reading).filter((cell) => !/ (?:unread|missed|wrong, uncertain): /.test(cell));
