import Big from "big.js";
import type { ReactNode } from "react";
import { TotalsLeaveOut } from "@/components/site/totals-leave-out";
import { isPointer, titleInRemarks } from "@/lib/people/officer-title";
import type { Filing, ReportingOwner } from "@/lib/record/filing";
import { describeRelationship } from "@/lib/record/relationship";
import { describeHeld, type WalkSeries } from "@/lib/series/holding-walk";
import type { TradeSums, TradeTotals } from "@/lib/series/trade-sums";
import { issuerUrl } from "@/lib/urls";
import { formatShares } from "@/lib/values/decimals";
import { formatValue } from "@/lib/values/money";
import { numberInWords } from "@/lib/values/number-words";
import { formatPercentChange } from "@/lib/values/percent";
import type { FilingView } from "./filing-view";

type StandfirstProps = {
  filing: Filing;
  sums: TradeSums;
  implausible: FilingView["implausible"];
  exerciseCost: string | null;
  walk: WalkSeries | null;
  /** For a filing from paper. */
  isIssuerUncertain: boolean;
};

/** Under the headline: who reports on which issuer, what the trades came to, and what is owned afterwards. */
export const Standfirst = ({ filing, sums, implausible, exerciseCost, walk, isIssuerUncertain }: StandfirstProps) => (
  <>
    <Role filing={filing} isIssuerUncertain={isIssuerUncertain} /> <Money sums={sums} exerciseCost={exerciseCost} />
    <LeftOut implausible={implausible} /> {walk && <Held walk={walk} />}
  </>
);

const Role = ({
  filing: { owners, issuer, remarks },
  isIssuerUncertain,
}: Pick<StandfirstProps, "filing" | "isIssuerUncertain">) => {
  const [first] = owners;
  const role = owners.length === 1 && first ? describeRelationship(withTitle(first, remarks)) : null;
  const name = isIssuerUncertain
    ? `an issuer whose name is uncertain: “${issuer.name}”`
    : (issuer.name ?? issuer.cik ?? "an unnamed issuer");
  return (
    <>
      {owners.length > 1
        ? `A joint filing of ${owners.length} reporting persons on`
        : `${role ?? "Reporting person"} of`}{" "}
      {issuer.cik === null ? name : <a href={issuerUrl(issuer.cik)}>{name}</a>}
      {!name.endsWith(".") && "."}
    </>
  );
};

/** With the title that the remarks give, if the form only points to them: "See Remarks". */
const withTitle = (owner: ReportingOwner, remarks: string | null): ReportingOwner =>
  owner.officerTitle !== null && isPointer(owner.officerTitle)
    ? { ...owner, officerTitle: titleInRemarks(remarks ?? "") }
    : owner;

const LeftOut = ({ implausible }: Pick<StandfirstProps, "implausible">) => {
  const [first = ""] = implausible.keys();
  const prices = [...implausible.values()].filter(({ field }) => field === "pricePerShare").length;
  return (
    <TotalsLeaveOut
      of={{ implausible: { count: implausible.size, countAtLeast: implausible.size }, prices, url: `#${first}` }}
    />
  );
};

const Money = ({ sums: { bought, sold, unsure }, exerciseCost }: Pick<StandfirstProps, "sums" | "exerciseCost">) => {
  const parts = [
    exerciseCost === null ? null : <Part key="exercise" what="the exercise cost" value={exerciseCost} />,
    isPriced(bought) ? (
      <Part key="bought" what={`${shares(bought)} bought${plan(bought)} came to`} value={bought.value} />
    ) : null,
    isPriced(sold) ? <Part key="sold" what={`${shares(sold)} sold${plan(sold)} came to`} value={sold.value} /> : null,
  ].filter((part) => part !== null);
  const missing = bought.valueMissing + sold.valueMissing;
  return (
    <>
      {parts.length > 0 && (
        <>
          At the prices reported, {parts.flatMap((part, index): ReactNode[] => (index > 0 ? [" and ", part] : [part]))}.
        </>
      )}
      {missing > 0 &&
        ` ${missing === 1 ? "One purchase or sale reports" : `${missing} purchases and sales report`} no price.`}
      {unsure > 0 &&
        ` ${unsure === 1 ? "One row is" : `${unsure} rows are`} not included in totals because a figure is unread or uncertain.`}
    </>
  );
};

const isPriced = ({ rows, valueMissing, value }: TradeTotals) => rows > valueMissing && value !== "0";

/** With their number if there are several rows, of which the headline may give only some. */
const shares = ({ rows, shares, valueMissing }: TradeTotals) =>
  rows > 1 && valueMissing === 0 ? `the ${formatShares(shares)} shares` : "the shares";

/** Only if the whole value is under the plan. */
const plan = ({ value, underPlan }: TradeTotals) =>
  underPlan !== "0" && underPlan === value ? " under a 10b5-1 plan" : "";

const Part = ({ what, value }: { what: string; value: string }) => (
  <>
    {what} <b>{formatValue(value)}</b>
  </>
);

/** "Direct holding", with its class if the holder has several, or which holding if the filing's transactions change several. */
const holdingIn = (walk: WalkSeries): string => {
  if (walk.holdings > 1)
    return `One of ${numberInWords(walk.holdings)} holdings that changed, ${walk.security} ${describeHeld(walk)},`;
  const holding = walk.directOrIndirect === "I" ? "This indirect holding" : "Direct holding";
  return walk.isOneOfClasses ? `${holding} of ${walk.security}` : holding;
};

const Held = ({ walk }: { walk: WalkSeries }) => {
  const { steps, opening } = walk;
  const last = steps.at(-1);
  if (!last) return null;
  // Rows that leave a part unexplained may be of several lots, and then the opening balance is not that of all.
  const isExplained = steps.every(({ unexplained }) => unexplained === null);
  const change = new Big(last.balance).minus(opening);
  const percent = formatPercentChange(opening, last.balance)
    ?.replace(/^[+−]/, "")
    .replace(/^0\.0%$/, "under 0.1%");
  return (
    <>
      {holdingIn(walk)} afterwards: <b>{formatShares(last.balance)}</b>
      {isExplained && !change.eq(0) && percent && (
        <>
          ,{" "}
          {percent === "new"
            ? "from none"
            : `${formatShares(change.abs().toFixed())} (${percent}) ${change.gt(0) ? "more" : "less"}`}
          {percent !== "new" && " than before"}
        </>
      )}
      .
    </>
  );
};
