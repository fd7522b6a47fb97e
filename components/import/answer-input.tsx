import { INPUTS, type RejectedAnswer } from "@/paper/drafts/draft-answers";
import type { AnswerType } from "@/paper/drafts/typed-answer";
import type { FormField } from "@/paper/form/form-fields";
import { inputId } from "./field-anchor";
import { TypedInput } from "./typed-input";

type AnswerInputProps = {
  field: FormField;
  /** Accessible name of the field: `Price, Table I, row 2`. */
  label: string;
  /** Whether the value was unread, uncertain or read, which decides what we ask. */
  state: "unread" | "uncertain" | "read";
  rejected: RejectedAnswer | undefined;
};

const CHOICES: Partial<Record<AnswerType, { value: string; label: string }[]>> = {
  box: [
    { value: "1", label: "Checked" },
    { value: "0", label: "Not checked" },
  ],
  acquiredDisposed: [
    { value: "A", label: "A, acquired" },
    { value: "D", label: "D, disposed of" },
  ],
  directOrIndirect: [
    { value: "D", label: "D, direct" },
    { value: "I", label: "I, indirect" },
  ],
};

const HINTS: Partial<Record<AnswerType, string>> = {
  date: "07/15/2013",
  decimal: "13,200",
  code: "M",
  form: "4",
  early: "V",
};

/** An input for a value. If it is left unchanged, it is not an answer. */
export const AnswerInput = ({ field, label, state, rejected }: AnswerInputProps) => {
  const { pointer, type, value } = field;
  const name = INPUTS.value(pointer);
  const id = inputId(name);
  const choices = CHOICES[type];
  return (
    <div className="answer">
      {choices ? (
        <select id={id} name={name} defaultValue={rejected?.typed ?? value ?? ""} aria-label={label}>
          <option value="">{state === "unread" ? "Not answered" : type === "box" ? "Not marked" : "Blank"}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <TypedInput
          name={name}
          label={label}
          value={value}
          rejected={rejected}
          hint={HINTS[type]}
          isLong={/^\/(?:footnotes\/|remarks)/.test(pointer)}
        />
      )}
      {state === "unread" && type !== "box" && (
        <label className="check">
          <input type="checkbox" name={INPUTS.blank(pointer)} value="1" />
          Blank on the form
        </label>
      )}
      {state === "uncertain" && value !== null && (
        <label className="check">
          <input type="checkbox" name={INPUTS.right(pointer)} value="1" />
          Correct as read
        </label>
      )}
    </div>
  );
};
