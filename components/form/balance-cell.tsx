import { BalanceCheck } from "./balance-check";
import type { FormRow } from "./form-row";
import { SharesOrValue } from "./shares-or-value";

/** What is owned after the row, and under it whether that follows from the balance before. */
export const BalanceCell = ({ of }: { of: FormRow }) => (
  <>
    <SharesOrValue of={of} shares="sharesOwnedFollowing" value="valueOwnedFollowing" valueLabel="value owned" />
    <BalanceCheck of={of} />
  </>
);
