import { Shares } from "@/components/ui/shares";
import { FiledMoney } from "./filed-money";
import { FiledValue } from "./filed-value";
import type { FieldName, FormRow } from "./form-row";
import { isStated } from "./form-row";

type SharesOrValueProps = { of: FormRow; shares: FieldName; value: FieldName; valueLabel: string };

/** A column that states a number of securities or, if there is none, a value. If both are filed, it shows both. */
export const SharesOrValue = ({ of, shares, value, valueLabel }: SharesOrValueProps) => {
  if (!isStated(of, value)) return <FiledShares of={of} name={shares} />;
  return (
    <>
      {isStated(of, shares) && (
        <div>
          <FiledShares of={of} name={shares} />
        </div>
      )}
      <div>
        <FiledMoney of={of} name={value} />
      </div>
      <span className="under">{valueLabel}</span>
    </>
  );
};

/** A number of securities, with every digit that was filed. */
const FiledShares = ({ of, name }: { of: FormRow; name: FieldName }) => (
  <FiledValue of={of} name={name}>
    <Shares shares={of.row[name].value} asFiled />
  </FiledValue>
);
