import type { Palette } from "@/lib/cards/card-colours";
import type { Measure } from "@/lib/cards/fit-text";
import { drawText } from "@/lib/cards/shapes";
import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";
import { markPath } from "@/lib/series/mark-path";

/** Where something is drawn, in pixels. */
export type Frame = { left: number; top: number; width: number };

/** What was drawn, and where it ends. */
export type DrawnPart = { svg: string; bottom: number };

export const SIZES = { small: 11, text: 12, large: 13 };

export const drawMarkAt = (
  x: number,
  y: number,
  { group, fill, radius }: { group: CodeGroup; fill: MarkFill; radius: number },
  colours: Palette,
) => {
  const path = markPath(group, radius);
  const place = `transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"`;
  return `<path ${place} d="${path}" fill="${colours.paper}" stroke="${colours.paper}" stroke-width="4" stroke-linejoin="round"/><path ${place} d="${path}" fill="${colours.fillOf(group, fill)}" stroke="${colours.hueOf(group)}" stroke-width="1.5"/>`;
};

/** Wide enough for any letter of our fonts, and of those that a browser uses instead. */
const LETTER = 6.6;

/** Without the fonts of pictures, the width of a text is estimated. */
export const estimateText: Measure = (text) => (text.length * LETTER) / SIZES.text;

type Key = { group: CodeGroup; fill: MarkFill; word: string };

/** What the marks mean, in as many lines as they need. */
export function drawLegend(keys: readonly Key[], { left, top, width }: Frame, colours: Palette): DrawnPart {
  let [x, y] = [left, top];
  const parts = keys.map(({ word, ...mark }) => {
    const room = 16 + estimateText(word, "text") * SIZES.text + 18;
    if (x + room > left + width && x > left) [x, y] = [left, y + 20];
    const key = [
      drawMarkAt(x + 5, y - 4, { ...mark, radius: 4 }, colours),
      drawText(x + 16, y, word, { size: SIZES.text, fill: colours.ink2 }),
    ];
    x += room;
    return key.join("");
  });
  return { svg: parts.join(""), bottom: keys.length === 0 ? top - 16 : y + 6 };
}
