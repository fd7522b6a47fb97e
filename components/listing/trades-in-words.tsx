import { Unbroken } from "@/components/ui/unbroken";
import type { TradeSums, TradeTotals } from "@/lib/series/trade-sums";
import { formatSummary } from "@/lib/values/money";
import { formatPart } from "@/lib/values/percent";

type TradesInWordsProps = {
  sums: TradeSums;
  /** The numbers of buyers and sellers, if the page covers several insiders: "seven insiders", "six". */
  who?: { bought: string; sold: string };
};

/** Sums as part of a sentence: "bought $363K in 3 purchases and sold $5.0M in 12 sales (76% of it under a 10b5-1 plan)". */
export const TradesInWords = ({ sums: { bought, sold }, who }: TradesInWordsProps) => {
  if (bought.rows === 0 && sold.rows === 0) return "no purchase (code P) or sale (code S) of shares";
  return (
    <>
      {bought.rows > 0 && <Traded who={who?.bought} verb="bought" totals={bought} one="purchase" />}
      {bought.rows > 0 && sold.rows > 0 && " and "}
      {sold.rows > 0 && <Traded who={who?.sold} verb="sold" totals={sold} one="sale" />}
    </>
  );
};

type TradedProps = { who?: string; verb: string; totals: TradeTotals; one: string };

const Traded = ({ who, verb, totals, one }: TradedProps) => {
  const { rows, value, underPlan, valueMissing, indirect } = totals;
  const plan = underPlan === "0" ? null : formatPart(underPlan, value);
  const notes = [
    ...(plan === null ? [] : [`${plan} of it under a 10b5-1 plan`]),
    ...(who === undefined && indirect > 0 ? [indirectly(indirect, rows)] : []),
  ];
  return (
    <>
      {who && `${who} `}
      {verb} {valueMissing === rows ? "stock" : <b>{formatSummary(value)}</b>} in {rows.toLocaleString("en-US")} {one}
      {rows === 1 ? "" : "s"}
      {notes.length > 0 && (
        <>
          {" "}
          <Unbroken>{`(${notes.join("; ")})`}</Unbroken>
        </>
      )}
    </>
  );
};

/** On an insider's page: that others may have traded. */
function indirectly(indirect: number, rows: number): string {
  const how = indirect < rows ? `${indirect.toLocaleString("en-US")} of ` : rows === 1 ? "of " : "all of ";
  return `${how}shares held indirectly`;
}
