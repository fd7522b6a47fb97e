import { FormCheck } from "./form-check";
import type { FormRow } from "./form-row";
import { SharesOrValue } from "./shares-or-value";

/** The balance after the row and, below it, whether it follows from the previous one. */
export const BalanceCell = ({ of }: { of: FormRow }) => (
  <>
    <SharesOrValue of={of} shares="sharesOwnedFollowing" value="valueOwnedFollowing" valueLabel="value owned" />
    <FormCheck of={of} />
  </>
);
