import { ImplausibleFigure, WhyImplausible } from "@/components/ui/implausible";
import { StatedPriceRange } from "@/components/ui/price-range";
import { transactionValue } from "@/lib/record/transaction-value";
import { formatValue } from "@/lib/values/money";
import { FiledMoney } from "./filed-money";
import type { FormRow } from "./form-row";

/** The price and, below it, what its footnote says about it, and shares × price. */
export const PriceCell = ({ of }: { of: FormRow }) => {
  const { transactionShares, pricePerShare } = of.row;
  const reading = of.derived.trade?.price ?? null;
  const currency = of.derived.trade?.currency ?? null;
  const value = transactionValue(transactionShares.value, pricePerShare.value);
  const { implausible } = of.derived;
  return (
    <>
      <ImplausibleFigure implausible={implausible} of={["pricePerShare"]}>
        <FiledMoney of={of} name="pricePerShare" currency={currency} />
      </ImplausibleFigure>
      {reading && <StatedPriceRange price={pricePerShare.value} reading={reading} />}
      {value !== null && value !== "0" && (
        <span className="under nowrap" title="Shares × price, calculated by us">
          ={" "}
          <ImplausibleFigure implausible={implausible} of={["pricePerShare", "transactionShares"]}>
            {formatValue(value, { currency })}
          </ImplausibleFigure>
        </span>
      )}
      <WhyImplausible implausible={implausible} />
    </>
  );
};
