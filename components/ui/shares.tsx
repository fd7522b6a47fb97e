import { formatShares } from "@/lib/values/decimals";
import { Missing } from "./missing";

type SharesProps = {
  shares: string | null;
  /** Keep the number as filed, including trailing zeros. */
  asFiled?: boolean;
};

export const Shares = ({ shares, asFiled = false }: SharesProps) => {
  const text = formatShares(shares, { asFiled });
  if (text === null) return <Missing />;
  return text === "0" ? <span className="is-zero">{text}</span> : <span>{text}</span>;
};
