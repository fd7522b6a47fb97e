import { paramsOf } from "@/app/search-params";
import type { FilingView } from "@/components/filing/filing-view";
import { REMARKS } from "@/lib/footnotes/filed-notes";
import { describeRow } from "@/lib/headlines/row-sentence";
import { onlyHolder } from "@/lib/holdings/row-holder";
import { namesInSentence, ownerNames } from "@/lib/record/filing-names";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { rowNumber } from "@/lib/record/row-number";
import { noteNumber } from "@/lib/views/note";

/** A row or note of a filing, for a page or embed that is about it. */
export type PlaceInFiling = {
  /** `I-2`, `F1`, `remarks`: its anchor on the page. */
  place: string;
  /** "row I·2", "footnote 1", "remarks". */
  name: string;
  isNote: boolean;
  /** What the row reports, as a sentence, or the words of the note. */
  words: string;
  /** The row, or the rows that cite the note. */
  rows: ReportedRow[];
};

/** The place for which `row=I-2` or `note=F1` asks; undefined for the whole filing. */
export const askedPlace = (request: Request): string | undefined =>
  paramsOf(request).find(([name]) => name === "row" || name === "note")?.[1];

/** Null if the filing has no such row or note. */
export function findPlaceInFiling(view: FilingView, place: string): PlaceInFiling | null {
  const { entry, notes } = view;
  const row = entry.rows.find((each) => rowId(each) === place);
  if (row) return { place, name: `row ${rowNumber(place)}`, isNote: false, words: rowSentence(view, row), rows: [row] };
  if (place === REMARKS) {
    const words = entry.filing.remarks;
    return words === null ? null : { place, name: "remarks", isNote: true, words, rows: [] };
  }
  const note = notes.find(({ footnoteId, repeatsId }) => footnoteId === place && !repeatsId);
  if (!note) return null;
  const citing = new Set(note.uses.flatMap(({ rows }) => rows));
  return {
    place,
    name: `footnote ${noteNumber(place)}`,
    isNote: true,
    words: note.text,
    rows: entry.rows.filter((each) => citing.has(rowId(each))),
  };
}

/** "Ingrid M. Tollefsen sold 7,500 shares of Common Stock at $64.87 on June 10, 2025 (code S)". */
function rowSentence({ entry, form }: FilingView, row: ReportedRow): string {
  const holder = row.kind === "transaction" ? onlyHolder(row, entry.derived.facts) : null;
  const subject = holder ?? namesInSentence(ownerNames(form));
  return `${subject} ${describeRow(row, entry, { isHolderSubject: holder !== null })}`;
}
