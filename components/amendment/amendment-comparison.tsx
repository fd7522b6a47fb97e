import { SectionHead } from "@/components/site/section-head";
import { FilingLink } from "@/components/ui/filing-link";
import { RowList } from "@/components/ui/row-list";
import type { ComparedFiling, FilingComparison } from "@/lib/amendments/compare-filings";
import type { FieldChange } from "@/lib/amendments/compare-rows";
import { FIELD_LABELS } from "@/lib/amendments/field-labels";
import { describeFiling } from "@/lib/record/filing-ref";
import { rowId } from "@/lib/record/reported-row";
import { rowNumber } from "@/lib/record/row-number";
import { filingUrl, rowUrl } from "@/lib/urls";
import { noteNumber } from "@/lib/views/note";
import { ComparedValue } from "./compared-value";
import { type ComparedGroup, ComparisonTable } from "./comparison-table";
import { FACT_LABELS, factText } from "./fact-labels";

type AmendmentComparisonProps = {
  original: ComparedFiling;
  amendment: ComparedFiling;
  differences: FilingComparison;
  /** Which of several amendments this is, counted from 1. */
  place: number;
  of: number;
};

/** "What the amendment changed": the cells that differ, then the rows that it adds or does not restate. */
export const AmendmentComparison = ({ original, amendment, differences, place, of }: AmendmentComparisonProps) => {
  const groups = [...rowGroups(differences), ...factGroups(differences), ...noteGroups(differences)];
  const { filing } = original.entry;
  return (
    <section className="section" aria-labelledby="comparison">
      <SectionHead
        id="comparison"
        title="What the amendment changed"
        note={of > 1 ? `Amendment ${place} of ${of}, compared with the original` : "Only the cells that differ"}
      />
      {groups.length > 0 ? (
        <ComparisonTable
          caption="Cells that differ between the original and the amendment"
          original={
            <>
              Original: <FilingLink filing={filing} />
            </>
          }
          amendment={`Amendment: ${describeFiling(amendment.entry.filing)}`}
          groups={groups}
        />
      ) : (
        <p className="muted">Everything it restates is the same as in the original.</p>
      )}
      <RestOfRows original={original} differences={differences} />
    </section>
  );
};

const notesDiffer = ({ original, amendment }: FieldChange): boolean => {
  const texts = ({ notes }: FieldChange["original"]) => JSON.stringify(notes.map(({ text }) => text).sort());
  return texts(original) !== texts(amendment);
};

function rowGroups({ original, rows }: FilingComparison): ComparedGroup[] {
  const changed = rows.filter(({ changes }) => changes.length > 0);
  return changed.map((row) => {
    const together = rows.filter(({ amendment }) => amendment === row.amendment).length;
    return {
      key: `${row.original} ${row.amendment}`,
      head: (
        <>
          <a href={`#${row.amendment}`}>Row {rowNumber(row.amendment)}</a>, replaces{" "}
          <a href={rowUrl(original, row.original)}>row {rowNumber(row.original)} of the original</a>
          {together > 1 && `, one of ${together} rows combined`}
        </>
      ),
      cells: row.changes.map((change) => ({
        key: change.field,
        label: FIELD_LABELS[change.field],
        isProse: notesDiffer(change),
        original: <ComparedValue field={change.field} said={change.original} notesDiffer={notesDiffer(change)} />,
        amendment: <ComparedValue field={change.field} said={change.amendment} notesDiffer={notesDiffer(change)} />,
      })),
    };
  });
}

function factGroups({ facts }: FilingComparison): ComparedGroup[] {
  const owners = [...new Set(facts.map(({ owner }) => owner))];
  return owners.map((owner) => ({
    key: `facts ${owner ?? ""}`,
    head: owner ?? "Outside the tables",
    cells: facts
      .filter((change) => change.owner === owner)
      .map(({ fact, original, amendment }) => ({
        key: fact,
        label: FACT_LABELS[fact],
        isProse: fact === "remarks",
        original: said(fact, original),
        amendment: said(fact, amendment),
      })),
  }));
}

const said = (fact: FilingComparison["facts"][number]["fact"], text: string | null) => {
  const shown = factText(fact, text);
  return fact === "remarks" && shown !== null ? <span className="quoted">{shown}</span> : shown;
};

function noteGroups({ notes }: FilingComparison): ComparedGroup[] {
  if (notes.length === 0) return [];
  return [
    {
      key: "notes",
      head: "Footnotes",
      cells: notes.map(({ original, amendment }, index) => ({
        key: String(index),
        isProse: true,
        label: noteLabel(original?.id ?? null, amendment?.id ?? null),
        original: original ? <span className="quoted">{original.text}</span> : "no such footnote",
        amendment: amendment ? <span className="quoted">{amendment.text}</span> : "no such footnote",
      })),
    },
  ];
}

function noteLabel(original: string | null, amendment: string | null): string {
  const ids = [original, amendment].flatMap((id) => (id === null ? [] : [noteNumber(id)]));
  return ids.length === 0 ? "Unnumbered footnote" : `Footnote ${[...new Set(ids)].join(", now ")}`;
}

/** Rows without changed cells: restated as they were, added, or not restated. */
const RestOfRows = ({ original, differences }: Pick<AmendmentComparisonProps, "original" | "differences">) => {
  const { rows, added, notRestated } = differences;
  const same = rows.filter(({ changes }) => changes.length === 0).map(({ amendment }) => amendment);
  const derived = original.entry.derived.rows;
  const on = filingUrl(differences.original);
  const standing = original.entry.rows
    .map(rowId)
    .filter((id) => notRestated.includes(id) && (derived[id]?.supersededBy ?? null) === null);
  const replaced = notRestated.filter((id) => !standing.includes(id));
  return (
    <ul className="rest-of-rows">
      {same.length > 0 && (
        <li>
          <b>Restated without changes:</b> <RowList rows={same} />
        </li>
      )}
      {added.length > 0 && (
        <li>
          <b>Added:</b> <RowList rows={added} />
        </li>
      )}
      {standing.length > 0 && (
        <li>
          <b>Not restated, so still counted as filed:</b> <RowList rows={standing} on={on} /> of the original
        </li>
      )}
      {replaced.length > 0 && (
        <li>
          <b>Restated by another amendment, not by this one:</b> <RowList rows={replaced} on={on} /> of the original
        </li>
      )}
    </ul>
  );
};
