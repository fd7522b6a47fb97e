import type { ReactNode } from "react";
import { ReadValue, UnreadValue } from "@/components/source/read-value";
import { Missing } from "@/components/ui/missing";
import { isRemarkable, type ValueMark } from "@/paper/form/value-marks";

type FormValueProps = {
  /** As the page prints it. Null if it is not stated. */
  value: ReactNode | null;
  isUnread: boolean;
  mark: ValueMark | undefined;
  isLink?: boolean;
};

/** A value of the form outside its tables, or why there is none. */
export const FormValue = ({ value, isUnread, mark, isLink }: FormValueProps) => {
  if (value !== null) {
    return (
      <ReadValue mark={mark} isLink={isLink}>
        {value}
      </ReadValue>
    );
  }
  if (isUnread) return <UnreadValue mark={mark} />;
  return (
    <ReadValue mark={mark && isRemarkable(mark) ? mark : undefined}>
      <Missing />
    </ReadValue>
  );
};
