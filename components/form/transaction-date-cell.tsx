import { Lag } from "@/components/ui/lag";
import { FiledDate } from "./filed-date";
import type { FormRow } from "./form-row";

/** The day of a transaction and, below it, how many business days later it was filed. */
export const TransactionDateCell = ({ of }: { of: FormRow }) => (
  <>
    <FiledDate of={of} name="transactionDate" />
    {of.lateness && (
      <span className="under">
        <Lag lateness={of.lateness} />
      </span>
    )}
  </>
);
