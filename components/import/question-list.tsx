import { Unread } from "@/components/ui/unread";
import { INPUTS, type RejectedAnswer } from "@/paper/drafts/draft-answers";
import type { QuestionSection } from "@/paper/drafts/open-questions";
import type { Place, SourceText } from "@/paper/form/printed-form";
import { placeAnchor } from "@/paper/form/source-segments";
import { AnswerInput } from "./answer-input";
import { fieldAnchor, questionAnchor } from "./field-anchor";
import { PlaceInSource } from "./place-in-source";
import { SourceExcerpt } from "./source-excerpt";

type QuestionListProps = {
  section: QuestionSection;
  text: SourceText;
  rejected: ReadonlyMap<string, RejectedAnswer>;
};

/**
 * Fields of one section of the form that only a person can settle, each with the text that was read and an input for the answer.
 * One button confirms all uncertain values that were not changed.
 */
export const QuestionList = ({ section: { id, title, questions, confirmable }, text, rejected }: QuestionListProps) => (
  <div>
    <div className="questions-head">
      <h3>{title}</h3>
      {confirmable > 0 && (
        <button type="submit" className="link-button" name={INPUTS.restIsRight} value={id}>
          {confirmable === 1
            ? "Confirm the uncertain value as read"
            : `Confirm all ${confirmable} uncertain values as read`}
          <span className="visually-hidden"> in {title}</span>
        </button>
      )}
    </div>
    <ol className="questions">
      {questions.map(({ field, where, state, reason, places }, index) => {
        const [place] = places;
        // Consecutive fields read from the same place show it once.
        const isShownAbove = place !== undefined && isSamePlace(place, questions[index - 1]?.places[0]);
        return (
          <li key={field.pointer} id={questionAnchor(field.pointer)}>
            <div className="question-name">
              <span className="under">{where}</span>
              <a href={`#${fieldAnchor(field.pointer)}`}>
                {field.number !== "" && <span className="column-number">{field.number}</span>}
                {field.label}
              </a>{" "}
              {state === "unread" ? <Unread /> : <span className="uncertain">uncertain</span>}
            </div>
            <div className="question-source">
              {reason && <p>{reason}</p>}
              {!reason && !place && <p>We found no text for it.</p>}
              {place && (
                <p className="under">
                  {state === "unread" && "Next to it: "}
                  <PlaceInSource place={place} />
                </p>
              )}
              {place && !isShownAbove && <SourceExcerpt place={place} text={text} />}
            </div>
            <AnswerInput
              field={field}
              label={`${field.label}, ${where}`}
              state={state}
              rejected={rejected.get(INPUTS.value(field.pointer))}
            />
          </li>
        );
      })}
    </ol>
  </div>
);

const isSamePlace = (place: Place, other: Place | undefined) =>
  other !== undefined && placeAnchor(place) === placeAnchor(other) && place.to === other.to;
