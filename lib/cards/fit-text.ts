/** Fonts of a picture, by use. */
export type PictureFont = "text" | "strong" | "heading";

/** The width of a text, as a part of the size in which it is set. */
export type Measure = (text: string, font: PictureFont) => number;

type Room = { font: PictureFont; size: number; width: number; lines: number };

/** More than any picture has room for. A note can be a hundred times as long, and cutting takes time that grows with the square. */
const MOST_LETTERS = 500;

/** Words that stay on one line: "June 30, 2026", "10b5-1 plan". */
const TOGETHER = /[A-Z][a-z]{2,8} \d{1,2}, \d{4}|10b5-1 plan/g;
/** Stands for a space at which a line may not break. It does not occur in texts. */
const JOINT = "\0";

/** The text in lines that fit. What does not fit is cut, which an ellipsis shows. */
export function fitText(text: string, { font, size, width, lines: most }: Room, measure: Measure): string[] {
  const fits = (line: string) => measure(line, font) * size <= width;
  const lines: string[] = [];
  for (const word of text
    .slice(0, MOST_LETTERS)
    .replace(TOGETHER, (words) => words.replaceAll(" ", JOINT))
    .split(/\s+/)
    .filter((part) => part !== "")
    .map((part) => part.replaceAll(JOINT, " "))) {
    const longer = `${lines.at(-1)} ${word}`;
    // The last line gets all that is left.
    if (lines.length > 0 && (fits(longer) || lines.length === most)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => (fits(line) ? line : cut(line, fits)));
}

/** The longest beginning of a text that fits with an ellipsis. A number is shown whole or not at all. */
function cut(text: string, fits: (line: string) => boolean): string {
  const letters = [...text];
  while (letters.length > 0 && !fits(`${letters.join("").trimEnd()}…`)) letters.pop();
  const kept = letters.join("");
  const isInWord = /\S$/.test(kept) && /^\S/.test(text.slice(kept.length));
  const whole = isInWord ? kept.replace(/\S*\d\S*$/, "") : kept;
  return `${whole.replace(/[\s,;:(]+$/, "")}…`;
}
