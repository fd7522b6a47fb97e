import { formatShares } from "@/lib/format/decimals";
import { CheckResult, changeText, PriorBalance } from "./balance-sum";
import type { FormRow } from "./form-row";

/** "154,377 + 13,200 = 167,577 ✓" or "35,590 + 18,200 = 53,790 +412" under a balance; nothing where none is before it. */
export const BalanceCheck = ({ of }: { of: FormRow }) => {
  const { check } = of;
  if (check?.state !== "consistent" && check?.state !== "gap") return null;
  return (
    <span className="under">
      <PriorBalance of={of} />
      {changeText(of) || " before"}
      {changeText(of) !== "" && <span className="only-in-columns"> = {formatShares(check.expected)}</span>}{" "}
      <CheckResult of={of} />
    </span>
  );
};
