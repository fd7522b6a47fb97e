import type { Correction } from "@/paper/drafts/correction";
import type { RejectedAnswer } from "@/paper/drafts/draft-answers";
import type { FormField } from "@/paper/form/form-fields";
import type { Place } from "@/paper/form/printed-form";
import { AnswerInput } from "./answer-input";
import { fieldAnchor, questionAnchor } from "./field-anchor";
import { FieldValue, printed } from "./field-value";
import { PlaceInSource } from "./place-in-source";

type ReadFieldProps = {
  field: FormField;
  /** `Table I, row 2` */
  where: string;
  state: "unread" | "uncertain" | "read";
  place: Place | undefined;
  correction: Correction | undefined;
  rejected: RejectedAnswer | undefined;
};

/** A field of the form as read. Its value links to its place in the source, and can be corrected here. */
export const ReadField = ({ field, where, state, place, correction, rejected }: ReadFieldProps) => {
  const { pointer, number, label, marks, type, isMoney, noteId } = field;
  const value = <FieldValue field={field} isUnread={state === "unread"} />;
  return (
    <div className="read-field" id={fieldAnchor(pointer)}>
      <dt id={noteId && `note-${noteId}`}>
        {number !== "" && <span className="column-number">{number}</span>}
        {label}
      </dt>
      <dd>
        <span className="read-value">
          {place && field.value !== null ? <PlaceInSource place={place}>{value}</PlaceInSource> : value}
          {marks.length > 0 && (
            <sup className="markers">
              {marks.map((mark) => (
                <a
                  key={mark}
                  className="marker"
                  href={`#note-${mark}`}
                  aria-label={`Footnote ${mark.replace(/^F/, "")}`}
                >
                  <span>{mark.replace(/^F/, "")}</span>
                </a>
              ))}
            </sup>
          )}
          {state === "uncertain" && <span className="uncertain">uncertain</span>}
        </span>
        {correction && (
          <span className="under">
            {correction.asRead === correction.value && correction.value !== null
              ? "confirmed by hand"
              : `corrected by hand; read as ${printed({ type, isMoney, value: correction.asRead }) ?? "nothing"}`}
          </span>
        )}
        {state !== "read" ? (
          <a className="to-question" href={`#${questionAnchor(pointer)}`}>
            Answer
            <span className="visually-hidden">
              {" "}
              {label}, {where}
            </span>
          </a>
        ) : (
          <details className="correct" open={rejected !== undefined}>
            <summary>
              Correct
              <span className="visually-hidden">
                {" "}
                {label}, {where}
              </span>
            </summary>
            <AnswerInput field={field} label={`${label}, ${where}`} state="read" rejected={rejected} />
          </details>
        )}
      </dd>
    </div>
  );
};
