import type { PrintedBox, Told } from "@/paper/form/printed-form";
import { linesOf } from "@/paper/words/layout-text";
import { placesOfWords } from "@/paper/words/printed-words";
import type { SheetWord } from "@/paper/words/sheet";

const TICK = /^[_[\](){}|\s]*(?:[Xx✓✔☒☑■])[_[\](){}|\s]*$/;
const NO_TICK = /^[_[\](){}|\s☐□]*$/;

const isBox = ({ text }: SheetWord) => TICK.test(text) || NO_TICK.test(text);

/**
 * The boxes before labels, printed as text: `__X__ Director`, or an X to the left of the label. `words` are those of the cell,
 * and each label is all its words on all its lines. An X belongs to the first label to its right.
 */
export function tickedLines(words: SheetWord[], labels: SheetWord[][], isRecognized: boolean): Told<PrintedBox>[] {
  const inLabels = new Set(labels.flat());
  const before = new Map<SheetWord[], SheetWord[]>();
  for (const word of words) {
    if (inLabels.has(word) || !isBox(word)) continue;
    const own = labels
      .filter((label) => isBeside(word, label))
      .sort((a, b) => (a[0]?.left ?? 0) - (b[0]?.left ?? 0))[0];
    if (own) before.set(own, [...(before.get(own) ?? []), word]);
  }
  return labels.map((label) => {
    const [first] = label;
    if (!first) return null;
    const near = (before.get(label) ?? []).sort((a, b) => a.left - b.left);
    const text = near.map((word) => word.text).join("");
    // OCR may have missed what is drawn before the label.
    if (isRecognized && near.length === 0) return null;
    if (TICK.test(text)) return { ticked: true, places: placesOfWords(near) };
    return NO_TICK.test(text) ? { ticked: false, places: placesOfWords([...near, first]) } : null;
  });
}

function isBeside(word: SheetWord, label: SheetWord[]): boolean {
  const [first] = label;
  if (!first) return false;
  const heights = label.map(({ baseline }) => baseline);
  return (
    word.right <= first.left + 1 &&
    word.baseline > Math.min(...heights) - 0.5 * first.size &&
    word.baseline < Math.max(...heights) + 0.3 * first.size
  );
}

/** The words of a label on its line: from `start` to a wide gap, an empty box, or the next label. */
export function labelWords(words: SheetWord[], start: RegExp, next: RegExp): SheetWord[] {
  const lines = linesOf(words);
  const first = lines
    .flat()
    .find((word, index, all) => start.test([word, all[index + 1]].map((part) => part?.text ?? "").join(" ")));
  if (!first) return [];
  const line = lines.find((line) => line.includes(first)) ?? [];
  const label: SheetWord[] = [];
  for (const word of line.slice(line.indexOf(first))) {
    const last = label.at(-1);
    if (last && (word.left - last.right > 1.5 * word.size || isBox(word) || next.test(word.text))) break;
    label.push(word);
  }
  return label;
}
