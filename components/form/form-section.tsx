import type { ReactNode } from "react";
import { OpenAllNotes } from "@/components/notes/open-all-notes";
import { SectionHead } from "@/components/site/section-head";
import { UnreadValue } from "@/components/source/read-value";
import type { TableNumber } from "@/lib/record/reported-row";
import type { ValueMark } from "@/paper/form/value-marks";
import type { FormRow } from "./form-row";
import { FormTable } from "./form-table";
import { TableTotals } from "./table-totals";

type FormSectionProps = {
  table: TableNumber;
  form: string;
  rows: FormRow[];
  /** For a table on paper that could not be read. */
  mark?: ValueMark | undefined;
  /** Content below the table. */
  children?: ReactNode;
};

const SECURITIES = { I: "Non-derivative securities", II: "Derivative securities" };

/** A table of the form under its heading. If it has no rows, a sentence says so instead. */
export const FormSection = ({ table, form, rows, mark, children }: FormSectionProps) => {
  const what = `${SECURITIES[table]} ${form === "3" ? "beneficially owned" : "acquired, disposed of, or beneficially owned"}`;
  const id = `table-${table === "I" ? "one" : "two"}`;
  return (
    <section className="section" aria-labelledby={id}>
      <SectionHead
        id={id}
        title={`Table ${table}`}
        note={what}
        aside={
          rows.length > 0 && (
            <>
              <span className="not-phone">
                First line of a cell: as filed. <span className="secondary">Lines below it: derived by us.</span>
              </span>
              {rows.some(({ notes }) => notes.length > 0) && <OpenAllNotes />}
            </>
          )
        }
      />
      {rows.length === 0 ? (
        <p className="muted">
          {mark?.state === "unread" ? (
            <>
              <UnreadValue mark={mark} /> Table {table} could not be read.
            </>
          ) : (
            `No rows are reported in Table ${table}.`
          )}
        </p>
      ) : (
        <FormTable table={table} form={form} caption={`Table ${table}: ${what}`} rows={rows} />
      )}
      <TableTotals rows={rows} />
      {children}
    </section>
  );
};
