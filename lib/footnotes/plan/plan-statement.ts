import { type NoteText, noteText } from "@/lib/footnotes/vocabulary/note-text";
import { namesRule10b5 } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { type Words, wordsAt } from "@/lib/footnotes/vocabulary/words";
import type { WrittenDate } from "@/lib/footnotes/vocabulary/written-dates";
import { planByClauses } from "./clause-plan";
import { type PlanDates, planDates } from "./plan-dates";
import { planMention } from "./plan-mention";
import { planTransactions } from "./plan-transactions";

/** What a note says about a 10b5-1 plan. */
export type PlanStatement = {
  /** The words that say a reported transaction was made under a plan. */
  underPlan: Words | null;
  /** The words that say it was not. */
  notUnderPlan: Words | null;
  /** The day of adoption, if there is only one. */
  adoptedOn: WrittenDate | null;
};

/** Everything the note says: also a mere mention of a plan, and every day. */
export type PlanReading = PlanStatement & { mentioned: Words | null; dates: PlanDates };

const NOTHING: PlanReading = {
  underPlan: null,
  notUnderPlan: null,
  adoptedOn: null,
  mentioned: null,
  dates: { adopted: [], modified: [], terminated: [] },
};

const read = new WeakMap<NoteText, PlanReading>();

/** Reads one footnote, or the remarks. */
export function planStatement(text: string): PlanStatement {
  const note = noteText(text);
  const reading = planReading(note);
  return note.text === text
    ? reading
    : {
        underPlan: asFiled(reading.underPlan, note, text),
        notUnderPlan: asFiled(reading.notUnderPlan, note, text),
        adoptedOn: reading.adoptedOn && { ...reading.adoptedOn, ...asFiled(reading.adoptedOn, note, text) },
      };
}

/** The same words in the text as filed. */
function asFiled(words: Words | null, { toFiled }: NoteText, text: string): Words | null {
  return words && wordsAt(text, ...toFiled([words.start, words.end]));
}

/** Reads a note once for several facts. */
export function planReading(note: NoteText): PlanReading {
  if (!namesRule10b5(note.text)) return NOTHING;
  const known = read.get(note);
  if (known) return known;
  const { text, unstopped: sentences } = note;
  const usual = planTransactions(text, sentences);
  const found = usual.length > 0 ? usual : planByClauses(sentences);
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
 * The one day on which a plan was adopted. If several are stated, the one beside the words that put a transaction under the plan;
 * else null.
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
