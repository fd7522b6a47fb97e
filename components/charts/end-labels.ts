/** The label at the end of a line: its balance, and under it how the line is held. */
export type EndLabel = {
  /** The last words of how it is held, as many as fit. The legend has all of them. */
  text: string;
  /** Right of the end, or to its left where the plot has no room. */
  side: "right" | "left";
  /** Baseline of the balance, in pixels. */
  top: number;
  /** Whether the label had to move away from its line, and is joined to it. */
  isMoved: boolean;
};

/** Least distance between two labels, and the width of the longest, in pixels. */
export const LABEL_GAP = 30;
export const LABEL_WIDTH = 134;

const LONGEST = 24;
/** Width of a label as a fraction of the narrowest plot that shows labels. */
const ROOM = LABEL_WIDTH / 404;
/** Height of the name under a balance, in pixels. Inside the plot it must not lie on the baseline. */
const NAME_HEIGHT = 18;
/** The label of a line that ends beyond this fraction of the width is in the margin. */
const AT_EDGE = 0.985;

const lastWords = (label: string): string => {
  const words = label.split(" ");
  while (words.length > 1 && words.join(" ").length > LONGEST) words.shift();
  return words.join(" ");
};

/** Drops words from the left until a label fits. Labels that would then look the same begin at the first word that differs. */
export function endWords(labels: readonly string[]): string[] {
  return labels.map((label) => {
    const alike = labels.filter((other) => other !== label && lastWords(other) === lastWords(label));
    if (alike.length === 0) return lastWords(label);
    const words = label.split(" ");
    const differs = words.findIndex((word, index) => alike.some((other) => other.split(" ")[index] !== word));
    let last = words.length;
    while (last > differs + 1 && words.slice(differs, last).join(" ").length > LONGEST) last--;
    return words.slice(differs, last).join(" ");
  });
}

/**
 * Places the labels of lines that end at a fraction `at` of the width and `level` pixels from the top. Labels that would lie over
 * each other are moved apart.
 */
export function endLabels(lines: readonly { label: string; at: number; level: number }[], height: number): EndLabel[] {
  const texts = endWords(lines.map(({ label }) => label));
  const labels = lines.map(({ at, level }, index) => {
    const side = at >= AT_EDGE || at + ROOM <= 1 ? ("right" as const) : ("left" as const);
    const above = level < 36 ? level + 16 : level - 20;
    const from = at >= AT_EDGE ? 1 : side === "right" ? at : at - ROOM;
    return { index, side, from, wanted: Math.round(side === "right" ? level : above) };
  });
  const tops = new Map<number, number>();
  for (const together of overlapping(labels)) {
    const places = spread(
      together.map(({ wanted }) => wanted),
      height - (together.every(({ from }) => from === 1) ? 8 : NAME_HEIGHT),
    );
    for (const [order, { index }] of together.entries()) tops.set(index, places[order] ?? 0);
  }
  return labels.map(({ index, side, wanted }) => {
    const top = tops.get(index) ?? wanted;
    return { text: texts[index] ?? "", side, top, isMoved: Math.abs(top - wanted) > 2 };
  });
}

/** Labels that share some of the width, directly or through others. */
function overlapping<Label extends { from: number }>(labels: readonly Label[]): Label[][] {
  const groups: Label[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const label of labels.toSorted((a, b) => a.from - b.from)) {
    if (label.from < end) groups.at(-1)?.push(label);
    else groups.push([label]);
    end = label.from + ROOM;
  }
  return groups;
}

/** Moves places apart until each is at least a label from the next and, if there is room, none below `lowest`. */
function spread(places: readonly number[], lowest: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let above = Number.NEGATIVE_INFINITY;
  for (const label of order) {
    label.place = Math.max(label.place, above + LABEL_GAP);
    above = label.place;
  }
  let below = Math.max(lowest, 0) + LABEL_GAP;
  for (const label of order.toReversed()) {
    label.place = Math.min(label.place, below - LABEL_GAP);
    below = label.place;
  }
  return order.sort((a, b) => a.index - b.index).map(({ place }) => place);
}
