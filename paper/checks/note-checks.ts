import type { PaperCheck } from "@/paper/form/paper-reading";

/** `within the range set forth in footnote 3`: a note that speaks of its own range repeats its number. */
const OWN_NUMBER = /\bset forth in (?:this )?foot\s?note\s*\(?(\d{1,2})\)?/gi;

/** A note that names a number where it can only mean itself. Some name several; then its own is among them. */
export function noteChecks(notes: { id: string | null; text: string | null }[]): PaperCheck[] {
  return notes.flatMap(({ id, text }, index) => {
    const numbers = [...(text ?? "").matchAll(OWN_NUMBER)].map((match) => `F${match[1]}`);
    if (numbers.length === 0) return [];
    const agrees = id !== null && numbers.includes(id);
    // Only its own number confirms: another may be meant.
    if (!agrees) return [];
    return [
      {
        pointers: [`/footnotes/${index}/id`],
        outcome: "confirmed",
        message: `note ${id.slice(1)} names its own number`,
      },
    ];
  });
}
