import type { FoundNoteAnswer } from "@/lib/answers/notes";
import type { CitingRowAnswer } from "@/lib/answers/row";
import { FACT_NAMES } from "@/lib/footnotes/fact-names";
import { publishedFacts } from "@/lib/footnotes/published-facts";
import { noteAnchor } from "@/lib/note-search/note-anchor";
import type { FoundNote } from "@/lib/note-search/note-search";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { footnoteUrl } from "@/lib/urls";
import { type AtomEntry, entryId } from "./atom";
import { FILING_CELLS, filingRecord, rowRecord } from "./row-columns";

const noteUrl = (note: FoundNote, siteUrl: string) =>
  siteUrl + footnoteUrl(note.entry.filing.accessionNumber, noteAnchor(note));

/** A note as JSON lists it: its words as filed, what they state, the rows that cite it, and its filing. */
export function noteRecord(note: FoundNote, siteUrl: string): FoundNoteAnswer {
  const { entry, position, footnoteId, text, snippet, rows, facts } = note;
  const { remarks: _remarks, ...filing } = filingRecord(entry.filing, siteUrl);
  return {
    accessionNumber: filing.accessionNumber,
    /** From 1; 0 for the remarks. */
    position,
    footnoteId,
    url: noteUrl(note, siteUrl),
    text,
    snippet,
    ...publishedFacts(text, facts),
    rows: rows.map((row) => citingRow(note, row, siteUrl)),
    filing,
  };
}

/** A row without the data it shares with its filing. */
function citingRow({ entry }: FoundNote, row: ReportedRow, siteUrl: string): CitingRowAnswer {
  const {
    accessionNumber: _number,
    documentType: _form,
    filedAt: _at,
    filingDate: _on,
    periodOfReport: _for,
    aff10b5One: _box,
    issuer: _issuer,
    owners: _owners,
    ...own
  } = rowRecord(entry, row, siteUrl);
  return own;
}

export const NOTE_CSV_HEADER: string[] = [
  ...FILING_CELLS.map(([header]) => header),
  "position",
  "footnote_id",
  "text",
  ...FACT_NAMES.map(({ key }) => key),
  "rows",
  "transaction_codes",
  "url",
];

/** A fact that is not text is printed as JSON. */
const factCell = (fact: unknown): string | null =>
  fact === undefined ? null : typeof fact === "string" ? fact : JSON.stringify(fact);

export function noteCsvCells(note: FoundNote, siteUrl: string): (string | null)[] {
  const { entry, position, footnoteId, text, rows } = note;
  const { facts } = publishedFacts(text, note.facts);
  return [
    ...FILING_CELLS.map(([, cell]) => cell(entry.filing)),
    String(position),
    footnoteId,
    text,
    ...FACT_NAMES.map(({ key }) => factCell(facts[key])),
    rows.map(rowId).join(" "),
    [...new Set(rows.flatMap(({ transactionCode }) => transactionCode ?? []))].join(" "),
    noteUrl(note, siteUrl),
  ];
}

/** A note as an entry of a feed. Its id never changes, even if its title does. */
export function noteAtomEntry(note: FoundNote, siteUrl: string): AtomEntry {
  const { filing } = note.entry;
  const owners = filing.owners.flatMap(({ name }) => name ?? []);
  const what = note.position === 0 ? "remarks" : `footnote ${note.footnoteId ?? "without a number"}`;
  const form = `Form ${filing.documentType ?? "not stated"}`;
  return {
    id: entryId(filing.accessionNumber, noteAnchor(note)),
    title: `${owners.join(", ") || "An unnamed owner"}, ${filing.issuer.name ?? "an unnamed issuer"}: ${what} of ${form}`,
    url: noteUrl(note, siteUrl),
    updated: filing.orderedAt,
    authors: owners,
    summary: note.text,
  };
}
