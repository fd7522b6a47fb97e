import { distance, letters } from "./nearly";

/** Headings that fill their line. */
const HEADINGS = ["Reporting Owners", "Signatures", "Explanation of Responses:", "(Last) (First) (Middle)", "(Street)"];

/** Labels and sentences with which a line begins. */
const BEGINNINGS = [
  "1. Name and Address of Reporting Person",
  "2. Issuer Name and Ticker or Trading Symbol",
  "3. Issuer Name and Ticker or Trading Symbol",
  "2. Date of Event Requiring Statement (Month/Day/Year)",
  "3. Date of Earliest Transaction (Month/Day/Year)",
  "3. Statement for Issuer's Fiscal Year Ended (Month/Day/Year)",
  "4. If Amendment, Date Original Filed (Month/Day/Year)",
  "5. If Amendment, Date Original Filed (Month/Day/Year)",
  "4. Relationship of Reporting Person(s) to Issuer",
  "5. Relationship of Reporting Person(s) to Issuer",
  "6. Individual or Joint/Group Filing",
  "(City) (State) (Zip)",
  "Table I - Non-Derivative Securities",
  "Table II - Derivative Securities",
  "* If the form is filed by more than one reporting person, see Instruction",
  "** Intentional misstatements or omissions of facts constitute Federal Criminal Violations",
  "** Signature of Reporting Person",
  "Reminder: Report on a separate line for each class of securities",
  "Persons who respond to the collection of information",
  "Note: File three copies of this Form",
  "Potential persons who are to respond to the collection of information",
];

/** The minimum number of letters by which we recognise a label. */
const FEWEST_LETTERS = 9;
const MOST_LOST = 3;

type Label = { text: string; letters: string; isWhole: boolean };

const LABELS: Label[] = [
  ...HEADINGS.map((text) => ({ text, letters: letters(text), isWhole: true })),
  ...BEGINNINGS.map((text) => ({ text, letters: letters(text), isWhole: false })),
];

/** How many letters differ, if not too many do. */
function distanceOf(line: string, label: string): number | null {
  if (Math.abs(line.length - label.length) > MOST_LOST) return null;
  const most = Math.max(1, Math.floor(label.length / 8));
  // One part more than may differ: at least one of them is whole.
  const size = Math.ceil(label.length / (most + 1));
  const parts = Array.from({ length: most + 1 }, (_, at) => label.slice(at * size, (at + 1) * size));
  if (!parts.some((part) => line.includes(part))) return null;
  const off = distance(line, label);
  return off <= most ? off : null;
}

/** The same for the beginning of a line, or for a line that ends before the label does. */
function distanceAtStart(line: string, label: string): number | null {
  if (line.length < FEWEST_LETTERS) return null;
  if (line.length < label.length - 1) return distanceOf(line, label.slice(0, line.length));
  const found = [-1, 0, 1].flatMap((more) => distanceOf(line.slice(0, label.length + more), label) ?? []);
  return found.length > 0 ? Math.min(...found) : null;
}

/**
 * A recognised line with the form's own label at its beginning as the form prints it. A label may have a few letters changed, lost
 * or added, and the line may end before it does. Null for a line that does not begin with a label.
 */
export function withPrintedLabel(words: string[]): { label: string[]; rest: number } | null {
  const lengths = words.map(letters);
  const line = lengths.join("");
  if (line.length < FEWEST_LETTERS - 3) return null;
  let best: { label: Label; off: number } | null = null;
  for (const label of LABELS) {
    const off = label.isWhole ? distanceOf(line, label.letters) : distanceAtStart(line, label.letters);
    if (off !== null && (!best || off < best.off)) best = { label, off };
  }
  if (!best) return null;
  const all = best.label.text.split(" ");
  // The words of the line, and those of the label, that have the letters of the other.
  const rest = best.label.isWhole ? words.length : wordsWith(lengths, best.label.letters.length);
  const end = wordsWith(all.map(letters), Math.min(line.length, best.label.letters.length));
  return { label: all.slice(0, end), rest };
}

/** The number of words whose letters come nearest to a count. */
function wordsWith(words: string[], count: number): number {
  let sum = 0;
  let best = 0;
  let least = count;
  words.forEach((word, at) => {
    sum += word.length;
    if (Math.abs(sum - count) < least) [best, least] = [at + 1, Math.abs(sum - count)];
  });
  return best;
}
