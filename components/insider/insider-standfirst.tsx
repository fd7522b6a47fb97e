import { TradesInWords } from "@/components/listing/trades-in-words";
import { TotalsLeaveOut } from "@/components/site/totals-leave-out";
import { sumsLeaveOut } from "@/lib/headlines/sums-leave-out";
import type { LadderOfDerivatives } from "@/lib/holdings/derivative-ladder";
import type { HeldSecurity } from "@/lib/holdings/held-securities";
import type { TradeSums } from "@/lib/series/trade-sums";
import type { HeldThen } from "@/lib/views/insider";
import type { LeftOut } from "@/lib/views/lists";
import { HeldInWords } from "./held-in-words";

type InsiderStandfirstProps = {
  /** What the sums cover: "At Tesla since 2010", "In 3 issuers, code S". */
  scope: string;
  sums: TradeSums;
  leftOut: LeftOut;
  /** Holdings of the issuer in view. Null if there are several. */
  held: HeldSecurity[] | null;
  /** What is open in Table II. */
  derivatives: LadderOfDerivatives["totals"];
  then: HeldThen | null;
  /** The last day of the filter, if it ends. Balances do not follow the filter. */
  until: string | null;
  undated: number | null;
};

/** The summary of an insider's page: what was bought, sold and last owned, and what the sums leave out. */
export const InsiderStandfirst = ({
  scope,
  sums,
  leftOut,
  held,
  derivatives,
  then,
  until,
  undated,
}: InsiderStandfirstProps) => {
  const notIncluded = [
    ...sumsLeaveOut(sums),
    ...(undated
      ? [
          `${undated === 1 ? "1 filing has no known filing date and is" : `${undated} filings have no known filing date and are`} left out.`,
        ]
      : []),
  ];
  return (
    <>
      {scope}: <TradesInWords sums={sums} />.{" "}
      {held !== null && <HeldInWords held={held} derivatives={derivatives} then={then} until={until} />}{" "}
      {notIncluded.join(" ")}
      <TotalsLeaveOut of={leftOut} />
      {notIncluded.length > 0 && (
        <>
          {" "}
          <a href="#transactions">All transactions</a>
        </>
      )}
    </>
  );
};
