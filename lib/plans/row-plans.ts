import { type PlanStatement, planStatement } from "@/lib/footnotes/plan/plan-statement";
import { namesRule10b5 } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { sentences } from "@/lib/footnotes/vocabulary/sentences";
import type { RowPlan } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { pattern } from "@/lib/values/pattern";

/** A note that mentions a plan, or the remarks, which have no id. */
type Speaker = PlanStatement & { footnoteId: string | null; text: string };

/**
 * By row id, for each purchase and sale (code P or S) of both tables. The box applies to the whole document. If a row's own note
 * says that it was under a plan, only such rows are. Otherwise the box applies to all rows except those whose own note denies it.
 * Without a checked box, the remarks apply, or a note about the whole form.
 * @param hasBox whether the form has the box, even if it is left blank
 */
export function rowPlans(
  { filing: { aff10b5One, remarks }, rows, notes }: FilingEntry,
  hasBox = aff10b5One !== null,
): ReadonlyMap<string, RowPlan> {
  const trades = rows.filter(isTrade);
  if (trades.length === 0) return new Map();
  const speakers = speakersOf(notes, remarks);
  const isBoxChecked = aff10b5One === true;
  const own = new Map(trades.map((row) => [row, ownSpeakers(row, speakers)]));
  // With a checked box, a note that states the day of adoption is about the plan of the row.
  const speaks = (row: ReportedRow, said: Speaker): boolean =>
    said.underPlan !== null || (isBoxChecked && isDating(row, said));
  const isNamed = trades.some((row) => own.get(row)?.some((said) => speaks(row, said)));
  const speaksForAll = isBoxChecked || speakers.some(isOfWholeForm);
  const notUnder: RowPlan = {
    state: hasBox || aff10b5One !== null ? "not indicated" : "no box",
    adoptedOn: null,
    footnoteId: null,
    words: null,
  };
  return new Map(
    trades.map((row): [string, RowPlan] => {
      const said = own.get(row) ?? [];
      const isUnder = isNamed
        ? said.some((each) => speaks(row, each))
        : speaksForAll && !said.some(({ notUnderPlan }) => notUnderPlan !== null);
      if (!isUnder) return [rowId(row), notUnder];
      const words = planWords(said, row) ?? (isNamed ? null : planWords(speakers, row));
      return [rowId(row), { state: isBoxChecked ? "box" : "note", ...(words ?? NO_WORDS) }];
    }),
  );
}

/** A note that only dates a plan. If that day is after the trade, it is another plan. */
const isDating = (row: ReportedRow, { underPlan, notUnderPlan, adoptedOn }: Speaker): boolean =>
  underPlan === null && notUnderPlan === null && adoptedOn !== null && adoptedOn.date <= tradeDate(row);

const NO_WORDS: Omit<RowPlan, "state"> = { adoptedOn: null, footnoteId: null, words: null };

/** A purchase or sale, of either table. */
export const isTrade = ({ kind, transactionCode }: ReportedRow): boolean =>
  kind === "transaction" && (transactionCode === "P" || transactionCode === "S");

/** The notes that name the rule, in the order of their numbers, and the remarks. */
function speakersOf(notes: FilingEntry["notes"], remarks: string | null): Speaker[] {
  const ids = Object.keys(notes).filter((id) => namesRule10b5(notes[id] ?? ""));
  const texts: [string | null, string][] = ids
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((id) => [id, notes[id] ?? ""]);
  if (remarks !== null && namesRule10b5(remarks)) texts.push([null, remarks]);
  return texts.map(([footnoteId, text]) => ({ footnoteId, text, ...planStatement(text) }));
}

function ownSpeakers(row: ReportedRow, speakers: readonly Speaker[]): Speaker[] {
  if (speakers.length === 0) return [];
  const ids = new Set(rowNotes(row));
  return speakers.filter(({ footnoteId }) => footnoteId !== null && ids.has(footnoteId));
}

const wholeForm = pattern("i")`
  \b(?:reported|set\s+forth|described|disclosed)\s+(?:on|in|above|below|herein)\b |
  \b(?:this|the)\s+(?:form|report|filing)\b | \bherein\b | \ball\b
`;
const onlySome = /\b(?:certain|some|portion|remaining|other|except|excluding|lines?|rows?|footnotes?|notes?)\b/i;

/** The remarks do not belong to a row. A note must say that it is about the form. */
function isOfWholeForm({ footnoteId, text, underPlan }: Speaker): boolean {
  if (underPlan === null) return false;
  const sentence = sentences(text).find(({ end }) => end >= underPlan.end)?.text ?? text;
  return !onlySome.test(sentence) && (footnoteId === null || wholeForm.test(sentence));
}

/**
 * The words about a row's plan, and the day of its adoption. The first note that puts the trade under the plan counts; the day
 * counts only if all notes agree.
 */
function planWords(speakers: readonly Speaker[], row: ReportedRow): Omit<RowPlan, "state"> | null {
  const saying = speakers.filter(({ underPlan }) => underPlan !== null);
  const dating = speakers.filter((said) => isDating(row, said));
  const dated = saying.some(({ adoptedOn }) => adoptedOn !== null) ? saying : [...saying, ...dating];
  const days = new Set(dated.flatMap(({ adoptedOn }) => adoptedOn?.date ?? []));
  const [adoptedOn = null] = days.size === 1 ? days : [];
  const speaker = dated.find((each) => each.adoptedOn?.date === adoptedOn && each.underPlan) ?? saying[0] ?? dated[0];
  const words = speaker?.underPlan ?? speaker?.adoptedOn;
  return speaker && words ? { adoptedOn, footnoteId: speaker.footnoteId, words: words.text } : null;
}

const tradeDate = (row: ReportedRow): string => row.transactionDate.value ?? "";
