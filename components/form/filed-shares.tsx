import { Shares } from "@/components/ui/shares";
import { FiledValue } from "./filed-value";
import type { FieldName, FormRow } from "./form-row";

/** A number of securities, with every digit that was filed. */
export const FiledShares = ({ of, name }: { of: FormRow; name: FieldName }) => (
  <FiledValue of={of} name={name}>
    <Shares shares={of.row[name].value} asFiled />
  </FiledValue>
);
