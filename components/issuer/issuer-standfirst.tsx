import { TradesInWords } from "@/components/listing/trades-in-words";
import { TotalsLeaveOut } from "@/components/site/totals-leave-out";
import { sumsLeaveOut } from "@/lib/headlines/sums-leave-out";
import type { TradeSums } from "@/lib/series/trade-sums";
import { methodUrl } from "@/lib/urls";
import { formatDate, formatDateRange } from "@/lib/values/dates";
import { numberInWords } from "@/lib/values/number-words";
import type { LeftOut } from "@/lib/views/lists";

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
  const when = isDated
    ? `Traded ${formatDateRange(span.from, span.to)}`
    : `In the 12 months to the newest filing, ${formatDate(span.to)}`;
  const who = (n: number) => `${numberInWords(n)} ${n === 1 ? "insider" : "insiders"}`;
  return (
    <>
      {when}
      {words !== "" && `, ${words}`}:{" "}
      <TradesInWords
        sums={sums}
        who={{
          bought: who(insiders.bought),
          sold: sums.bought.rows > 0 ? numberInWords(insiders.sold) : who(insiders.sold),
        }}
      />
      . {largest && <>{largest} </>}
      {sumsLeaveOut(sums).join(" ")}
      <TotalsLeaveOut of={leftOut} /> <a href={methodUrl("totals")}>How we calculate totals</a>
    </>
  );
};
