import { Fragment } from "react";
import { RowList } from "@/components/ui/row-list";
import type { FilingPlan } from "@/lib/plans/filing-plans";
import { formatDate } from "@/lib/values/dates";
import { upperFirst } from "@/lib/values/upper-first";
import { noteNumber } from "@/lib/views/note";

type MentioningNote = { anchor: string; footnoteId: string | null };

type PlanLineProps = {
  aff10b5One: boolean | null;
  /** Whether the form was filed before April 2023, when it had no such box. */
  hasNoBox: boolean;
  plans: readonly FilingPlan[];
  /** Whether these plans cover every purchase and sale. */
  speakForAll: boolean;
  /** Footnotes that mention Rule 10b5-1. */
  notes: readonly MentioningNote[];
};

/** What the filing says about a trading plan: the box, footnotes that put trades under it, and those that mention the rule. */
export const PlanLine = ({ aff10b5One, hasNoBox, plans, speakForAll, notes }: PlanLineProps) => {
  const told = plans.filter(({ adoptedOn, from }) => adoptedOn !== null || from.length > 0);
  const cited = new Set(told.flatMap(({ from }) => from));
  const mentioning = notes.filter(({ footnoteId }) => !cited.has(footnoteId));
  const box = <span className={aff10b5One === null ? "muted" : undefined}>{boxSays(aff10b5One, hasNoBox)}</span>;
  return (
    <p className="ruled-line">
      <b>Rule 10b5-1 plan</b>
      {aff10b5One !== null && box}
      {told.map((plan) => (
        <span key={plan.adoptedOn ?? ""}>
          <Told plan={plan} ofAll={plans.length === 1 && speakForAll} />
        </span>
      ))}
      {plans.length > told.length && !speakForAll && <Told plan={withoutWords(plans)} ofAll={false} />}
      {aff10b5One === null && box}
      {mentioning.length > 0 && (
        <span>
          <NoteLinks notes={mentioning} isFirst /> {mentioning.length === 1 ? "mentions" : "mention"} the rule.
        </span>
      )}
    </p>
  );
};

const withoutWords = (plans: readonly FilingPlan[]): FilingPlan => ({
  adoptedOn: null,
  from: [],
  rows: plans.filter(({ adoptedOn, from }) => adoptedOn === null && from.length === 0).flatMap(({ rows }) => rows),
});

/** "Adopted September 19, 2011, as stated in footnote 1." or "Under a plan (row I·4), as stated in the remarks." */
const Told = ({ plan: { adoptedOn, from, rows }, ofAll }: { plan: FilingPlan; ofAll: boolean }) => {
  const what = adoptedOn === null ? "under a plan" : `adopted ${formatDate(adoptedOn)}`;
  const notes = from.flatMap((footnoteId) => (footnoteId === null ? [] : [{ anchor: footnoteId, footnoteId }]));
  return (
    <>
      {ofAll ? upperFirst(what) : <Rows rows={rows} what={what} />}
      {from.length > 0 && ", as stated in "}
      {notes.length > 0 && <NoteLinks notes={notes} />}
      {from.includes(null) && (
        <>
          {notes.length > 0 && " and "}
          <a href="#remarks">the remarks</a>
        </>
      )}
      .
    </>
  );
};

const Rows = ({ rows, what }: { rows: readonly string[]; what: string }) => (
  <>
    {upperFirst(what)} (<RowList rows={rows} />)
  </>
);

const NoteLinks = ({ notes, isFirst = false }: { notes: readonly MentioningNote[]; isFirst?: boolean }) =>
  notes.map(({ anchor, footnoteId }, index) => (
    <Fragment key={anchor}>
      {index > 0 && ", "}
      <a href={`#${anchor}`}>
        {index === 0 && isFirst ? "Footnote" : "footnote"} {footnoteId === null ? anchor : noteNumber(footnoteId)}
      </a>
    </Fragment>
  ));

function boxSays(isChecked: boolean | null, hasNoBox: boolean): string {
  if (isChecked === true) return "Box checked: a transaction was made under a plan intended to satisfy the rule.";
  if (isChecked === false) return "Box not checked.";
  return hasNoBox ? "Forms filed before April 2023 have no 10b5-1 box." : "The 10b5-1 box was left blank.";
}
