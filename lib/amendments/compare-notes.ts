import type { ListedNote } from "@/lib/footnotes/listed-notes";
import { asWritten } from "@/lib/values/as-written";

type ComparedNote = { id: string | null; text: string };

/** A note that only one filing has, or that the other words differently. */
export type NoteChange = { original: ComparedNote | null; amendment: ComparedNote | null };

/** The share of words that two notes must have in common to count as two wordings of one. */
const ALIKE = 0.6;

/** The notes in which two filings differ, whatever their numbers: first the reworded ones, then those removed and added. */
export function noteChanges(original: readonly ListedNote[], amendment: readonly ListedNote[]): NoteChange[] {
  const open = unlike(original, amendment);
  const openAfter = unlike(amendment, original);
  const reworded = new Map<ListedNote, ListedNote>();
  for (const { before, after, likeness } of byLikeness(open, openAfter)) {
    if (likeness < ALIKE) break;
    if (reworded.has(before) || [...reworded.values()].includes(after)) continue;
    reworded.set(before, after);
  }
  const taken = new Set(reworded.values());
  return [
    ...open.map((note) => ({ original: compared(note), amendment: compared(reworded.get(note)) })),
    ...openAfter.filter((note) => !taken.has(note)).map((note) => ({ original: null, amendment: compared(note) })),
  ];
}

const compared = (note: ListedNote | undefined): ComparedNote | null =>
  note ? { id: note.footnoteId, text: note.text } : null;

/** Notes whose text the other filing lacks. A text that occurs twice must occur twice there too. */
function unlike(notes: readonly ListedNote[], others: readonly ListedNote[]): ListedNote[] {
  const known = new Map<string, number>();
  for (const { text } of others) known.set(asWritten(text), (known.get(asWritten(text)) ?? 0) + 1);
  return notes.filter(({ text }) => {
    const left = known.get(asWritten(text)) ?? 0;
    known.set(asWritten(text), left - 1);
    return left <= 0;
  });
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}.,$%]+/gu));

function byLikeness(before: readonly ListedNote[], after: readonly ListedNote[]) {
  const words = new Map([...before, ...after].map((note) => [note, wordsOf(note.text)]));
  return before
    .flatMap((one) =>
      after.map((other) => ({
        before: one,
        after: other,
        likeness: likeness(words.get(one) ?? new Set(), words.get(other) ?? new Set()),
      })),
    )
    .sort((a, b) => b.likeness - a.likeness);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
