import type { ReactNode } from "react";
import type { RowColumn } from "@/lib/record/filing-fields";
import type { ReportedRow } from "@/lib/record/reported-row";
import { Unread } from "./unread";

type DoubtProps = {
  row: Pick<ReportedRow, "unread" | "uncertain">;
  /** The columns that the value comes from. */
  of: readonly RowColumn[];
  children: ReactNode;
};

/** In a list, a value of a row that may have been read from paper: with a word where it may be wrong, or in the place of one that is unread. */
export const Doubt = ({ row, of, children }: DoubtProps) => {
  if (of.some((name) => row.unread.includes(name))) return <Unread />;
  if (!of.some((name) => row.uncertain.includes(name))) return children;
  return (
    <>
      <span className="is-uncertain">{children}</span>
      <span className="under" title="Read from paper and may be wrong; the filing’s page says why">
        uncertain
      </span>
    </>
  );
};
