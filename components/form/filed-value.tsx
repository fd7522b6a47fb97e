import type { ReactNode } from "react";
import { FootnoteMarkers } from "@/components/notes/footnote-markers";
import { ReadValue, UnreadValue } from "@/components/source/read-value";
import { Missing } from "@/components/ui/missing";
import { rowId } from "@/lib/record/reported-row";
import { isRemarkable, type ValueMark } from "@/paper/form/value-marks";
import type { FieldName, FormRow } from "./form-row";

type FiledValueProps = {
  of: FormRow;
  name: FieldName;
  /** The value as the page prints it. By default, as filed. */
  children?: ReactNode;
};

const remarkable = (mark: ValueMark | undefined) => (mark && isRemarkable(mark) ? mark : undefined);

/** A field of a row: its value, or why there is none, and all its footnotes. */
export const FiledValue = ({ of: { row, unread, marks }, name, children }: FiledValueProps) => {
  const { value, footnotes } = row[name];
  const markers = (
    <FootnoteMarkers
      accessionNumber={row.accessionNumber}
      row={rowId(row)}
      footnotes={[...new Set(footnotes)]}
      isHere
    />
  );
  if (value === null && !unread.has(name) && footnotes.length > 0) {
    return (
      <span className="see-note">
        <span className="muted">see footnote</span>
        {markers}
      </span>
    );
  }
  return (
    <>
      {value !== null ? (
        <ReadValue mark={marks.get(name)}>{children ?? value}</ReadValue>
      ) : unread.has(name) ? (
        <UnreadValue mark={marks.get(name)} />
      ) : (
        <ReadValue mark={remarkable(marks.get(name))}>
          <Missing />
        </ReadValue>
      )}
      {markers}
    </>
  );
};
