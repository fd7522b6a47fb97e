import type { PrintedBox, PrintedForm, Told } from "@/paper/form/printed-form";
import { centreOf, type Rectangle } from "@/paper/words/box";
import type { Phrase } from "@/paper/words/phrases";
import { placesOfWords } from "@/paper/words/printed-words";
import type { Sheet } from "@/paper/words/sheet";

const LABELS = {
  exitBox: /^Check this box if\b/i,
  planBox: /^Check this box to\b/i,
  form3HoldingsReported: /^Form 3 Holdings Reported/i,
  form4TransactionsReported: /^Form 4 Transactions Reported/i,
} as const;

type Name = keyof typeof LABELS;

/** The boxes at the top left: drawings to the left of their labels. */
export function formBoxes(sheet: Sheet, phrases: Phrase[]): Pick<PrintedForm, Name> {
  const blocks = new Map<Name, Phrase[]>();
  for (const name of Object.keys(LABELS) as Name[]) {
    const first = phrases.find(({ text }) => LABELS[name].test(text));
    if (first) blocks.set(name, labelBlock(first, phrases));
  }
  const isScanned = sheet.kind === "scanned";
  const box = (name: Name) => {
    const block = blocks.get(name);
    return block && !isScanned ? drawnBox(sheet, block) : null;
  };
  // In a scan the boxes are drawings that were not recognised, and the label may be damaged.
  const end = phrases.find(({ text }) => /^Table I{1,2}\b/.test(text))?.top ?? Infinity;
  const mayHavePlanBox = (phrase: Phrase) =>
    phrase.top < end && /10b5|written plan|pursuant to a contract/i.test(phrase.text);
  const hasPlanBox = blocks.has("planBox") || (isScanned && phrases.some(mayHavePlanBox));
  return {
    exitBox: box("exitBox"),
    planBox: hasPlanBox ? box("planBox") : "absent",
    form3HoldingsReported: box("form3HoldingsReported"),
    form4TransactionsReported: box("form4TransactionsReported"),
  };
}

/** A label with the lines after it at the same left edge, up to the next label. */
function labelBlock(first: Phrase, phrases: Phrase[]): Phrase[] {
  const block = [first];
  const below = phrases
    .filter((phrase) => phrase.top > first.top && Math.abs(phrase.left - first.left) < 0.7 * first.size)
    .sort((a, b) => a.top - b.top);
  for (const phrase of below) {
    const last = block.at(-1);
    const isNear = last && phrase.baseline - last.baseline < 1.9 * last.size;
    if (!isNear || Object.values(LABELS).some((label) => label.test(phrase.text))) break;
    block.push(phrase);
  }
  return block;
}

const TICK = /^[([]?[Xx✓✔☒☑✗✘■][)\]]?$/;
const NO_TICK = /^(?:[☐□]|[([] ?[)\]])$/;

function drawnBox(sheet: Sheet, block: Phrase[]): Told<PrintedBox> {
  const [first] = block;
  if (!first) return null;
  const places = placesOfWords(first.words);
  const area: Rectangle = {
    left: first.left - 6 * first.size,
    right: first.left,
    top: first.top - 0.5 * first.size,
    bottom: Math.max(...block.map(({ bottom }) => bottom)),
  };
  const isBeside = (item: Rectangle) => {
    const { x, y } = centreOf(item);
    return x > area.left && x < area.right && y > area.top && y < area.bottom;
  };
  const beside = sheet.words.filter(isBeside).map(({ text }) => text);
  if (beside.some((text) => TICK.test(text))) return { ticked: true, places };
  const shapes = sheet.shapes.filter(isBeside);
  if (shapes.some(({ isOblique }) => isOblique)) return { ticked: true, places };
  const drawn = [...shapes, ...sheet.levels.filter(isBeside), ...sheet.uprights.filter(isBeside)];
  const isThere =
    !sheet.hasDrawnBoxes || isBoxDrawn(drawn, 0.3 * first.size) || beside.some((text) => NO_TICK.test(text));
  return isThere ? { ticked: false, places } : null;
}

/** True if the drawing is wide and tall enough: one shape, or a box of four lines. */
function isBoxDrawn(drawn: Rectangle[], least: number): boolean {
  const width = Math.max(...drawn.map(({ right }) => right)) - Math.min(...drawn.map(({ left }) => left));
  const height = Math.max(...drawn.map(({ bottom }) => bottom)) - Math.min(...drawn.map(({ top }) => top));
  return drawn.length > 0 && width > least && height > least;
}
