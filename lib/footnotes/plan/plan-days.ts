import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import type { WrittenDate } from "@/lib/footnotes/vocabulary/written-dates";
import type { Stated } from "@/lib/record/stated-facts";
import { planReading } from "./plan-statement";

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
