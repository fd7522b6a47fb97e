import { transactionValue } from "@/lib/edgar/transaction-value";
import { formatValue } from "@/lib/format/money";
import { FiledMoney } from "./filed-money";
import type { FormRow } from "./form-row";

/** The price, and under it shares × price. */
export const PriceCell = ({ of }: { of: FormRow }) => {
  const { transactionShares, pricePerShare } = of.row;
  const value = formatValue(transactionValue(transactionShares.value, pricePerShare.value));
  return (
    <>
      <FiledMoney of={of} name="pricePerShare" />
      {value !== null && value !== "$0" && (
        <span className="under nowrap" title="Shares × price, worked out by us">
          = {value}
        </span>
      )}
    </>
  );
};
