import { Money } from "@/components/ui/money";
import { formatPrice } from "@/lib/values/money";
import { FiledValue } from "./filed-value";
import type { FieldName, FormRow } from "./form-row";

/** A price or a value, with every digit that was filed. */
export const FiledMoney = ({ of, name, currency }: { of: FormRow; name: FieldName; currency?: string | null }) => (
  <FiledValue of={of} name={name}>
    <Money text={formatPrice(of.row[name].value, { asFiled: true, currency })} />
  </FiledValue>
);
