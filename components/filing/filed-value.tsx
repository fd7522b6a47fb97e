import type { ReactNode } from "react";
import { Missing } from "@/components/ui/missing";
import { Unread } from "@/components/ui/unread";
import { rowId } from "@/lib/edgar/reported-row";
import { FootnoteMarkers } from "./footnote-markers";
import type { FieldName, FormRow } from "./form-row";

type FiledValueProps = {
  of: FormRow;
  name: FieldName;
  /** The value as the page prints it; without, it stands as filed. */
  children?: ReactNode;
};

/** A field of a row: its value, or what stands for it, and all its notes. */
export const FiledValue = ({ of: { row, unread }, name, children }: FiledValueProps) => {
  const { value, footnotes } = row[name];
  const markers = (
    <FootnoteMarkers accessionNumber={row.accessionNumber} row={rowId(row)} footnotes={[...new Set(footnotes)]} />
  );
  if (value === null && !unread.has(name) && footnotes.length > 0) {
    return (
      <span className="see-note">
        <span className="muted">see note</span>
        {markers}
      </span>
    );
  }
  return (
    <>
      {value !== null ? (children ?? value) : unread.has(name) ? <Unread /> : <Missing />}
      {markers}
    </>
  );
};
