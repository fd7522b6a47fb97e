import { Icon } from "@/components/ui/icon";
import { formatShares, formatSigned } from "@/lib/format/decimals";
import type { Continuity } from "@/lib/holdings/continuity";

/** Whether a balance follows from the one before: a tick, the difference, or nothing where there is none to compare with. */
export const BalanceCheck = ({ check }: { check: Continuity | null }) => {
  if (check?.state === "consistent") {
    return (
      <span title={`Follows from the balance before: ${formatShares(check.expected)}`}>
        <Icon name="check" size={12} />
        <span className="visually-hidden">agrees</span>
      </span>
    );
  }
  if (check?.state === "gap") {
    return (
      <span
        className="gap-value"
        title={`The balance before and this row come to ${formatShares(check.expected)}; ${formatShares(check.reported)} is reported`}
      >
        {formatSigned(check.difference)}
      </span>
    );
  }
  return null;
};
