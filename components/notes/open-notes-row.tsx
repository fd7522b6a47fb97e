import { tableRoles } from "@/components/ui/table-roles";
import { keyInFiling } from "@/lib/record/row-key";
import { noteNumber } from "@/lib/views/note";

type OpenNotesRowProps = {
  accessionNumber: string;
  /** `I-2`: the row above, whose footnotes open here. */
  row: string;
  /** Number of columns that the footnotes span. */
  columns: number;
  /** Number of empty columns before them. */
  indent?: number;
  /** The footnotes of the row. Without script they open here, each under its number. */
  notes?: readonly { id: string; text: string }[];
};

/** A table row below a row with footnotes. `NotesInPlace` shows it while one of those footnotes is open. */
export const OpenNotesRow = ({ accessionNumber, row, columns, indent = 0, notes = [] }: OpenNotesRowProps) => (
  <tr {...tableRoles.row} className="note-row" hidden data-notes-of={keyInFiling(accessionNumber, row)}>
    {indent > 0 && <td {...tableRoles.cell} colSpan={indent} />}
    <td {...tableRoles.cell} colSpan={columns}>
      {notes.length > 0 && (
        <noscript>
          {notes.map(({ id, text }) => (
            <details key={id} className="note-unfolded">
              <summary>Footnote {noteNumber(id)}</summary>
              <p className="note-text">{text}</p>
            </details>
          ))}
        </noscript>
      )}
    </td>
  </tr>
);
