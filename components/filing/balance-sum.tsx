import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { formatShares, formatSigned, minus } from "@/lib/format/decimals";
import { rowUrl } from "@/lib/urls";
import type { FormRow } from "./form-row";

/** The change that a row reports, as it is written after the balance before: " + 13,200"; nothing for a holding. */
export const changeText = ({ row }: FormRow): string => {
  if (row.kind === "holding") return "";
  const sign = row.acquiredDisposedCode.value === "D" ? minus : "+";
  return ` ${sign} ${formatShares(row.transactionShares.value)}`;
};

/** The balance before, a link to its row where that stands on another filing. */
export const PriorBalance = ({ of: { row, check } }: { of: FormRow }): ReactNode => {
  if (!check?.prior) return null;
  const { accessionNumber, row: priorRow, balance, date } = check.prior;
  const shown = formatShares(balance);
  if (accessionNumber === row.accessionNumber) return shown;
  return (
    <a href={rowUrl(accessionNumber, priorRow)} title={`Last reported ${date ?? "on an earlier filing"}`}>
      {shown}
    </a>
  );
};

/** A tick where a balance follows from the one before, else by how much it differs, and the note that may say why. */
export const CheckResult = ({ of: { row, check } }: { of: FormRow }): ReactNode => {
  if (check?.state === "consistent") {
    const rounding = check.difference !== null && check.difference !== "0" ? formatSigned(check.difference) : null;
    return (
      <span className="nowrap" title={rounding ? `Agrees but for rounding: ${rounding}` : "The arithmetic agrees"}>
        <Icon name="check" size={12} />
        <span className="visually-hidden">agrees</span>
      </span>
    );
  }
  if (check?.state !== "gap") return null;
  const difference = formatSigned(check.difference);
  const title = `The balance reported is ${formatShares(check.reported)}; by this arithmetic it would be ${formatShares(check.expected)}`;
  const [note] = row.sharesOwnedFollowing.footnotes;
  return note === undefined ? (
    <span className="gap-value nowrap" title={title}>
      {difference}
    </span>
  ) : (
    <a className="gap-value nowrap" href={`#${note}`} title={`${title}; see the note`}>
      {difference}
    </a>
  );
};
