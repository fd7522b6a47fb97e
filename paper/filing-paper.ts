import { documentFromRecord } from "@/lib/edgar/document-from-record";
import type { FilingRecord } from "@/lib/edgar/filing-record";
import { withUnread } from "@/lib/edgar/unread";
import type { Correction } from "@/paper/drafts/correction";
import { allGroups, formFields } from "@/paper/form/form-fields";
import type { PaperCheck, PaperKind, PaperReading } from "@/paper/form/paper-reading";
import type { SourceText } from "@/paper/form/printed-form";
import { type SourcePage, sourceSegments } from "@/paper/form/source-segments";
import { isRemarkable, type ValueMark, type ValueMarks, valueMarks } from "@/paper/form/value-marks";
import type { NameFinding } from "@/paper/parties/name-finding";

/** What to know about one value: its name on the form, and its anchor on the page. */
export type ReadingNote = { mark: ValueMark; where: string; label: string; value: string | null };

/** What a page shows about a filing because it was read from paper. */
export type FilingPaper = {
  kind: PaperKind;
  marks: ValueMarks;
  /** Values that are unread, uncertain or corrected, in the form's order. */
  notes: ReadingNote[];
  uncertain: string[];
  doubts: PaperReading["doubts"];
  places: PaperReading["places"];
  checks: PaperCheck[];
  corrections: Correction[];
  names: NameFinding[];
  text: SourceText;
  pages: SourcePage[];
};

type StoredReading = Pick<
  FilingPaper,
  "kind" | "uncertain" | "doubts" | "places" | "checks" | "corrections" | "names" | "text"
>;

export function filingPaper(reading: StoredReading, record: FilingRecord, unread: string[]): FilingPaper {
  const { kind, uncertain, doubts, places, checks, corrections, names, text } = reading;
  const marks = valueMarks({ unread, uncertain, places, doubts }, corrections);
  return {
    kind,
    marks,
    notes: readingNotes(marks, record, unread),
    uncertain,
    doubts,
    places,
    checks,
    corrections,
    names,
    text,
    pages: sourceSegments(text, places),
  };
}

function readingNotes(marks: ValueMarks, record: FilingRecord, unread: string[]): ReadingNote[] {
  const document = withUnread(documentFromRecord(record), unread);
  const fields = allGroups(formFields({ document, unread })).flatMap(({ title, fields }) =>
    fields.map((field) => ({ where: title, ...field })),
  );
  const named = new Map(fields.map((field) => [field.pointer, field]));
  const inOrder = [...new Set([...named.keys(), ...marks.keys()])];
  return inOrder.flatMap((pointer) => {
    const mark = marks.get(pointer);
    if (!mark || !isRemarkable(mark)) return [];
    const field = named.get(pointer);
    return [
      {
        mark,
        where: field?.where ?? "",
        label: field?.label ?? WHOLE[pointer] ?? pointer,
        value: field?.value ?? null,
      },
    ];
  });
}

/** Lists and other parts that are unread as a whole, and are not a field of the form. */
const WHOLE: Record<string, string> = {
  "/nonDerivativeTable": "Table I",
  "/derivativeTable": "Table II",
  "/reportingOwner": "Reporting persons",
  "/footnotes": "Notes",
  "/ownerSignature": "Signatures",
};
