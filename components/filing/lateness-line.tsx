import type { FormRow } from "@/components/form/form-row";
import { RowList } from "@/components/ui/row-list";
import { filedAfter } from "@/lib/lateness/describe-lateness";
import type { Lateness } from "@/lib/record/derived-filing";
import type { Filing } from "@/lib/record/filing";
import { filedOn } from "@/lib/record/filing-names";
import { formOf } from "@/lib/record/form-name";
import { formatDate } from "@/lib/values/dates";

type LatenessLineProps = { filing: Filing; lateness: Lateness | null; rows: readonly FormRow[] };

/** How long after its trades a filing was made, by the row that was due first, and which rows the filer marked E or L. */
export const LatenessLine = ({ filing, lateness, rows }: LatenessLineProps) => {
  const marked = (letter: "E" | "L") =>
    rows.filter(({ row }) => row.timeliness.value?.trim().toUpperCase() === letter).map(({ id }) => id);
  const [early, late] = [marked("E"), marked("L")];
  const isUnknown = filedOn(filing) === null && rows.some(({ row }) => row.kind === "transaction");
  if (lateness === null && !isUnknown && early.length === 0 && late.length === 0) return null;
  return (
    <p className="ruled-line">
      <b>Timeliness</b>
      {lateness && <Filed lateness={lateness} filing={filing} rows={rows} />}
      {isUnknown && (
        <span className="muted">
          We do not know the filing date, so we cannot tell whether this filing was on time.
        </span>
      )}
      {late.length > 0 && (
        <span>
          The filer marked <RowList rows={late} of={rows.length} /> as late (L).
        </span>
      )}
      {early.length > 0 && (
        <span>
          The filer marked <RowList rows={early} of={rows.length} /> as early (E).
        </span>
      )}
    </p>
  );
};

const Filed = ({ lateness, filing, rows }: LatenessLineProps & { lateness: Lateness }) => {
  // The row that was due first determines the lateness of the whole filing.
  const measure = rows.find((row) => row.lateness?.due === lateness.due && row.lateness.days === lateness.days);
  const countedFrom = formOf(filing.documentType) === "3" ? "periodOfReport" : measure?.lateness?.countedFrom;
  const { late, due } = lateness;
  const filed = filedAfter(lateness, countedFrom);
  return (
    <span>
      Filed {late ? <b className="is-overdue">{filed}</b> : filed}, {late ? "was due" : "due"}{" "}
      <time dateTime={due}>{formatDate(due)}</time>
      {measure && rows.some((row) => row.lateness && row.lateness.days !== lateness.days) && (
        <>
          {" "}
          (<RowList rows={[measure.id]} />)
        </>
      )}
      .
    </span>
  );
};
