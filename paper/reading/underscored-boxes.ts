import type { PrintedBox, PrintedOwner } from "@/paper/form/printed-form";

/** A part of a line, from a character of the line. */
type Part = { text: string; page: number; line: number; from?: number };

export type UnderscoredRelationships = Pick<PrintedOwner, "isDirector" | "isOfficer" | "isTenPercentOwner" | "isOther">;

const LABELS: [keyof UnderscoredRelationships, RegExp][] = [
  ["isDirector", /Director/],
  ["isTenPercentOwner", /10% Owner/],
  ["isOfficer", /Officer/],
  ["isOther", /Other/],
];

/** `__X__ Director`: checked. `_____ Officer`: not checked. The X may be Cyrillic. */
export function underscoredRelationships(parts: Part[]): UnderscoredRelationships {
  const found: UnderscoredRelationships = { isDirector: null, isOfficer: null, isTenPercentOwner: null, isOther: null };
  for (const part of parts) {
    for (const [name, label] of LABELS) found[name] ??= underscoredBox(part, label);
  }
  return found;
}

export function underscoredBox({ text, page, line, from = 0 }: Part, label: RegExp): PrintedBox | null {
  const found = new RegExp(`(_+\\s?([XxХ])?\\s?_*)\\s*${label.source}`, label.flags).exec(text);
  if (!found) return null;
  const start = from + found.index;
  return { ticked: found[2] !== undefined, places: [{ page, line, from: start, to: start + found[0].length }] };
}
