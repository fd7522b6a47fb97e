import { INPUTS, type RejectedAnswer } from "@/paper/drafts/draft-answers";
import type { FieldGroup } from "@/paper/form/form-fields";
import { AnswerInput } from "./answer-input";

type SpareGroupProps = {
  /** What is added: "a row to Table I". */
  what: string;
  group: FieldGroup;
  rejected: ReadonlyMap<string, RejectedAnswer>;
};

/** Inputs to add a part of the form that was not read. Inputs left blank stay empty on the form. */
export const SpareGroup = ({ what, group: { title, fields }, rejected }: SpareGroupProps) => (
  <details className="folded not-printed" open={fields.some(({ pointer }) => rejected.has(INPUTS.value(pointer)))}>
    <summary>Add {what} that was missed</summary>
    <dl className="read-fields">
      {fields.map((field) => (
        <div key={field.pointer} className="read-field">
          <dt>
            {field.number !== "" && <span className="column-number">{field.number}</span>}
            {field.label}
          </dt>
          <dd>
            <AnswerInput
              field={field}
              label={`${field.label}, ${title}`}
              state="read"
              rejected={rejected.get(INPUTS.value(field.pointer))}
            />
          </dd>
        </div>
      ))}
    </dl>
  </details>
);
