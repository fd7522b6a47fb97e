import type { ReactNode } from "react";
import type { RowColumn } from "@/lib/record/filing-fields";
import type { ReportedRow } from "@/lib/record/reported-row";
import { Unread } from "./unread";

type DoubtProps = {
  row: Pick<ReportedRow, "unread" | "uncertain">;
  /** The columns from which the value comes. */
  of: readonly RowColumn[];
  children: ReactNode;
};

/** In a list, marks a value that may be wrong because it was read from paper, or replaces one that is unread. */
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
