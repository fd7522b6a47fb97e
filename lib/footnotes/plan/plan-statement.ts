import { type NoteText, noteText } from "@/lib/footnotes/vocabulary/note-text";
import { namesRule10b5 } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import type { Words } from "@/lib/footnotes/vocabulary/words";
import type { WrittenDate } from "@/lib/footnotes/vocabulary/written-dates";
import { type PlanDates, planDates } from "./plan-dates";
import { planMention } from "./plan-mention";
import { planTransactions } from "./plan-transactions";

/** What a note says of a 10b5-1 plan. */
export type PlanStatement = {
  /** That a reported transaction was made under one. */
  underPlan: Words | null;
  /** That it was not. */
  notUnderPlan: Words | null;
  /** The one day on which it was adopted. */
  adoptedOn: WrittenDate | null;
};

/** All that it says: also where a plan is only spoken of, and every day. */
export type PlanReading = PlanStatement & { mentioned: Words | null; dates: PlanDates };

const NOTHING: PlanReading = {
  underPlan: null,
  notUnderPlan: null,
  adoptedOn: null,
  mentioned: null,
  dates: { adopted: [], modified: [], terminated: [] },
};

const read = new WeakMap<NoteText, PlanReading>();

/** Reads one note, or the remarks. */
export const planStatement = (text: string): PlanStatement => planReading(noteText(text));

/** Reads a note that several facts are read from, once. */
export function planReading(note: NoteText): PlanReading {
  if (!namesRule10b5(note.text)) return NOTHING;
  const known = read.get(note);
  if (known) return known;
  const { text, sentences } = note;
  const found = planTransactions(text, sentences);
  const underPlan = found.find(({ isDenied }) => !isDenied)?.words ?? null;
  const denied = found.find(({ isDenied }) => isDenied)?.words ?? null;
  const dates = planDates(text, sentences);
  const reading = {
    underPlan,
    notUnderPlan: underPlan ? null : denied,
    mentioned: found.length === 0 ? planMention(sentences) : null,
    dates,
    adoptedOn: adoptionDay(dates.adopted, sentences, underPlan),
  };
  read.set(note, reading);
  return reading;
}

/**
 * The one day on which a plan was adopted. Where several are stated, the one beside the words that put a transaction under
 * the plan; else null.
 */
function adoptionDay(
  adopted: readonly WrittenDate[],
  parts: readonly Words[],
  underPlan: Words | null,
): WrittenDate | null {
  const days = adopted.filter(({ date }) => date.length === "YYYY-MM-DD".length);
  const sentence = underPlan && parts.find(({ start, end }) => start <= underPlan.start && underPlan.end <= end);
  const beside = days.filter(({ start, end }) => sentence && sentence.start <= start && end <= sentence.end);
  for (const choice of [beside, days]) {
    const [first] = choice;
    if (first && choice.every(({ date }) => date === first.date)) return first;
  }
  return null;
}
