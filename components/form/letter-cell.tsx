import { FiledValue } from "./filed-value";
import type { FieldName, FormRow } from "./form-row";

type LetterCellProps = { of: FormRow; name: FieldName; words: Record<string, string> };

export const ACQUIRED_OR_DISPOSED = { A: "acquired", D: "disposed" };
export const DIRECT_OR_INDIRECT = { D: "direct", I: "indirect" };

/** A letter as filed and, below it, its meaning. */
export const LetterCell = ({ of, name, words }: LetterCellProps) => {
  const word = words[of.row[name].value ?? ""];
  return (
    <>
      <FiledValue of={of} name={name} />
      {word && <span className="under">{word}</span>}
    </>
  );
};
