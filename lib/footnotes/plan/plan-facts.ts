import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import type { Words } from "@/lib/footnotes/vocabulary/words";
import type { WrittenDate } from "@/lib/footnotes/vocabulary/written-dates";
import type { PlanUse, Stated } from "@/lib/record/stated-facts";
import { planReading } from "./plan-statement";

/** What the note says about a 10b5-1 plan and the reported transactions. */
export function readPlanUse(note: NoteText): Stated<PlanUse> | null {
  const { underPlan, notUnderPlan, mentioned } = planReading(note);
  return stated("made_under", underPlan) ?? stated("not_under", notUnderPlan) ?? stated("mentioned", mentioned);
}

const stated = (value: PlanUse, words: Words | null): Stated<PlanUse> | null =>
  words && { value, spans: [[words.start, words.end]] };

/** The days on which the 10b5-1 plan named in the note was adopted, entered into, established or signed. */
export const readPlanAdopted = (note: NoteText) => days(planReading(note).dates.adopted);

/** The days on which it was amended or modified. */
export const readPlanModified = (note: NoteText) => days(planReading(note).dates.modified);

/** The days on which it was terminated, cancelled or revoked, but not those on which it was completed or expired. */
export const readPlanTerminated = (note: NoteText) => days(planReading(note).dates.terminated);

function days(written: readonly WrittenDate[]): Stated<string[]> | null {
  const distinct = written.filter(({ date }, index) => written.findIndex((other) => other.date === date) === index);
  if (distinct.length === 0) return null;
  return { value: distinct.map(({ date }) => date), spans: distinct.map(({ start, end }) => [start, end]) };
}
