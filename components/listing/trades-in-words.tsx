import { formatSummary } from "@/lib/format/money";
import { formatPart } from "@/lib/format/percent";
import type { TradeTotals } from "@/lib/series/day-sum";
import type { TradeSums } from "@/lib/series/trade-sums";

type TradesInWordsProps = {
  sums: TradeSums;
  /** Who traded, where the page has several: "insiders". */
  who?: string;
};

/** Sums as part of a sentence: "bought $363K in 3 purchases and sold $5.0M in 12 sales, 76% of it under a 10b5-1 plan". */
export const TradesInWords = ({ sums: { bought, sold }, who }: TradesInWordsProps) => {
  if (bought.rows === 0 && sold.rows === 0) return "no purchase (code P) or sale (code S) of shares";
  return (
    <>
      {who && `${who} `}
      {bought.rows > 0 && <Traded verb="bought" totals={bought} one="purchase" />}
      {bought.rows > 0 && sold.rows > 0 && " and "}
      {sold.rows > 0 && <Traded verb="sold" totals={sold} one="sale" />}
    </>
  );
};

const Traded = ({ verb, totals, one }: { verb: string; totals: TradeTotals; one: string }) => {
  const { rows, value, underPlan, valueMissing } = totals;
  const plan = underPlan === "0" ? null : formatPart(underPlan, value);
  return (
    <>
      {verb} {valueMissing === rows ? "stock" : <b>{formatSummary(value)}</b>} in {rows.toLocaleString("en-US")} {one}
      {rows === 1 ? "" : "s"}
      {plan && `, ${plan} of it under a 10b5-1 plan`}
    </>
  );
};
