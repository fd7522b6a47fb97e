import { TradesInWords } from "@/components/listing/trades-in-words";
import { formatDate, formatDateRange } from "@/lib/format/dates";
import { sumsLeaveOut } from "@/lib/format/sums-leave-out";
import type { TradeSums } from "@/lib/series/trade-sums";

type IssuerStandfirstProps = {
  /** What is asked for besides trade dates; empty for nothing. */
  words: string;
  span: { from: string; to: string };
  isDated: boolean;
  sums: TradeSums;
  amendmentsLeftOut: number;
};

/** What was bought and sold in the dates asked for, or in the twelve months up to the newest filing. */
export const IssuerStandfirst = ({ words, span, isDated, sums, amendmentsLeftOut }: IssuerStandfirstProps) => {
  const when = isDated
    ? `Traded ${formatDateRange(span.from, span.to)}`
    : `In the 12 months to the newest filing, ${formatDate(span.to)}`;
  const leftOut = [
    ...sumsLeaveOut(sums),
    ...(amendmentsLeftOut > 0 ? ["Amendments are left out of sums and chart."] : []),
  ];
  return (
    <>
      {when}
      {words !== "" && `, ${words}`}: <TradesInWords sums={sums} who="insiders" />. {leftOut.join(" ")}
    </>
  );
};
