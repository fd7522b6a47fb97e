import { CalendarDate } from "@/components/ui/calendar-date";
import { FiledValue } from "./filed-value";
import type { FieldName, FormRow } from "./form-row";

/** A date of a row. Text that is not a date is shown as filed. */
export const FiledDate = ({ of, name }: { of: FormRow; name: FieldName }) => {
  const { value } = of.row[name];
  return (
    <FiledValue of={of} name={name}>
      {value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? <CalendarDate date={value} /> : value}
    </FiledValue>
  );
};
