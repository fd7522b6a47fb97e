import { FiledValue } from "./filed-value";
import { type FormRow, isStated } from "./form-row";

/** EDGAR prints V if a Form 4 reports what was due only on Form 5. The filing itself says so by form type or by E. */
export const isEarly = ({ row }: FormRow): boolean => row.timeliness.value === "E" || row.transactionFormType === "5";

/** Column V of Form 4. The filing states E or L, for which the form prints V. */
export const EarlyCell = ({ of }: { of: FormRow }) => {
  const filed = <FiledValue of={of} name="timeliness" />;
  if (!isEarly(of)) {
    return (
      <>
        {filed}
        {of.row.timeliness.value === "L" && <span className="under">reported late</span>}
      </>
    );
  }
  return (
    <>
      V {isStated(of, "timeliness") && <span className="muted">({filed})</span>}
      <span className="under">reported early</span>
    </>
  );
};
