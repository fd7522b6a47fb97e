import type { RejectedAnswer } from "@/paper/drafts/draft-answers";
import { inputId } from "./field-anchor";

type TypedInputProps = {
  name: string;
  label: string;
  value: string | null;
  rejected: RejectedAnswer | undefined;
  /** Example of the expected format. */
  hint?: string;
  isLong?: boolean;
};

/** A text input, with the error if its value was rejected. */
export const TypedInput = ({ name, label, value, rejected, hint, isLong = false }: TypedInputProps) => {
  const id = inputId(name);
  const input = {
    id,
    name,
    defaultValue: rejected?.typed ?? value ?? "",
    "aria-label": label,
    "aria-invalid": rejected ? true : undefined,
    "aria-describedby": rejected ? `${id}-problem` : undefined,
    placeholder: hint && `such as ${hint}`,
    autoComplete: "off",
    spellCheck: false,
  };
  return (
    <>
      {isLong ? <textarea {...input} rows={4} /> : <input {...input} type="text" maxLength={2000} />}
      {rejected && (
        <p className="answer-problem" id={`${id}-problem`}>
          {rejected.problem}
        </p>
      )}
    </>
  );
};
