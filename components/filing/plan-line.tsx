import { noteNumber } from "./note";

type PlanLineProps = {
  aff10b5One: boolean | null;
  /** Whether the form was filed when it had no such box (before April 2023). */
  hasNoBox: boolean;
  /** Anchors and ids of the notes that mention Rule 10b5-1. */
  notes: { anchor: string; footnoteId: string | null }[];
};

/** What the filing says of a trading plan: its box, and the notes that speak of one. */
export const PlanLine = ({ aff10b5One, hasNoBox, notes }: PlanLineProps) => (
  <p className="ruled-line">
    <b>Rule 10b5-1 plan</b>
    <span>{boxSays(aff10b5One, hasNoBox)}</span>
    {notes.length > 0 && (
      <span>
        {notes.map(({ anchor, footnoteId }, index) => (
          <span key={anchor}>
            {index > 0 && ", "}
            <a href={`#${anchor}`}>
              {index === 0 ? "Note" : "note"} {footnoteId === null ? anchor : noteNumber(footnoteId)}
            </a>
          </span>
        ))}{" "}
        {notes.length === 1 ? "mentions" : "mention"} the rule.
      </span>
    )}
  </p>
);

function boxSays(isChecked: boolean | null, hasNoBox: boolean): string {
  if (isChecked === true) return "Box checked: a transaction was made under a plan intended to satisfy the rule.";
  if (isChecked === false) return "Box not checked.";
  return hasNoBox ? "This form has no box for it: forms filed before April 2023 do not." : "The box is not answered.";
}
