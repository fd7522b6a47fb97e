import { formatSharesChange } from "@/lib/values/decimals";
import { Missing } from "./missing";

/** Shares of a transaction with the sign of column 4's letter. */
export const SharesChange = ({
  shares,
  acquiredDisposedCode,
}: {
  shares: string | null;
  acquiredDisposedCode: string | null;
}) => {
  const text = formatSharesChange(shares, acquiredDisposedCode);
  return text === null ? <Missing /> : <span>{text}</span>;
};
