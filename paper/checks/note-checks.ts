import type { PaperCheck } from "@/paper/form/paper-reading";

/** `within the range set forth in footnote 3`: a footnote that refers to its own range repeats its number. */
const OWN_NUMBER = /\bset forth in (?:this )?foot\s?note\s*\(?(\d{1,2})\)?/gi;

/** A footnote that names a number where it can only mean itself. If it names several, its own must be among them. */
export function noteChecks(notes: { id: string | null; text: string | null }[]): PaperCheck[] {
  return notes.flatMap(({ id, text }, index) => {
    const numbers = [...(text ?? "").matchAll(OWN_NUMBER)].map((match) => `F${match[1]}`);
    if (numbers.length === 0) return [];
    const agrees = id !== null && numbers.includes(id);
    // Only its own number confirms it, because another number may refer to another footnote.
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
