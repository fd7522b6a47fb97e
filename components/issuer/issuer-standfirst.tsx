import { TradesInWords } from "@/components/listing/trades-in-words";
import { TotalsLeaveOut } from "@/components/site/totals-leave-out";
import { sumsLeaveOut } from "@/lib/headlines/sums-leave-out";
import type { TradeSums } from "@/lib/series/trade-sums";
import { methodUrl } from "@/lib/urls";
import type { LeftOut } from "@/lib/views/lists";
import { issuerScope, issuerTraders } from "./issuer-scope";

type IssuerStandfirstProps = {
  /** The filters other than trade dates, in words. Empty if there are none. */
  words: string;
  span: { from: string; to: string };
  isDated: boolean;
  sums: TradeSums;
  leftOut: LeftOut;
  insiders: { bought: number; sold: number };
  /** A sentence on the largest cluster. Null if there is none. */
  largest: string | null;
};

/** What was bought and sold in the selected dates, by default the twelve months up to the newest filing. */
export const IssuerStandfirst = ({ words, span, isDated, sums, leftOut, insiders, largest }: IssuerStandfirstProps) => {
  return (
    <>
      {issuerScope({ span, isDated, words })}: <TradesInWords sums={sums} who={issuerTraders({ insiders, sums })} />.{" "}
      {largest && <>{largest} </>}
      {sumsLeaveOut(sums).join(" ")}
      <TotalsLeaveOut of={leftOut} /> <a href={methodUrl("totals")}>How we calculate totals</a>
    </>
  );
};
