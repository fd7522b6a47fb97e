/** Fonts of a picture, by use. */
export type PictureFont = "text" | "strong" | "heading";

/** The width of a text, as a part of the size in which it is set. */
export type Measure = (text: string, font: PictureFont) => number;

type Room = { font: PictureFont; size: number; width: number; lines: number };

/** The text in lines that fit. What does not fit is cut, which an ellipsis shows. */
export function fitText(text: string, { font, size, width, lines: most }: Room, measure: Measure): string[] {
  const fits = (line: string) => measure(line, font) * size <= width;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
    if (lines.length > most) break;
  }
  const isCut = lines.length > most;
  return lines
    .slice(0, most)
    .map((line, index) => (isCut && index === most - 1 ? cut(line, fits) : fits(line) ? line : cut(line, fits)));
}

/** The longest beginning of a text that fits with an ellipsis. */
function cut(text: string, fits: (line: string) => boolean): string {
  const letters = [...text];
  while (letters.length > 0 && !fits(`${letters.join("").trimEnd()}…`)) letters.pop();
  return `${letters.join("").replace(/[\s,;:(]+$/, "")}…`;
}
