import type { Correction } from "@/paper/drafts/correction";
import { INPUTS, type RejectedAnswer } from "@/paper/drafts/draft-answers";
import type { FieldGroup, FormField } from "@/paper/form/form-fields";
import type { PaperReading } from "@/paper/form/paper-reading";
import { ReadField } from "./read-field";
import { TakeBack } from "./take-back";

type ReadGroupProps = {
  group: FieldGroup;
  reading: Pick<PaperReading, "unread" | "uncertain" | "places">;
  corrections: ReadonlyMap<string, Correction>;
  rejected: ReadonlyMap<string, RejectedAnswer>;
};

/** Fields that are together on the form, in its order. Empty ones are in a closed disclosure. */
export const ReadGroup = ({ group: { id, title, fields, entry }, reading, corrections, rejected }: ReadGroupProps) => {
  const stateOf = ({ pointer }: FormField) =>
    reading.unread.includes(pointer) ? "unread" : reading.uncertain.includes(pointer) ? "uncertain" : "read";
  const isFolded = (field: FormField) =>
    field.value === null &&
    field.marks.length === 0 &&
    stateOf(field) === "read" &&
    !corrections.has(field.pointer) &&
    !rejected.has(INPUTS.value(field.pointer));
  const shown = fields.filter((field) => !isFolded(field));
  const folded = fields.filter(isFolded);
  const list = (some: FormField[]) => (
    <dl className="read-fields">
      {some.map((field) => (
        <ReadField
          key={field.pointer}
          field={field}
          where={title}
          state={stateOf(field)}
          place={reading.places[field.pointer]?.[0]}
          correction={corrections.get(field.pointer)}
          rejected={rejected.get(INPUTS.value(field.pointer))}
        />
      ))}
    </dl>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: these fields are mostly read and only sometimes filled in.
    <div className="read-group" role="group" aria-labelledby={`group-${id}`} id={id}>
      <h3 id={`group-${id}`}>{title}</h3>
      {entry !== undefined && corrections.has(entry) ? (
        <p className="small">
          Not on the form. It will be left out when you store the filing.{" "}
          <TakeBack pointer={entry} name={`“not on the form”: ${title}`} />
        </p>
      ) : (
        <>
          {list(shown)}
          {folded.length > 0 && (
            <details className="folded">
              <summary>
                Blank on the form: {folded.map(({ number, label }) => `${number} ${label}`.trim()).join(", ")}
              </summary>
              {list(folded)}
            </details>
          )}
          {entry !== undefined && (
            <label className="check take-out">
              <input type="checkbox" name={INPUTS.takeOut(entry)} value="1" aria-label={`Not on the form: ${title}`} />
              Not on the form
            </label>
          )}
        </>
      )}
    </div>
  );
};
