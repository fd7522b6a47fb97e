import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { rowUrl } from "@/lib/urls";
import { formatShares, formatSigned, minus } from "@/lib/values/decimals";
import { describePlace, hrefOfPlace } from "@/lib/views/filing-place";
import type { FormRow } from "./form-row";

/** The change that a row reports, as printed after the previous balance: " + 13,200". Empty for a holding. */
export const changeText = ({ row }: FormRow): string => {
  if (row.kind === "holding") return "";
  const sign = row.acquiredDisposedCode.value === "D" ? minus : "+";
  return ` ${sign} ${formatShares(row.transactionShares.value)}`;
};

/** The previous balance, linked to its row if that is in another filing. */
export const PriorBalance = ({ of: { check, priorAt, row } }: { of: FormRow }): ReactNode => {
  if (!check?.prior) return null;
  const { accessionNumber, row: priorRow, balance } = check.prior;
  const shown = formatShares(balance);
  if (accessionNumber === row.accessionNumber) return shown;
  const where = priorAt ? describePlace(priorAt) : "an earlier filing";
  return (
    <a href={rowUrl(accessionNumber, priorRow)} title={`As last reported in ${where}`}>
      {shown}
    </a>
  );
};

/** A tick if a balance follows from the previous one, otherwise the difference, linked to its explanation. */
export const CheckResult = ({ of: { check, reasonAt } }: { of: FormRow }): ReactNode => {
  if (check?.state === "consistent") {
    const rounding = check.difference !== null && check.difference !== "0" ? formatSigned(check.difference) : null;
    return (
      <span className="nowrap" title={rounding ? `Agrees except for rounding: ${rounding}` : "The arithmetic agrees"}>
        <Icon name="check" size={12} />
        <span className="visually-hidden">agrees</span>
      </span>
    );
  }
  if (check?.state !== "gap") return null;
  const difference = formatSigned(check.difference);
  const title = `The reported balance is ${formatShares(check.reported)}; the arithmetic gives ${formatShares(check.expected)}`;
  if (!reasonAt) {
    return (
      <span className="gap-value nowrap" title={title}>
        {difference}
      </span>
    );
  }
  return (
    <a className="gap-value nowrap" href={hrefOfPlace(reasonAt)} title={`${title}; see ${describePlace(reasonAt)}`}>
      {difference}
    </a>
  );
};
