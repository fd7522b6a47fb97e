import { FiledValue } from "./filed-value";
import { type FormRow, isStated } from "./form-row";

/** EDGAR prints V where a Form 4 reports what was only due on Form 5; the filing itself says so by form type or by E. */
export const isEarly = ({ row }: FormRow): boolean => row.timeliness.value === "E" || row.transactionFormType === "5";

/** Column V of Form 4. The letter E or L is what was filed, V what the form prints for it. */
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
