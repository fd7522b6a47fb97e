import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import type { Words } from "@/lib/footnotes/vocabulary/words";
import type { PlanUse, Stated } from "@/lib/record/stated-facts";
import { planReading } from "./plan-statement";

/** What the note says about a 10b5-1 plan and the reported transactions. */
export function readPlanUse(note: NoteText): Stated<PlanUse> | null {
  const { underPlan, notUnderPlan, mentioned } = planReading(note);
  return stated("made_under", underPlan) ?? stated("not_under", notUnderPlan) ?? stated("mentioned", mentioned);
}

const stated = (value: PlanUse, words: Words | null): Stated<PlanUse> | null =>
  words && { value, spans: [[words.start, words.end]] };
