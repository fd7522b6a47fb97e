const LONGEST_TEXT = 1_000_000;
const LONGEST_LINE = 10_000;
const MOST_LINES = 10_000;
const WIDEST_GAP = 400;

/** False for a text that no page can contain: so many lines, or lines and gaps so long that only a program writes them. */
export function isOfPrint(text: string): boolean {
  if (text.length > LONGEST_TEXT) return false;
  const lines = text.split(/[\n\f\r]/);
  return lines.length <= MOST_LINES && lines.every((line) => line.length <= LONGEST_LINE && !hasWideGap(line));
}

function hasWideGap(line: string): boolean {
  let gap = 0;
  for (const letter of line) {
    gap = letter === " " || letter === "\t" || letter === "\u00a0" ? gap + 1 : 0;
    if (gap > WIDEST_GAP) return true;
  }
  return false;
}
